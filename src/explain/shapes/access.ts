import type { Shape } from '../types.ts'

/** Somebody refuses. Who and in which words tells as much as can be told. */
export const accessShapes: readonly Shape[] = [
  {
    when: /\b412 Precondition Failed|\b451 Unavailable For Legal|PROJECTPOLICYVIOLATION|cannot be pulled due to configured policy|download blocking policy|is not allowed access|not signed by|Prevent images with vulnerability|(?:StatusCode:|from registry) 4(?:12|51)/i,
    causes: ['registry-policy'],
  },
  {
    when: /unable to retrieve auth token: invalid username\/password/,
    causes: ['pull-secret-rejected', 'no-pull-secret', 'not-found-or-private'],
  },
  {
    when: /authorization token has expired|incorrect username or password|failed to fetch oauth token: [^\n]*\b(?:401|403)\b/i,
    causes: ['pull-secret-rejected', 'registry-policy'],
  },
  {
    when: /no basic auth credentials/,
    causes: ['no-pull-secret', 'not-found-or-private', 'pull-secret-no-match', 'pull-secret-ignored'],
  },
  {
    when: /insufficient_scope|pull access denied|repository does not exist or may require/,
    causes: [
      'not-found-or-private',
      'no-pull-secret',
      'pull-secret-no-match',
      'pull-secret-rejected',
      'repository-not-found',
    ],
  },
  {
    when: /failed to fetch anonymous token: [^\n]*\b(?:401|403)\b|Requesting bearer token: [^\n]*\b(?:401|403)\b/,
    causes: ['not-found-or-private', 'no-pull-secret', 'pull-secret-no-match', 'pull-secret-rejected'],
  },
  {
    when: /\b403 Forbidden|(?:StatusCode:|from registry) 403|: denied(?:$|[:\s])|^denied: |access forbidden|Requesting bearer token: [^\n]*403|permission[^\n]* denied|not authorized to perform/i,
    causes: ['not-found-or-private', 'pull-secret-rejected', 'no-pull-secret', 'registry-policy'],
  },
  {
    when: /reading manifest \S+ in \S+: (?:unauthorized|authentication required|requested access|access to the)/,
    causes: ['no-pull-secret', 'not-found-or-private', 'pull-secret-rejected', 'registry-error'],
  },
  {
    when: /\b401 Unauthorized|from registry 401|unauthorized: |authentication required|requested access to the resource is denied|unauthorized to access|access to the requested resource is not authorized|unable to retrieve auth token/i,
    causes: ['pull-secret-rejected', 'no-pull-secret', 'not-found-or-private', 'registry-error'],
  },
]
