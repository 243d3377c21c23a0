import type { Shape } from '../types.ts'

/** What the kubelet, or the configuration of the node, refuses before any registry is asked. */
export const nameAndNodeShapes: readonly Shape[] = [
  { when: /couldn't parse image (?:name|reference) ""|image: Required value/, causes: ['empty-reference'] },
  {
    when: /InvalidImageName|couldn't parse image (?:name|reference)|Failed to apply default image tag|failed to parse image reference|image: Invalid value: .*whitespace|invalid reference format|repository name \(.*\) must be lowercase/,
    causes: ['invalid-reference'],
  },
  { when: /ErrImageNeverPull|is not present with pull policy of Never/, causes: ['never-pull'] },
  {
    when: /SignatureValidationFailed|signature validation failed|Source image rejected|image verifier \S+ blocked pull/,
    causes: ['registry-policy'],
  },
  { when: /registry \S+ is blocked in /, causes: ['blocked-by-node'] },
  {
    when: /short[- ]name mode is enforcing|returns ambiguous list|short-name .* did not resolve to an alias/,
    causes: ['short-name-ambiguous'],
  },
  { when: /unable to parse auth field|illegal base64 data at input byte/, causes: ['pull-secret-invalid'] },
  {
    when: /FailedToRetrieveImagePullSecret|Unable to retrieve some image pull secrets/,
    causes: ['pull-secret-missing', 'pull-secret-other-namespace'],
  },
]
