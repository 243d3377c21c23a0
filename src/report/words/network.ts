import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { code, duration, quoted } from './quote.ts'
import { failures } from './failures.ts'
import { host, image, repository } from './subject.ts'
import type { Rows, Say } from './wording.ts'

type NetworkCode = Extract<
  FindingCode,
  'registry-name-not-resolved' | 'registry-unreachable' | 'registry-error' | 'proxy-error' | 'rate-limited'
>

const untold = (args: FindingArgs): string => `Could not tell whether ${image(args)} can be pulled: `

/** No answer that says anything about the image. */
export const networkRows: Rows<NetworkCode> = {
  'registry-name-not-resolved': failure(args => `the name ${host(args)} does not resolve`),
  'registry-unreachable': (args, finding) =>
    finding.verdict === 'pullable' ? missedHost(args) : unreachable(args, finding),
  'registry-error': failure(
    args => `${host(args)} ${noUse[args.reason ?? ''] ?? 'gave no usable answer'}${status(args)}`,
  ),
  'proxy-error': failure(args => `the proxy on the way to ${code(args.registry ?? args.host)} let nothing through`),
  'rate-limited': args => ({
    message: `${untold(args)}${code(args.registry)} limits how often it may be asked (429).`,
    cause: `${limits[args.reason ?? ''] ?? limits['requests']}${quoted('The registry says', args.detail)}`,
    fix: `${wait(args)} ${login(args)}`,
  }),
}

/** What is refused before the image is asked for, which the runner may have anyway. */
const noUse: Readonly<Record<string, string>> = {
  'head-refused': 'refuses HEAD requests, by which containerd begins',
  'greeting-refused': 'refuses `GET /v2/`, by which CRI-O begins',
}

const unreachable = failure(args => `${host(args)} did not answer`)

/** A mirror that nodes try in vain before they come to a host that has the image. */
function missedHost(args: FindingArgs): ReturnType<Say> {
  const known = failures[args.reason ?? '']
  return {
    message: `${host(args)}, which nodes try first for ${image(args)}, gave no answer; the next host has the image.`,
    cause: `${known?.cause ?? 'It limits how often it may be asked.'}${quoted('Evidence', args.detail)}`,
    fix: 'Check the mirror, if the runner should reach it: nodes wait for it at every pull.',
  }
}

const limits: Readonly<Record<string, string>> = {
  pulls: 'The quota of pulls for this address or account is used up.',
  requests: 'Too many requests came from this address or account in a short time.',
  data: 'The allowance of data for this address or account is used up.',
}

function failure(what: (args: FindingArgs) => string): Say {
  return args => {
    const known = failures[args.reason ?? ''] ?? { cause: 'The request failed.', fix: 'Run the check again.' }
    return {
      message: `${untold(args)}${what(args)}.`,
      cause: `${known.cause}${quoted('Evidence', args.detail)}`,
      fix: known.fix,
    }
  }
}

function status({ status: answered }: FindingArgs): string {
  return answered === undefined ? '' : ` (HTTP ${answered})`
}

const dayMs = 86_400_000

function wait({ retryAfterMs }: FindingArgs): string {
  // more than a day is no advice but a mistake of the registry
  const isAdvice = retryAfterMs !== undefined && retryAfterMs <= dayMs
  const when = isAdvice ? `in ${duration(retryAfterMs)}` : 'later'
  return `Run the check again ${when}.`
}

function login(args: FindingArgs): string {
  return args.reason === 'pulls'
    ? `A login of the runner for ${code(args.registry)} has a quota of its own; nodes that pull ${repository(args)} have theirs.`
    : 'A lower `concurrency` helps where this happens often.'
}
