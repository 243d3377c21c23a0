import process from 'node:process'
import { safeLines, unprintable } from '../../report/escape/terminal.ts'
import { unifiedDiff } from '../../suggest/unified-diff.ts'
import { type CheckedOnce, checkOnce, type ResolvedCheck } from '../check-once.ts'
import { canAsk, confirm } from './fix-confirm.ts'
import { type EditedFile, editedFiles, keepOnly, writeEdited } from './fix-files.ts'
import { plannedEdits } from './fix-plan.ts'
import { provenEdits } from './fix-verdict.ts'
import type { View } from '../program.ts'
import type { CheckCall } from '../resolve-call.ts'
import { show } from '../show.ts'
import { writeStandardOutput } from '../streams.ts'

/** How edits are made. */
export type FixMode = NonNullable<View['fix']>

/**
 * `check --fix`: checks, makes the edits that mend findings, checks again, and keeps those whose new image was seen to
 * be pullable. Gives the exit code of the last check.
 */
export async function runFix({ view, command }: CheckCall, resolved: ResolvedCheck, mode: FixMode): Promise<number> {
  const first = await checkOnce(resolved, view)
  const { files, refused } = await editedFiles(resolved.root, plannedEdits(first.report))
  for (const why of refused) say(`Left alone: ${why}.`)
  const diff = files.map(({ file, before, after }) => unifiedDiff(file, before, after)).join('')
  if (mode === 'dry-run') {
    await writeStandardOutput(process.stdout.isTTY === true ? forPeople(diff) : diff)
    return first.code
  }
  const mayWrite = files.length > 0 && !first.isInterrupted && (await isWanted(diff, mode))
  const last = mayWrite ? await fixAndCheck(files, { first, resolved, view }) : first
  if (files.length === 0) say('There is nothing that one edit of one line mends.')
  await show(last.report, view, command)
  return last.code
}

interface FixRun {
  readonly first: CheckedOnce
  readonly resolved: ResolvedCheck
  readonly view: View
}

async function fixAndCheck(files: readonly EditedFile[], fixRun: FixRun): Promise<CheckedOnce> {
  const { first, resolved, view } = fixRun
  const second = await checkEdited(files, fixRun)
  const edits = files.flatMap(file => file.edits)
  const kept = provenEdits(edits, first.report, second.report)
  for (const edit of edits)
    say(`${kept.includes(edit) ? 'Fixed' : 'Taken back, since it did not help:'} ${placeOf(edit)}`)
  if (kept.length === edits.length) return second
  await keepOnly(files, kept)
  return second.isInterrupted ? second : checkOnce(resolved, view)
}

/** Whatever goes wrong: nothing stays that was not proven. */
async function checkEdited(files: readonly EditedFile[], { resolved, view }: FixRun): Promise<CheckedOnce> {
  try {
    await writeEdited(files)
    return await checkOnce(resolved, view)
  } catch (error) {
    await keepOnly(files, [])
    throw error
  }
}

function placeOf({ file, line, text }: EditedFile['edits'][number]): string {
  return `${file}:${line}: ${text}`
}

async function isWanted(diff: string, mode: FixMode): Promise<boolean> {
  process.stderr.write(forPeople(diff))
  if (mode === 'yes') return true
  if (canAsk()) return confirm('Make these edits?')
  say('Nothing was written. Say --yes to make these edits without being asked.')
  return false
}

// what a file holds must not act on a terminal
function forPeople(diff: string): string {
  return safeLines(
    diff
      .split('\n')
      .map(line => line.replace(/\r$/, '').replace(unprintable, ' '))
      .join('\n'),
  )
}

function say(text: string): void {
  process.stderr.write(`${text.replace(unprintable, ' ')}\n`)
}
