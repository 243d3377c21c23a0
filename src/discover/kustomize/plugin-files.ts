import { parseDocument } from '../../extract/document/parse-document.ts'
import type { Files } from '../../world.ts'
import { isMapping } from '../load-yaml.ts'
import { resolvePath } from '../survey/root-path.ts'
import { textsIn } from '../texts-in.ts'

/** A plugin's configuration, as a kustomization names it. */
export type PluginConfiguration =
  /** `texts`: every text in it, with all escapes undone, and itself as written. */
  | { readonly kind: 'read'; readonly where: string; readonly texts: readonly string[] }
  /** What it says is known only once it is built. */
  | { readonly kind: 'built' | 'unreadable'; readonly where: string }

/**
 * The configurations of generators and transformers. They name files and addresses that kustomize reads, so they are
 * looked through before. An entry that is YAML itself is the configuration, whether on one line or several.
 */
export async function pluginConfigurations(
  files: Files,
  { file, folder }: { readonly file: string; readonly folder: string },
  plugins: readonly string[],
): Promise<readonly PluginConfiguration[]> {
  return Promise.all(
    plugins.map(async plugin => {
      const inline = configuration(plugin, file)
      if (inline?.kind === 'read') return inline
      const path = resolvePath(folder, plugin) ?? plugin
      const read = await files.read(path)
      if (read.kind === 'not-a-file') return { kind: 'built', where: path }
      // kustomize will say that it is missing
      if (read.kind === 'absent') return { kind: 'read', where: path, texts: [] }
      return (read.kind === 'text' && configuration(read.text, path)) || { kind: 'unreadable', where: path }
    }),
  )
}

function configuration(text: string, where: string): PluginConfiguration | undefined {
  const parsed = parseDocument(text)
  if (parsed.kind !== 'parsed' || !parsed.roots.some(root => isMapping(root) || Array.isArray(root))) return undefined
  return { kind: 'read', where, texts: [text, ...textsIn(parsed.roots)] }
}
