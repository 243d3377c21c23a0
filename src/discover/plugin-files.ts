import type { Files } from '../world.ts'

/** A URL that the configuration of a generator or transformer names. */
export interface PluginUrl {
  readonly file: string
  readonly url: string
}

/**
 * The configuration of a plugin can name a patch or a generator's input by URL, and kustomize would download it. Every
 * text in it that is a URL counts.
 */
export async function findRemoteInPlugins(files: Files, paths: readonly string[]): Promise<PluginUrl | undefined> {
  for (const file of paths) {
    const read = await files.read(file)
    if (read.kind !== 'text') continue
    const url = /https?:\/\/[^\s"']+/i.exec(read.text)?.[0]
    if (url !== undefined) return { file, url }
  }
  return undefined
}
