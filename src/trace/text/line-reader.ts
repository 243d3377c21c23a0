import type { Files } from '../../world.ts'
import { TextFiles } from './text-file.ts'

/** Reads single lines, 1-based, without their ends and without a byte order mark. Each file is read once. */
export function lineReader(files: Files): (file: string, line: number) => Promise<string | undefined> {
  const texts = new TextFiles(files)
  const lines = new Map<string, readonly string[]>()
  return async (file, line) => {
    const known = lines.get(file) ?? (await texts.read(file))?.text.replace(/^\uFEFF/, '').split(/\r?\n/) ?? []
    lines.set(file, known)
    return known[line - 1]
  }
}
