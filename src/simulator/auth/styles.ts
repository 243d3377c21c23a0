import type { Refusal, Style } from './style.ts'

const unauthorized: Refusal = { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }
const incorrect: Refusal = { status: 401, code: 'UNAUTHORIZED', message: 'incorrect username or password' }

const bearer = {
  scheme: 'bearer',
  tokenPath: '/token',
  ping: 'challenge',
  refusesAt: 'registry',
  noAccess: unauthorized,
  wrongLogin: incorrect,
  post: 200,
} as const satisfies Style

const basic = { ...bearer, scheme: 'basic', wrongLogin: unauthorized, post: 404 } as const satisfies Style

/** Well-known registries, as far as their refusals and token servers differ. */
export const styles = {
  /** distribution with a token server as its documentation describes it. */
  distribution: bearer,
  htpasswd: basic,
  hub: { ...bearer, service: 'registry.docker.io' },
  ghcr: {
    ...bearer,
    pingScope: 'repository:user/image:pull',
    refusesAt: 'token-endpoint',
    noAccess: { status: 403, code: 'DENIED', message: 'denied' },
    wrongLogin: { status: 403, code: 'DENIED', message: 'denied' },
    post: 404,
    tokenField: 'token',
    silentExpiry: true,
  },
  quay: {
    ...bearer,
    tokenPath: '/v2/auth',
    noAccess: { status: 401, code: 'UNAUTHORIZED', message: 'access to the requested resource is not authorized' },
    wrongLogin: { status: 401, code: 'UNAUTHORIZED', message: 'Could not find robot with specified username' },
    post: 405,
    tokenField: 'token',
    silentExpiry: true,
  },
  gar: {
    ...bearer,
    tokenPath: '/v2/token',
    openWithoutToken: true,
    refusesAt: 'token-endpoint',
    noAccess: {
      status: 403,
      code: 'DENIED',
      message:
        'Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "{repository}" (or it may not exist)',
    },
    wrongLogin: { status: 401, code: 'UNAUTHORIZED', message: 'authentication failed' },
    post: 404,
    missingManifest: { status: 404, code: 'MANIFEST_UNKNOWN', message: 'Failed to fetch "{reference}"' },
  },
  ecr: {
    ...basic,
    service: 'ecr.amazonaws.com',
    noAccess: {
      status: 403,
      code: 'DENIED',
      message: 'User is not authorized to perform: ecr:BatchGetImage on resource: {repository}',
    },
    wrongLogin: { status: 401, message: 'Not Authorized\n' },
    expiredLogin: {
      status: 403,
      code: 'DENIED',
      message: 'Your authorization token has expired. Reauthenticate and try again.',
    },
  },
  'ecr-public': {
    ...bearer,
    tokenPath: '/token/',
    wrongLogin: {
      status: 403,
      code: 'DENIED',
      message: 'Your authorization token has expired. Reauthenticate and try again.',
    },
    missingIs404: true,
    post: 405,
  },
  acr: {
    ...bearer,
    tokenPath: '/oauth2/token',
    noAccess: {
      status: 401,
      code: 'UNAUTHORIZED',
      message: 'authentication required, visit https://aka.ms/acr/authorization for more information.',
    },
    tokenField: 'access_token',
    silentExpiry: true,
    missingManifest: {
      status: 404,
      code: 'MANIFEST_UNKNOWN',
      message: 'manifest tagged by "{reference}" is not found',
    },
  },
  gitlab: {
    ...bearer,
    service: 'container_registry',
    tokenPath: '/jwt/auth',
    refusesAt: 'token-endpoint',
    noAccess: { status: 403, code: 'DENIED', message: 'access forbidden' },
    wrongLogin: { status: 401, code: 'UNAUTHORIZED', message: 'HTTP Basic: Access denied' },
    post: 404,
    tokenField: 'token',
  },
  harbor: {
    ...bearer,
    service: 'harbor-registry',
    tokenPath: '/service/token',
    noAccess: {
      status: 401,
      code: 'UNAUTHORIZED',
      message: 'unauthorized to access repository: {repository}, action: pull',
      challenge: '',
    },
    wrongLogin: 'anonymous',
    missingManifest: { status: 404, code: 'NOT_FOUND', message: 'artifact {repository}:{reference} not found' },
  },
  nexus: {
    ...basic,
    openWithoutToken: true,
    noAccess: { ...unauthorized, message: 'access to the requested resource is not authorized' },
    headers: { server: 'Nexus/3.70.1-02 (OSS)' },
  },
  artifactory: {
    ...bearer,
    repoKeyInRealm: true,
    ping: 'open',
    post: 401,
    missingManifest: {
      status: 404,
      code: 'MANIFEST_UNKNOWN',
      message: 'The named manifest is not known to the registry.',
    },
    headers: { 'x-jfrog-version': 'Artifactory/7.98.7 79807900', 'x-artifactory-id': 'simulated' },
  },
  gitea: {
    ...bearer,
    service: 'container_registry',
    tokenPath: '/v2/token',
    scope: '*',
    moreChallenges: ['Basic realm="Gitea Container Registry"'],
    noAccess: { status: 401, message: 'reqPackageAccess\n', challenge: 'Basic realm="Gitea Package API"' },
    missingIs404: true,
    post: 404,
    tokenField: 'token',
    silentExpiry: true,
  },
  zot: {
    ...basic,
    ping: 'open',
    openWithoutToken: true,
    noAccess: { status: 403, code: 'DENIED', message: 'access denied' },
  },
  redhat: {
    ...bearer,
    tokenPath: '/auth/realms/rhcc/protocol/redhat-docker-v2/auth',
    refusesAt: 'token-endpoint',
    noAccess: { status: 401, message: 'Please login to the Red Hat Registry using your Customer Portal credentials.' },
    wrongLogin: {
      status: 401,
      message: 'Please login to the Red Hat Registry using your Customer Portal credentials.',
    },
  },
  nvcr: {
    ...bearer,
    service: null,
    tokenPath: '/proxy_auth',
    refusesAt: 'token-endpoint',
    noAccess: { status: 403, code: 'DENIED', message: 'Access Denied' },
    post: 404,
  },
} as const satisfies Record<string, Style>

export type StyleName = keyof typeof styles
