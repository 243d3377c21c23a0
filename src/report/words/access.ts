import type { FindingCode } from '../../judge/codes.ts'
import type { FindingArgs } from '../../judge/types.ts'
import { createSecret } from './create-secret.ts'
import { failures } from './failures.ts'
import { code, quoted, series } from './quote.ts'
import { pullSecretBlock } from './pull-secret-block.ts'
import { image, repository } from './subject.ts'
import type { Rows, Wording } from './wording.ts'

type AccessCode = Extract<FindingCode, 'not-found-or-private' | 'no-pull-secret' | 'access-denied'>

/** The door is closed, or nobody here can tell whether it is. */
export const accessRows: Rows<AccessCode> = {
  'not-found-or-private': args => ({
    message: `${image(args)} does not exist or is private, and nothing lets the nodes in.`,
    cause: `${first(args)}${code(args.registry)} answers the same for both${status(args)}, and no login was found that opens ${repository(args)}.${runner(args)}${says(args)}`,
    fix: `Check the spelling. If the image is private, create a pull secret and name it in \`imagePullSecrets\` of the pod or of ServiceAccount ${code(args.serviceAccount ?? 'default')}; if the nodes hold a login of their own, declare it by \`node-credentials\`.`,
    ...newSecret(args),
  }),
  'no-pull-secret': (args, { verdict }) => ({ ...noSecret(args, verdict), ...newSecret(args) }),
  'access-denied': args => ({
    message: `Could not tell whether ${image(args)} can be pulled: ${code(args.registry)} refuses access.`,
    ...denied(args),
  }),
}

// the secret that the pod names already does not help: another one is needed
function newSecret(args: FindingArgs): Pick<Wording, 'commands' | 'snippet'> {
  return { commands: [createSecret({ ...args, secrets: undefined })], snippet: pullSecretBlock(args) }
}

function noSecret(args: FindingArgs, verdict: string): { message: string; cause: string; fix: string } {
  const seen = `The runner's login sees the image; without a login ${code(args.registry)} refuses it${status(args)}.`
  if (args.reason === 'cloud-identity')
    return {
      message: `${image(args)} is private and the pod names no pull secret for it.`,
      cause: `${seen} On this registry nodes usually pull by their cloud identity, so it is taken as pullable.`,
      fix: 'Make sure that the role of the nodes may pull it. To have it checked, declare `node-credentials`.',
    }
  if (args.reason === 'pod-unknown') return ofNoPod(args, seen)
  const outcome =
    verdict === 'unpullable' ? 'cannot be pulled' : 'can only be pulled by nodes that hold a login of their own'
  const nodes =
    verdict === 'unpullable'
      ? 'the nodes hold no login for it'
      : 'whether the nodes hold a login of their own was not declared'
  return {
    message: `${image(args)} ${outcome}: it is private and the pod names no pull secret for it.`,
    cause: `${seen} Neither the pod nor ServiceAccount ${code(args.serviceAccount ?? 'default')} names a secret that fits, and ${nodes}.`,
    fix: 'Create a pull secret and name it in `imagePullSecrets` of the pod or its ServiceAccount; if the nodes hold a login of their own, declare it by `node-credentials`.',
  }
}

function ofNoPod(args: FindingArgs, seen: string): ReturnType<typeof noSecret> {
  return {
    message: `${image(args)} is there and private; whether the pods that start with it may pull it could not be told.`,
    cause: `${seen} It stands in no image field, so which pod would pull it, and by which secrets, is not known.`,
    fix: 'Make sure that the operator gives its pods a pull secret for it.',
  }
}

function denied(args: FindingArgs): { cause: string; fix: string } {
  const { secrets, reason = '' } = args
  const known = failures[reason]
  if (known !== undefined) return { cause: `${known.cause}${says(args)}`, fix: known.fix }
  const { cause, fix } = reasons[reason] ?? unknownReason
  const named = cause.replace('{secrets}', () => series(secrets))
  return { cause: `${named}${runner(args)}${says(args)}`, fix: fix.replace('{registry}', () => code(args.registry)) }
}

const giveContent = "Give the secret's content by `pull-secrets`, or log the runner in to {registry}."
const logIn = 'Log the runner in to {registry} with an account that may pull.'
const unknownReason = {
  cause: 'Without a login, a missing image and a private one look the same.',
  fix: `${logIn} If the nodes hold a login of their own, declare it by \`node-credentials\`.`,
}

const reasons: Readonly<Record<string, { readonly cause: string; readonly fix: string }>> = {
  'secret-unknown': {
    cause: 'The content of the pull secret {secrets} is not known here, and nobody else could look.',
    fix: giveContent,
  },
  'other-secret-unknown': {
    cause: 'The logins that are known here were refused; the content of the pull secret {secrets} is not known.',
    fix: giveContent,
  },
  'hidden-or-missing': {
    cause:
      'Without a login the registry says that the image is not there, which some registries also say of private images; the content of the pull secret {secrets} is not known here.',
    fix: giveContent,
  },
  'hidden-from-nobody': {
    cause:
      'Without a login the registry says that the image is not there, which it may also say of private images, and whether the nodes hold a login was not declared.',
    fix: `${logIn} If the nodes hold no login, declare \`node-credentials: none\`.`,
  },
  'run-without-secrets': {
    cause: 'This run has no secrets by nature (fork or Dependabot), so private and missing images look the same.',
    fix: 'Run the check from a branch of this repository, or give Dependabot the login as a Dependabot secret.',
  },
  'runner-login-broken': {
    cause: 'Without a login it is refused, and the login of the runner could not be had.',
    fix: `Mend that login. ${logIn}`,
  },
  'node-login-undeclared': {
    cause:
      'The pod names no pull secret that opens it, and whether the nodes hold a login of their own was not declared.',
    fix: `Give the pod a pull secret, or declare by \`node-credentials\` what the nodes hold (\`none\`, if nothing). To see whether the image exists, log the runner in to {registry} with an account that may pull.`,
  },
  'pod-unknown': {
    cause:
      'It is private or not there. It stands in no image field, so which pod would pull it, and by which secrets, is not known.',
    fix: `${logIn} Whether the pods that start with it may pull it is for their operator to tell.`,
  },
  'body-refused': {
    cause: 'The registry says that the manifest is there and then refuses to show it.',
    fix: logIn,
  },
  'part-refused': {
    cause: 'The manifest can be read, but a part that the pull needs is refused.',
    fix: logIn,
  },
}

const firstNotes: Readonly<Record<string, string>> = {
  'pull-secret-no-match': 'The pull secret {secrets} holds no login for this registry. ',
  'pull-secret-ignored': 'The kubelet ignores the pull secret {secrets}. ',
}

function first({ reason = '', secrets }: FindingArgs): string {
  return (firstNotes[reason] ?? '').replace('{secrets}', () => series(secrets))
}

function runner({ login }: FindingArgs): string {
  return login === undefined ? '' : ` The runner had no login to look with: ${code(login)}.`
}

function says({ detail }: FindingArgs): string {
  return quoted('The registry says', detail)
}

function status({ status: answered }: FindingArgs): string {
  return answered === undefined ? '' : ` (HTTP ${answered})`
}
