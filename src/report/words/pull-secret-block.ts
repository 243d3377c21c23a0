import type { FindingArgs } from '../../judge/types.ts'
import { unprintable } from '../escape/terminal.ts'

/** The lines that name a new pull secret, for the pod or its ServiceAccount; those that it names already are kept. */
export function pullSecretBlock({
  secrets = [],
  serviceAccount = 'default',
  namespace,
}: FindingArgs): readonly string[] {
  const within = namespace === undefined ? '' : ` in namespace ${plainText(namespace)}`
  const names = new Set([...secrets.map(secret => secret.split('/').at(-1) ?? ''), 'regcred'])
  return [
    `# in the spec of the pod, or at the top of ServiceAccount ${plainText(serviceAccount)}${within}`,
    'imagePullSecrets:',
    ...[...names].filter(name => name !== '').map(name => `  - name: ${scalar(name)}`),
  ]
}

function plainText(value: string): string {
  return value.replace(unprintable, ' ').slice(0, 253)
}

function scalar(name: string): string {
  const text = plainText(name)
  return /^[a-z][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text)
    ? text
    : JSON.stringify(text)
}
