import type { FindingArgs } from '../../judge/types.ts'
import type { NodeFileReason } from '../../node/types.ts'
import { code, quoted } from './quote.ts'
import type { Say } from './wording.ts'

interface Words {
  readonly message: (file: string) => string
  readonly cause: string
  readonly fix: string
}

const unread = (cause: string, fix: string): Words => ({
  message: file => `${file}, the registry configuration of the nodes, could not be read.`,
  cause,
  fix,
})

const words: Readonly<Record<NodeFileReason, Words>> = {
  'hosts-file-discarded': {
    message: file => `containerd discards ${file}: nodes ask the registry itself and none of its mirrors.`,
    cause: 'One mistake in a `hosts.toml` discards all of it; containerd only logs that.',
    fix: 'Correct the file.',
  },
  'certificate-missing': {
    message: file => `A certificate or key that ${file} names is not beside it, so hosts were asked without it.`,
    cause: 'Nodes have the file; this check only sees the repository.',
    fix: 'Put the certificate of the authority beside the `hosts.toml`; a private key belongs on the nodes alone.',
  },
  'rewrite-ignored': {
    message: file => `${file} rewrites paths, which containerd itself does not do; the tables were ignored.`,
    cause: 'Only the containerd of k3s and RKE2 knows `rewrite`.',
    fix: 'Give the mirror a path with `override_path = true`, which every containerd knows.',
  },
  'not-read': {
    message: file => `${file} was not read: nodes of the declared runtime do not read such a file.`,
    cause: 'containerd reads `hosts-dir`, and CRI-O reads `registries-conf`.',
    fix: 'Declare the `runtime` of the nodes, or leave the setting out.',
  },
  'registries-conf-invalid': {
    message: file => `${file} is no valid configuration of registries: CRI-O pulls nothing with it.`,
    cause: 'CRI-O reads the whole file or none of it (containers-registries.conf(5)).',
    fix: 'Correct the file.',
  },
  absent: unread('There is no such file or folder.', 'Correct `hosts-dir` or `registries-conf`.'),
  denied: unread('It may not be read.', 'Check its permissions.'),
  outside: unread('It lies outside the repository.', 'Put it into the repository.'),
  unreadable: unread('It is not what it should be: a folder of folders, or a text file.', 'Correct the path.'),
}

/** Sentences about a file that says how the nodes come to registries. */
export function nodeFileWords(args: FindingArgs): ReturnType<Say> {
  const { message, cause, fix } = reasons.get(args.reason ?? '') ?? words.unreadable
  return { message: message(code(args.path)), cause: `${cause}${quoted('In question', args.detail)}`, fix }
}

const reasons: ReadonlyMap<string, Words> = new Map(Object.entries(words).map(([why, one]) => [`node-${why}`, one]))
