import process from 'node:process'
import { safeLines, unprintable } from '../../report/escape/terminal.ts'
import { unifiedDiff } from '../../suggest/unified-diff.ts'
import { type CheckedOnce, checkOnce, type ResolvedCheck } from '../check-once.ts'
import { canAsk, confirm } from './fix-confirm.ts'
import { type EditedFile, editedFiles, keepOnly, writeEdited } from './fix-files.ts'
import { type PlannedEdit, plannedEdits } from './fix-plan.ts'
import { brokenBy, provenEdits } from './fix-verdict.ts'
import type { View } from '../program.ts'
import { type CheckCall, resolveCall } from '../resolve-call.ts'
import { show } from '../show.ts'
import { writeStandardOutput } from '../streams.ts'

/** How edits are made. */
export type FixMode = NonNullable<View['fix']>

/**
 * `check --fix`: checks, makes the edits that mend findings, checks again, and keeps those whose new image was seen to
 * be pullable. Gives the exit code of the last check.
 */
export async function runFix(call: CheckCall, resolved: ResolvedCheck, mode: FixMode): Promise<number> {
  const { view, command } = call
  const first = await checkOnce(resolved, view)
  const { files, refused } = await editedFiles(resolved.root, plannedEdits(first.report))
  for (const why of refused) say(`Left alone: ${why}.`)
  const diff = files.map(({ file, before, after }) => unifiedDiff(file, before, after)).join('')
  if (mode === 'dry-run') {
    await writeStandardOutput(process.stdout.isTTY === true ? forPeople(diff) : diff)
    return first.code
  }
  const mayWrite = files.length > 0 && !first.isInterrupted && (await isWanted(diff, mode))
  const last = mayWrite ? await fixAndCheck(files, { first, resolved, call }) : first
  if (files.length === 0) say('There is nothing that one edit of one line mends.')
  await show(last.report, view, command)
  return last.code
}

interface FixRun {
  readonly first: CheckedOnce
  readonly resolved: ResolvedCheck
  readonly call: CheckCall
}

async function fixAndCheck(files: readonly EditedFile[], fixRun: FixRun): Promise<CheckedOnce> {
  const { written, checked } = await checkEdited(files, fixRun)
  for (const { file } of files.filter(edited => !written.includes(edited)))
    say(`Left alone: ${file} has changed meanwhile.`)
  const kept = provenEdits(editsOf(written), fixRun.first.report, checked.report)
  const isAll = kept.length === editsOf(written).length
  const last = isAll ? { checked, kept } : await withOnly(kept, { written, checked, fixRun })
  for (const edit of editsOf(written))
    say(`${last.kept.includes(edit) ? 'Fixed' : 'Taken back, since it did not help:'} ${placeOf(edit)}`)
  return last.checked
}

/** Takes back the other edits and checks once more: where an image is still worse than before, none is kept. */
async function withOnly(
  kept: readonly PlannedEdit[],
  { written, checked, fixRun }: CheckedEdits & { readonly fixRun: FixRun },
): Promise<{ readonly checked: CheckedOnce; readonly kept: readonly PlannedEdit[] }> {
  const { files, changed } = await keepOnly(written, kept)
  for (const { file } of changed) say(`Not taken back: ${file} has changed meanwhile.`)
  if (checked.isInterrupted) return { checked, kept }
  const again = await orTakeBack(files, () => checkAgain(written, fixRun))
  const isWorse = brokenBy(fixRun.first.report, again.report).length > 0
  return isWorse && kept.length > 0
    ? withOnly([], { written: files, checked: again, fixRun })
    : { checked: again, kept }
}

function editsOf(files: readonly EditedFile[]): readonly PlannedEdit[] {
  return files.flatMap(({ edits }) => edits)
}

interface CheckedEdits {
  readonly written: readonly EditedFile[]
  readonly checked: CheckedOnce
}

async function checkEdited(files: readonly EditedFile[], fixRun: FixRun): Promise<CheckedEdits> {
  return orTakeBack(files, async () => {
    const written = await writeEdited(files)
    return { written, checked: await checkAgain(written, fixRun) }
  })
}

/** Whatever goes wrong: nothing stays that was not proven. */
async function orTakeBack<Result>(files: readonly EditedFile[], work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await keepOnly(files, [])
    throw error
  }
}

/** An edit of the configuration changes what is asked for. */
async function checkAgain(files: readonly EditedFile[], { resolved, call }: FixRun): Promise<CheckedOnce> {
  const isConfigured = files.some(({ file }) => resolved.request.configuredBy.includes(file))
  const now = isConfigured ? await resolveCall(call) : resolved
  if (now.kind === 'wrong') throw new Error(now.problems.map(({ where, why }) => `${where}: ${why}`).join('; '))
  return checkOnce(now, call.view)
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
