import type { Plugin } from 'rolldown'

/**
 * Stand-ins for modules of Node whose import costs a short run more than their use. A static import makes a facade that
 * reads every property, and some are made when they are read: those of `process` open all three standard streams, those
 * of `fs`, `buffer` and `util` load streams, workers and more. `fs/promises` brings readers of lines and workers along,
 * and the `child_process` of commander the network.
 */
const light: Readonly<Record<string, string>> = {
  'node:process': 'export default globalThis.process\n',
  'node:fs': ofLoaded('node:fs', [
    'accessSync',
    'closeSync',
    'constants',
    'copyFileSync',
    'existsSync',
    'lstatSync',
    'renameSync',
    'utimesSync',
    'mkdirSync',
    'openSync',
    'readFileSync',
    'readdirSync',
    'readSync',
    'realpathSync',
    'rmSync',
    'statSync',
    'writeFileSync',
  ]),
  'node:util': ofLoaded('node:util', ['inspect', 'promisify', 'stripVTControlCharacters']),
  'node:buffer': ofLoaded('node:buffer', ['Buffer', 'isUtf8']),
  'node:fs/promises': `export { constants } from 'node:fs'\n${onCall('node:fs/promises', [
    'access',
    'appendFile',
    'cp',
    'lstat',
    'mkdir',
    'mkdtemp',
    'open',
    'readFile',
    'readdir',
    'realpath',
    'rename',
    'rm',
    'stat',
    'symlink',
    'utimes',
    'writeFile',
  ])}`,
  'node:child_process': `${onCall('node:child_process', ['execFile', 'spawn'])}export default { spawn }\n`,
}

/** For what every Node has loaded by itself. A name that is missing here fails the build. */
function ofLoaded(name: string, exports: readonly string[]): string {
  return `const loaded = process.getBuiltinModule('${name}')
export const { ${exports.join(', ')} } = loaded
export default loaded
`
}

/** Functions that load their module with the first call. */
function onCall(name: string, functions: readonly string[]): string {
  const each = functions.map(one => `export const ${one} = (...call) => loaded().${one}(...call)\n`)
  return `const loaded = () => process.getBuiltinModule('${name}')\n${each.join('')}`
}

const prefix = '\0light:'
const lightImporter = /[/\\](?:src|node_modules[/\\]commander)[/\\](?!.*node_modules)/

/** Puts the stand-ins in place, in our own files and in commander. */
export function lightBuiltins(): Plugin {
  return {
    name: 'light-builtins',
    resolveId: (source, importer = '') =>
      Object.hasOwn(light, source) && (lightImporter.test(importer) || importer.startsWith(prefix))
        ? prefix + source
        : null,
    load: id => (id.startsWith(prefix) ? light[id.slice(prefix.length)] : null),
  }
}
