import { classify } from '../../explain/classify.ts'
import { layerOf } from '../../judge/policy/rules.ts'
import { isTriageCode, triageTexts } from '../codes.ts'
import type { Diagnosis } from '../types.ts'
import { broken, codeOf } from './broken.ts'
import type { Container } from './containers.ts'
import type { PodContext } from './context.ts'

// kubelet: pkg/kubelet/images/types.go; the last is cri-api's
const reasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
])

/** Whether a waiting reason is about the image. Newer kubelets give the raw text of an undecodable secret as reason. */
export function isPullReason(reason: string): boolean {
  return reasons.has(reason) || /unable to parse auth field|illegal base64|invalid character/.test(reason)
}

/** Why the image is not pulled: from the status, else from the events, which tell what the status left out. */
export function pullFailure(
  context: PodContext,
  container: Container,
  { reason, message }: { readonly reason: string; readonly message: string },
): Diagnosis {
  const shown = message === '' ? reason : `${reason}: ${message}`
  const texts = [shown, ...eventsAbout(context, container)]
  const evidence = texts.find(saysWhy) ?? shown
  return broken(context, { ...codeOf(evidence, 'pull-failed'), evidence, container })
}

function eventsAbout({ events }: PodContext, { name, image }: Container): readonly string[] {
  const own = events.filter(
    ({ part, message }) => part.includes(`{${name}}`) || (image !== '' && message.includes(image)),
  )
  return own
    .filter(({ warning }) => warning)
    .toReversed()
    .map(({ message }) => message)
}

function saysWhy(text: string): boolean {
  const found = classify(text)
  const code = found?.causes[0]
  if (found === undefined || found.vague || code === undefined) return false
  return isTriageCode(code) ? triageTexts[code].layer !== 'application' : layerOf(code) !== 'coverage'
}
