import type { Plugin } from 'rolldown'

/** Says in `dist` itself that its files are modules: an Action's folder runs without the package around it. */
export function manifest(): Plugin {
  return {
    name: 'manifest',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' })
    },
  }
}
