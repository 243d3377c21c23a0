import { defineConfig } from 'rolldown'
import { chunkFileName } from './scripts/build/chunk-name.ts'
import { lightBuiltins } from './scripts/build/light-builtins.ts'
import { licenses } from './scripts/build/licenses.ts'
import { lightUndici } from './scripts/build/light-undici.ts'
import { manifest } from './scripts/build/manifest.ts'
import { sharedChunks } from './scripts/build/shared-chunks.ts'

/**
 * Two entries and the chunks that they load on demand. Names carry no hash, so that a rebuild changes only what changed,
 * and nothing is minified, so that a person can read the difference.
 */
export default defineConfig({
  input: { index: 'src/action/main.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  tsconfig: false,
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: chunkFileName,
    comments: { legal: false },
    minify: false,
    codeSplitting: { groups: sharedChunks },
  },
  plugins: [lightBuiltins(), lightUndici(), licenses(), manifest()],
  // what is not found would be left to `node_modules`, and an Action has none
  onLog: (level, log, tell) => tell(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
})
