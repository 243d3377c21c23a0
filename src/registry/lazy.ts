import type { Registry, RegistryUsage, RenewableRegistry } from './types.ts'

const unused: RegistryUsage = { requests: 0, manifestGets: 0 }

/** A registry that can be made ready while there is nothing else to do. */
export interface LazyRegistry extends RenewableRegistry, AsyncDisposable {
  /** Begins to load the client. What goes wrong is told by the first question. */
  prepare(): void
}

/** A registry whose client is loaded at the first question: an inventory or a help text never pays for it. */
export function lazyRegistry(load: () => Promise<RenewableRegistry & AsyncDisposable>): LazyRegistry {
  let loading: Promise<RenewableRegistry & AsyncDisposable> | undefined
  let loaded: Registry | undefined
  const client = async () => {
    loading ??= load()
    loaded = await loading
    return loading
  }
  const usage = () => loaded?.usage ?? unused
  return Object.assign(portOver(client, usage), {
    fresh() {
      const renewed = client().then(registry => registry.fresh())
      return portOver(() => renewed, usage)
    },
    prepare() {
      loading ??= load()
      loading.catch(() => undefined)
    },
    async [Symbol.asyncDispose]() {
      const client = await loading?.catch(() => undefined)
      await client?.[Symbol.asyncDispose]()
    },
  })
}

function portOver(client: () => Promise<Registry>, usage: () => RegistryUsage): Registry {
  return {
    login: async (registry, repository) => (await client()).login(registry, repository),
    manifest: async (target, reference, mediaType) => (await client()).manifest(target, reference, mediaType),
    byHead: async (target, reference) => (await client()).byHead(target, reference),
    greet: async host => (await client()).greet(host),
    resolve: async (target, tag) => (await client()).resolve(target, tag),
    exists: async (target, content) => (await client()).exists(target, content),
    config: async (target, config) => (await client()).config(target, config),
    tags: async target => (await client()).tags(target),
    get usage() {
      return usage()
    },
  }
}
