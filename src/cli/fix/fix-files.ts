import { access, constants, lstat, readFile, realpath, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { oneLine } from '../../report/escape/terminal.ts'
import { applyEdits } from '../../suggest/apply-edit.ts'
import type { PlannedEdit } from './fix-plan.ts'

/** A file with its edits. */
export interface EditedFile {
  readonly file: string
  /** Absolute. */
  readonly path: string
  readonly edits: readonly PlannedEdit[]
  readonly before: string
  readonly after: string
}

/** Files that can be edited, and why others are left alone: ends of sentences. */
export interface EditedFiles {
  readonly files: readonly EditedFile[]
  readonly refused: readonly string[]
}

/** Makes the edits in memory. Only regular files of the repository that no link leads to are taken. */
export async function editedFiles(root: string, edits: readonly PlannedEdit[]): Promise<EditedFiles> {
  const files: EditedFile[] = []
  const refused: string[] = []
  for (const [file, own] of Map.groupBy(edits, edit => edit.file)) {
    const path = await ownFile(root, file)
    const before = path === undefined ? undefined : await textOf(path)
    const after = before === undefined ? undefined : applyEdits(before, own)
    if (path === undefined)
      refused.push(`${oneLine(file)} is a link, or no file of this repository that can be written`)
    else if (before === undefined || after === undefined) refused.push(`${oneLine(file)} has changed meanwhile`)
    else files.push({ file, path, edits: own, before, after })
  }
  return { files, refused }
}

/** Writes what the edits made of the files; gives those that were written: what changed meanwhile is left alone. */
export async function writeEdited(files: readonly EditedFile[]): Promise<readonly EditedFile[]> {
  const written: EditedFile[] = []
  for (const file of files) {
    if ((await textOf(file.path)) !== file.before) continue
    await writeFile(file.path, file.after)
    written.push(file)
  }
  return written
}

/** What became of files whose edits were taken back in part. */
export interface KeptFiles {
  readonly files: readonly EditedFile[]
  /** Those that somebody else has changed since: they stay as they are. */
  readonly changed: readonly EditedFile[]
}

/** Writes the files with only some of their edits; the others are as if they never were. */
export async function keepOnly(files: readonly EditedFile[], kept: readonly PlannedEdit[]): Promise<KeptFiles> {
  const written: EditedFile[] = []
  const changed: EditedFile[] = []
  for (const file of files) {
    const edits = file.edits.filter(edit => kept.includes(edit))
    const after = applyEdits(file.before, edits) ?? file.before
    if ((await textOf(file.path)) !== file.after) changed.push(file)
    else {
      await writeFile(file.path, after)
      written.push({ ...file, edits, after })
    }
  }
  return { files: written, changed }
}

async function ownFile(root: string, file: string): Promise<string | undefined> {
  try {
    const real = await realpath(root)
    const path = join(real, file)
    const isOwn = path.startsWith(`${real}${sep}`) && !/(?:^|[/\\])\.git(?:[/\\]|$)/i.test(file)
    if (!isOwn || (await realpath(path)) !== path || !(await lstat(path)).isFile()) return undefined
    await access(path, constants.W_OK)
    return path
  } catch {
    return undefined
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch {
    return undefined
  }
}
