import type { Plugin } from 'rolldown'

/** What the registry client takes of undici, and where that is. What is missing, here or there, fails the build. */
const parts: Readonly<Record<string, string>> = {
  Agent: 'dispatcher/agent.js',
  DecoratorHandler: 'handler/decorator-handler.js',
  Dispatcher: 'dispatcher/dispatcher.js',
  Pool: 'dispatcher/pool.js',
  ProxyAgent: 'dispatcher/proxy-agent.js',
  buildConnector: 'core/connect.js',
}

// as undici's own index does
const start = `import api from 'undici/lib/api/index.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
Object.assign(Dispatcher.prototype, api)
`

const id = '\0light-undici'
const registryFile = /[/\\]src[/\\]registry[/\\]/

/**
 * Gives the registry client the part of undici that it uses. The index of undici brings fetch, WebSocket, caches and
 * mocks along, three times the code, and evaluates all of it.
 */
export function lightUndici(): Plugin {
  const exports = Object.entries(parts).map(
    ([name, file]) => `export { default as ${name} } from 'undici/lib/${file}'\n`,
  )
  return {
    name: 'light-undici',
    resolveId: (source, importer = '') => (source === 'undici' && registryFile.test(importer) ? id : null),
    load: loaded => (loaded === id ? start + exports.join('') : null),
  }
}
