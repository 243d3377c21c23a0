import type { Environment } from '../transport/proxy.ts'
import { printable } from '../diagnosis/text.ts'

/** Variables whose names say that their values are secret. */
const secretName = /(secret|token|passw|key|credential|auth)/i
const shortest = 6

/** What looks like a secret wherever it stands. The first group, where there is one, is kept. */
const secretShapes: readonly RegExp[] = [
  /(:\/\/)[^\s/@]+@/g,
  /("?(?:secret|password|passwd|token|refresh_?token|access_?token)"?\s*[:=]\s*)(?:"[^"]*"?|[^\s,;)}]+)/gi,
  /((?:basic|bearer)\s+)[\w+/=.~-]{6,}/gi,
  /\beyJ[\w-]{6,}(?:\.[\w-]*)*/g,
  /\b(?:gh[a-z]|github_pat|glpat|dckr_pat|dckr_oat|xox[a-z]|sk|npm)[_-][\w-]{8,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g,
  // long, with letters of both cases and digits, is no word of any language
  /(?=[\w+/=]*[a-z])(?=[\w+/=]*[A-Z])(?=[\w+/=]*\d)[\w+/=]{24,}/g,
]

/** A helper's own words without what may be secret: nobody knows yet which login it was about to give. */
export function saidByHelper(output: string, environment: Environment): string {
  const values = Object.entries(environment).flatMap(([name, value = '']) =>
    secretName.test(name) && value.length >= shortest ? [value] : [],
  )
  const withoutValues = values.reduce((text, value) => text.replaceAll(value, '***'), output)
  const clean = secretShapes.reduce(
    (text, shape) => text.replace(shape, (_, kept: unknown) => `${typeof kept === 'string' ? kept : ''}***`),
    // no more than this is ever shown, and the shapes take their time on what is long
    withoutValues.slice(0, 4000),
  )
  return printable(clean)
}
