import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'rolldown'
import { z } from 'zod'

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
})

/**
 * Writes `licenses.txt` beside the bundle: one entry for each package of which at least one module was really bundled.
 * Sorted by name and version, without paths, so that the same lock file gives the same bytes.
 */
export function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
      const folders = new Set(chunks.flatMap(chunk => chunk.moduleIds).map(packageFolder))
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: document([...folders].filter(folder => folder !== undefined)),
      })
    },
  }
}

function document(folders: readonly string[]): string {
  const entries = new Map(folders.map(entry))
  return [...entries.keys()]
    .toSorted()
    .map(title => `${title}\n\n${entries.get(title)}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folder of the package in `node_modules` that holds the module, if one does. */
function packageFolder(id: string): string | undefined {
  if (!id.includes('node_modules')) return undefined
  let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, ''))
  while (!isPackage(folder)) {
    const parent = dirname(folder)
    if (parent === folder) return undefined
    folder = parent
  }
  return folder
}

/** Packages put bare `{"type": …}` manifests into subfolders; only one with a name and a version counts. */
function isPackage(folder: string): boolean {
  const file = join(folder, 'package.json')
  return existsSync(file) && manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success
}

function entry(folder: string): [title: string, text: string] {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const license = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? 'no license named'
  return [`${manifest.name} ${manifest.version} (${license})`, licenseText(folder)]
}

function licenseText(folder: string): string {
  const names = readdirSync(folder)
    .filter(name => /^(licen[cs]e|copying|notice)/i.test(name))
    .toSorted()
  const texts = names.map(name => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  return texts.join('\n\n') || 'The package carries no licence file.'
}
