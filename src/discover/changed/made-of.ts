import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { entriesBelow } from '../survey/entries-below.ts'
import { kustomizationNames, readKustomization } from '../kustomize/kustomization.ts'
import type { Kustomization } from '../kustomize/kustomization.ts'
import { isMapping, loadYaml } from '../load-yaml.ts'
import { chartExtent } from '../survey/outside-link.ts'
import { resolvePath } from '../survey/root-path.ts'
import type { Source } from '../types.ts'

/**
 * Root-relative paths of everything that a source is made of; a folder stands for all that is in it. Rather too much
 * than too little: a source that lacks a part here would go unchecked when the part changes.
 */
export async function madeOf(source: Source, files: Files): Promise<readonly string[]> {
  const { definedAt, madeWith = [] } = source
  const named = definedAt === undefined ? madeWith : [...madeWith, definedAt.file]
  const parts = [...(await partsOf(source, files)), ...(await madeWithParts(named, files))]
  // git tells of the file that a link leads to
  const real = await Promise.all(parts.map(path => files.real(path)))
  return [...new Set([...parts, ...real.filter(path => path !== undefined)])]
}

async function partsOf(source: Source, files: Files): Promise<readonly string[]> {
  switch (source.kind) {
    case 'helm':
      return [...source.options.values, ...(source.remote === undefined ? await chartParts(source.path, files) : [])]
    case 'kustomize':
      return kustomizationParts(source.path, files)
    case 'manifests':
      return source.files
    case 'argocd':
    case 'flux':
      return partsOf(source.inner, files)
    case 'unresolved':
      return unresolvedParts(source.path, files)
  }
}

/** Files, and kustomizations with all that they are made of. */
async function madeWithParts(paths: readonly string[], files: Files): Promise<readonly string[]> {
  const parts = await Promise.all(paths.map(path => kustomizationParts(path, files)))
  return parts.flat()
}

// it may be of any kind
async function unresolvedParts(path: string, files: Files): Promise<readonly string[]> {
  return [path, ...(await chartParts(path, files)), ...(await kustomizationParts(path, files))]
}

/** The chart's folder with what links in it lead to, and the charts beside it that it depends on. */
async function chartParts(path: string, files: Files): Promise<readonly string[]> {
  const charts = new Set([path])
  const links: string[] = []
  for (const chart of charts) {
    const { entries } = await entriesBelow(files, chart, chartExtent)
    links.push(...entries.filter(({ entry }) => entry.link === true).map(entry => entry.path))
    // a set that grows is walked to its new end
    for (const needed of await localRequirements(chart, files)) charts.add(needed)
  }
  return [...charts, ...links]
}

/** Helm docs, "Chart dependencies": a repository of `file://` is a path from the chart's folder. */
async function localRequirements(chart: string, files: Files): Promise<readonly string[]> {
  const lists = await Promise.all(['Chart.yaml', 'requirements.yaml'].map(name => files.read(join(chart, name))))
  const written = lists.flatMap(read => {
    const value = read.kind === 'text' ? loadYaml(read.text) : undefined
    const list = isMapping(value) ? value['dependencies'] : undefined
    return Array.isArray(list) ? list.filter(isMapping) : []
  })
  return written
    .map(({ repository }) => (typeof repository === 'string' ? /^file:\/\/(.+)$/s.exec(repository)?.[1] : undefined))
    .map(reference => (reference === undefined ? undefined : resolvePath(chart, reference)))
    .filter(path => path !== undefined)
}

/** The kustomization, its bases and components, and theirs, with every file that one of them names. */
async function kustomizationParts(path: string, files: Files): Promise<readonly string[]> {
  const asked = new Set([path])
  const parts: string[] = []
  for (const at of asked) {
    const kustomization = await readKustomization(files, at)
    parts.push(...ownParts(at, kustomization))
    for (const include of kustomization?.includes ?? []) asked.add(include)
  }
  return parts
}

/** The configuration of a plugin may name any file below; what is no kustomization is a file. */
function ownParts(path: string, kustomization: Kustomization | undefined): readonly string[] {
  if (kustomization === undefined || kustomization.hasPlugins) return [path]
  return kustomizationNames.map(name => join(path, name))
}
