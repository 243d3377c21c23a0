import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { createSecret, deleteSecret, renewSecret } from './create-secret.ts'
import { code, quoted, series } from './quote.ts'
import { image } from './subject.ts'
import type { Rows } from './wording.ts'

type SecretCode = Extract<FindingCode, `pull-secret-${string}`>

/** Facts about the secrets that a pod names. */
export const secretRows: Rows<SecretCode> = {
  'pull-secret-invalid': args => ({
    message: `${image(args)} cannot be pulled: the pull secret ${series(args.secrets)} cannot be read.`,
    cause: `The kubelet pulls nothing for a pod that names a secret with broken content, not even public images.${quoted('It would say', args.detail)}`,
    fix: 'Create the secret again:',
    commands: [renewSecret(args)],
  }),
  'pull-secret-rejected': args => ({
    ...rejected(args),
    commands: args.reason === 'runner-login' ? [] : [renewSecret(args)],
  }),
  'pull-secret-missing': args => ({
    message: `The pull secret ${series(args.secrets)} is neither in the manifests nor was its content given.`,
    cause: 'Its content is not known here, so whether it opens the registry is taken on trust.',
    fix: 'If the cluster does not hold it yet, create it; to have it checked, give its content by `pull-secrets`.',
    commands: [createSecret(args)],
  }),
  'pull-secret-other-namespace': args => ({
    message: `The pull secret ${series(args.secrets)} is only rendered into namespace ${series(args.namespaces)}.`,
    cause:
      'A pod can only use secrets of its own namespace. The cluster may hold one of the same name, which is not known here.',
    fix: `Render it into namespace ${code(args.namespace ?? 'default')}, or create it there.`,
    commands: [createSecret(args)],
  }),
  'pull-secret-ignored': args => ({
    message: `The kubelet ignores the pull secret ${series(args.secrets)}.`,
    cause: ignored[args.reason ?? ''] ?? 'It holds no login that the kubelet reads.',
    fix:
      args.reason === 'blank-name'
        ? 'Remove the blank entry, or give it the name of a secret.'
        : 'Use type `kubernetes.io/dockerconfigjson` with the key `.dockerconfigjson`:',
    commands: args.reason === 'blank-name' ? [] : [deleteSecret(args), createSecret(args)],
  }),
  'pull-secret-no-match': args => ({
    message: `The pull secret ${series(args.secrets)} holds no login for this image.`,
    cause: `It has logins for ${series(args.namespaces)} only.`,
    fix: 'Add a login for the registry of the image to the secret, keyed by its host.',
  }),
}

const ignored: Readonly<Record<string, string>> = {
  'blank-name':
    'Its name is blank. A list with a blank name also keeps the secrets of the ServiceAccount from being used.',
  type: 'It has another type than the two whose content the kubelet reads, so its login is never looked at.',
  'key-missing': 'It lacks the key that belongs to its type, so no login is found in it.',
  empty: 'The key that belongs to its type is empty, so no login is found in it.',
}

function rejected(args: FindingArgs): { message: string; cause: string; fix: string } {
  const { registry, secrets, detail, public: open, reason } = args
  const declared = reason === 'runner-login' || !secrets?.length
  const login = declared ? 'the login that the nodes were declared to hold' : `the login in ${series(secrets)}`
  const also = open
    ? ' Without any login the image can be pulled: a stale login breaks the pull of a public image, since the kubelet then never tries without.'
    : ''
  return {
    message: `${image(args)} cannot be pulled: ${code(registry)} refuses ${login}.`,
    cause: `It has expired, is wrong, or has no right to this repository${open ? '' : ', which may also not exist'}.${also}${quoted('The registry says', detail)}`,
    fix: open
      ? 'Renew the login, or take it away from the pod:'
      : 'Renew the login, or give its account the right to pull:',
  }
}
