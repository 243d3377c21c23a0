import type { ChartSource } from '../../discover/types.ts'
import type { Reuse } from '../../world.ts'
import type { ChartFiles } from './helm-arguments.ts'

/**
 * What decides the output of `helm template`: the chart's files and those with values. With assignments of the call it
 * does not outlive the run: they may be passwords, or name a commit, and are then another time.
 */
export function helmReuse(source: ChartSource, { chart, values }: ChartFiles): Reuse {
  const isTyped = hasTyped(source, 'set') || hasTyped(source, 'setString')
  return { reads: [chart, ...values], outlives: !isTyped, varies: tellsTime }
}

/** Whether an assignment stands in no file. */
function hasTyped({ options, writtenAt }: ChartSource, kind: 'set' | 'setString'): boolean {
  const places = writtenAt?.[kind] ?? []
  return (options[kind] ?? []).some((_, index) => {
    const place = places[index]
    return place === undefined || 'spelled' in place
  })
}

/** The functions of templates that read the clock, as they stand in an action. */
const clock = /(?:^-?|[\s(|=])(?:now|ago|date|date_in_zone|dateInZone|htmlDate|htmlDateInZone)(?=$|[\s)|])/

/**
 * Whether a template may print the time. What is random is not looked for: one chance is as good as another. An action
 * is taken to end at the last `}}` before the next one begins, since a text in it may hold both.
 */
export function tellsTime(text: string): boolean {
  // one after the other: a list of all could take ten times the memory of the text
  for (let at = text.indexOf('{{'); at !== -1;) {
    const next = text.indexOf('{{', at + 2)
    const action = text.slice(at + 2, next === -1 ? undefined : next)
    const end = action.lastIndexOf('}}')
    if (clock.test(end === -1 ? action : action.slice(0, end))) return true
    at = next
  }
  return false
}
