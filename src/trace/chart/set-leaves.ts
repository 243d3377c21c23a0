import type { WrittenPlace } from '../../discover/types.ts'
import { fieldText } from '../../extract/document/field-text.ts'
import { onlySpanOf } from '../text/span.ts'
import { TextFile, type TextFiles } from '../text/text-file.ts'
import { elsewhere } from './inline-leaves.ts'
import { parseAssignment, type Setting } from './parse-assignment.ts'
import type { Assignment, ValueLeaf } from '../value-leaf.ts'
import { type WrittenScalars, writtenScalars } from './written-scalars.ts'

/** An item of the options `set` or `setString`, with where it is written. */
export interface GivenAssignment extends Pick<Assignment, 'list' | 'index'> {
  readonly text: string
  readonly written: WrittenPlace | undefined
}

/** The values that an assignment sets. */
export async function setLeaves(
  { text, written, list, index }: GivenAssignment,
  files: TextFiles,
): Promise<readonly ValueLeaf[]> {
  const at = written === undefined || 'spelled' in written ? undefined : await writtenScalars(written, files)
  const given = new TextFile('', text)
  return parseAssignment(text).map((setting): ValueLeaf => {
    const { path, value, start, end } = setting
    const assignment = { list, index, start, end }
    const own = at && placeOf(setting, at)
    if (own !== undefined) return { ...own, path, assignment }
    const node = { kind: 'scalar', value, start, end, plain: list === 'set' } as const
    return { file: given, node, path, ownPath: path, assignment, elsewhere: settingOf(setting, written) }
  })
}

// what is written may be the value, or hold it as the item of a list
function placeOf(
  { value }: Setting,
  { file, path, scalars }: WrittenScalars,
): Pick<ValueLeaf, 'file' | 'node' | 'ownPath'> | undefined {
  const whole = scalars.find(scalar => scalar.path.length === 0)?.node
  const span = whole && onlySpanOf(value, file.text, whole)
  if (whole === undefined || span === undefined || value === '') return undefined
  return { file, node: { ...whole, ...span, value }, ownPath: path }
}

// the text may hold a password: its key alone is told
function settingOf({ path, value }: Setting, written: WrittenPlace | undefined): ValueLeaf['elsewhere'] {
  const known = elsewhere(written, [], value)
  return known.kind === 'call' ? { kind: 'call', setBy: `${known.setBy} ${fieldText(path)}=…` } : known
}
