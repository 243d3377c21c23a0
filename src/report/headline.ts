import { acrossEnvironments } from './across-environments.ts'
import { isUntouched } from './outcome.ts'
import type { Tally } from './outcome.ts'
import type { Report, ReportUse } from './schema.ts'
import type { ReportParts } from './types.ts'
import { counted } from './words/quote.ts'

type Asked = Pick<ReportParts, 'request' | 'untouched'>

/** One sentence: why the run ended with this verdict. */
export function headline(verdict: Report['verdict'], tally: Tally, asked: Asked): string {
  switch (verdict) {
    case 'fail':
      return failed(tally)
    case 'unknown':
      return untold(tally, asked)
    case 'pass':
      return isUntouched(tally, asked)
        ? 'No source is touched by this change, so there was nothing to check.'
        : passed(tally)
  }
}

function failed({ findings, summary, uses }: Tally): string {
  const errors = findings.filter(({ counts, severity }) => counts && severity === 'error')
  const broken = new Set(
    errors.filter(({ verdict }) => verdict === 'unpullable').map(finding => finding.image ?? finding.uses[0]),
  )
  const unrendered = errors.filter(({ code }) => code === 'render-failed').length
  const rest = errors.filter(({ verdict, code }) => verdict !== 'unpullable' && code !== 'render-failed')
  const others = acrossEnvironments(rest).length
  // unpullable too, but not what blocks
  const settled = summary.unpullable - broken.size
  const facts = [
    broken.size > 0 ? `${broken.size} of ${counted(summary.images, 'image')} cannot be pulled` : undefined,
    ...(broken.size > 0 ? settledFacts(settled, { uses, verdicts: ['unpullable'], more: ' more' }) : []),
    unrendered > 0 ? `${counted(unrendered, 'source')} ${unrendered === 1 ? 'does' : 'do'} not render` : undefined,
    others > 0 ? `${counted(others, broken.size + unrendered > 0 ? 'other error' : 'error')} found` : undefined,
    summary.unknown > 0 ? `${summary.unknown} could not be verified` : undefined,
  ]
  return `${facts.filter(fact => fact !== undefined).join('; ')}.`
}

function untold({ summary, sources, uses }: Tally, { request }: Asked): string {
  if (request.offline) return `${counted(summary.images, 'image')} found; nothing was asked of any registry.`
  if (sources.length === 0) return 'Nothing was checked: no chart, kustomization or manifest was found.'
  if (uses.length === 0) return `Nothing was checked: no image was found in ${counted(sources.length, 'source')}.`
  if (uses.every(({ verdict }) => verdict === 'not-checked'))
    return `Nothing was checked: none of ${counted(summary.images, 'image')} would be pulled by a declared node.`
  return `${summary.unknown} of ${counted(summary.images, 'image')} could not be verified; no error was found.`
}

function passed({ summary, sources, uses }: Tally): string {
  const { images, pullable, notChecked, unpullable, unknown } = summary
  const known = unpullable + unknown
  const left = sources.filter(({ status }) => status !== 'rendered').length
  const facts = [
    pullable === images
      ? `${images === 1 ? 'The image' : `All ${images} images`} can be pulled`
      : `${pullable} of ${counted(images, 'image')} can be pulled`,
    ...settledFacts(known, { uses, verdicts: ['unpullable', 'unknown'], more: '' }),
    notChecked > 0 ? `${notChecked} not checked` : undefined,
    left > 0 ? `${counted(left, 'source')} not checked` : undefined,
  ]
  return `${facts.filter(fact => fact !== undefined).join('; ')}.`
}

/** What images have that does not count, `count` of them in all; those of texts in no image field are told apart. */
function settledFacts(count: number, { uses, verdicts, more }: Settled): readonly string[] {
  const isOf = (isText: boolean) => (use: ReportUse) =>
    (use.role === 'heuristic') === isText && verdicts.includes(use.verdict)
  const inFields = new Set(uses.filter(isOf(false)).map(({ image }) => image))
  const texts = new Set(uses.filter(isOf(true)).map(({ image }) => image)).difference(inFields).size
  const images = count - texts
  return [
    ...(images > 0
      ? [`${images}${more} ${images === 1 ? 'has' : 'have'} known problems that are ignored or older than this change`]
      : []),
    ...(texts === 1 ? ['1 text that looks like an image has a problem'] : []),
    ...(texts > 1 ? [`${texts} texts that look like images have problems`] : []),
  ]
}

interface Settled {
  readonly uses: Tally['uses']
  readonly verdicts: readonly ReportUse['verdict'][]
  readonly more: '' | ' more'
}
