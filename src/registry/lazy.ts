import type { Registry, RegistryUsage } from './types.ts'

const unused: RegistryUsage = { requests: 0, manifestGets: 0 }

/** A registry whose client is loaded at the first question: an inventory or a help text never pays for it. */
export function lazyRegistry(load: () => Promise<Registry & AsyncDisposable>): Registry & AsyncDisposable {
  let loading: Promise<Registry & AsyncDisposable> | undefined
  let loaded: Registry | undefined
  const client = async () => {
    loading ??= load()
    loaded = await loading
    return loaded
  }
  return {
    login: async (registry, repository) => (await client()).login(registry, repository),
    manifest: async (target, reference, mediaType) => (await client()).manifest(target, reference, mediaType),
    resolve: async (target, tag) => (await client()).resolve(target, tag),
    exists: async (target, content) => (await client()).exists(target, content),
    config: async (target, config) => (await client()).config(target, config),
    tags: async target => (await client()).tags(target),
    get usage() {
      return loaded?.usage ?? unused
    },
    async [Symbol.asyncDispose]() {
      await (await loading)?.[Symbol.asyncDispose]()
    },
  }
}
