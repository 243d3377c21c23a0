import { classify } from '../../explain/classify.ts'
import { listAt, textAt } from '../fields.ts'
import type { Broken } from '../types.ts'
import type { Container } from './containers.ts'
import type { PodContext } from './context.ts'

/** What a failure is called, and by what it is known. */
export interface Verdict {
  readonly code: Broken['code']
  readonly others?: Broken['others'] | undefined
  readonly evidence: string
  readonly container?: Container | undefined
}

/** The diagnosis of a pod that is broken. */
export function broken({ pod, name, nodeName }: PodContext, verdict: Verdict): Broken {
  const { code, others = [], evidence, container } = verdict
  const secrets = listAt(pod, 'spec', 'imagePullSecrets').map(secret => textAt(secret, 'name'))
  return {
    state: 'broken',
    code,
    others,
    evidence: `pod ${name}${container === undefined ? '' : `, container ${container.name}`}: ${evidence}`,
    subject: {
      pod: name,
      container: container?.name,
      image: container?.image === '' ? undefined : container?.image,
      node: nodeName === '' ? undefined : nodeName,
      created: textAt(pod, 'metadata', 'creationTimestamp') || undefined,
      secrets: secrets.filter(secret => secret !== ''),
    },
  }
}

/** The code of a text, or another where the text does not say enough. */
export function codeOf(text: string, otherwise: Broken['code']): Pick<Verdict, 'code' | 'others'> {
  const found = classify(text)
  const [code, ...others] = found === undefined || found.vague ? [] : found.causes
  return code === undefined ? { code: otherwise } : { code, others }
}
