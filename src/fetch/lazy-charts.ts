import type { Charts } from './types.ts'

/** Charts whose client is loaded when the first one is wanted. */
export function lazyCharts(load: () => Promise<Charts & AsyncDisposable>): Charts & AsyncDisposable {
  let loading: Promise<Charts & AsyncDisposable> | undefined
  let loaded: Charts | undefined
  return {
    fetch: async chart => {
      loading ??= load()
      loaded = await loading
      return loaded.fetch(chart)
    },
    get requests() {
      return loaded?.requests ?? 0
    },
    async [Symbol.asyncDispose]() {
      await (await loading)?.[Symbol.asyncDispose]()
    },
  }
}
