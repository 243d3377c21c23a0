import type { FindingCode, Severity } from '../codes.ts'
import type { Layer } from '../types.ts'

type Rule = readonly [layer: Layer, severity: Severity]

/** Layer and default severity of each code. Unknown outcomes of an error code are warnings (`severityOf`). */
const rules: Readonly<Record<FindingCode, Rule>> = {
  'invalid-reference': ['name', 'error'],
  'empty-reference': ['name', 'error'],
  'registry-name-not-resolved': ['network', 'warning'],
  'registry-unreachable': ['network', 'warning'],
  'registry-error': ['network', 'warning'],
  'proxy-error': ['network', 'warning'],
  'rate-limited': ['network', 'warning'],
  'tls-untrusted': ['tls', 'warning'],
  'tls-expired': ['tls', 'error'],
  'tls-name-mismatch': ['tls', 'error'],
  'tls-handshake': ['tls', 'error'],
  'plain-http-registry': ['tls', 'error'],
  'pull-secret-invalid': ['auth', 'error'],
  'pull-secret-rejected': ['auth', 'error'],
  'not-found-or-private': ['auth', 'error'],
  'no-pull-secret': ['auth', 'warning'],
  'pull-secret-missing': ['auth', 'notice'],
  'pull-secret-other-namespace': ['auth', 'warning'],
  'pull-secret-ignored': ['auth', 'warning'],
  'pull-secret-no-match': ['auth', 'warning'],
  'access-denied': ['auth', 'warning'],
  'registry-policy': ['policy', 'error'],
  'repository-not-found': ['existence', 'error'],
  'tag-not-found': ['existence', 'error'],
  'digest-not-found': ['existence', 'error'],
  'child-manifest-missing': ['existence', 'error'],
  'blob-missing': ['existence', 'error'],
  'platform-missing': ['platform', 'error'],
  'platform-depends-on-runtime': ['platform', 'warning'],
  'unsupported-manifest': ['content', 'error'],
  'manifest-invalid': ['content', 'error'],
  'not-an-image': ['content', 'error'],
  'wrong-architecture': ['runtime', 'error'],
  'never-pull': ['node', 'warning'],
  'blocked-by-node': ['node', 'error'],
  'short-name-ambiguous': ['node', 'error'],
  'no-node-for-workload': ['scheduling', 'warning'],
  'latest-tag': ['project policy', 'off'],
  'digest-required': ['project policy', 'off'],
  'registry-not-allowed': ['project policy', 'off'],
  'tag-digest-drift': ['hygiene', 'notice'],
  'relocated-image': ['hygiene', 'notice'],
  'rate-limit-risk': ['hygiene', 'notice'],
  'large-image': ['hygiene', 'notice'],
  'render-failed': ['coverage', 'error'],
  'unreadable-document': ['coverage', 'warning'],
  'unresolved-source': ['coverage', 'warning'],
  'no-images-found': ['coverage', 'warning'],
  'image-like-string': ['coverage', 'warning'],
}

/** Where in the triage order a code stands. */
export function layerOf(code: FindingCode): Layer {
  return rules[code][0]
}

/** The severity without any setting. */
export function defaultSeverity(code: FindingCode): Severity {
  return rules[code][1]
}
