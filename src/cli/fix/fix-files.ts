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

/** Writes what the edits made of the files. */
export async function writeEdited(files: readonly EditedFile[]): Promise<void> {
  for (const { path, after } of files) await writeFile(path, after)
}

/** Writes the files with only some of their edits; the others are as if they never were. */
export async function keepOnly(files: readonly EditedFile[], kept: readonly PlannedEdit[]): Promise<void> {
  for (const { path, before, edits } of files) {
    const text = applyEdits(
      before,
      edits.filter(edit => kept.includes(edit)),
    )
    await writeFile(path, text ?? before)
  }
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
