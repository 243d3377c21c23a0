import { corrupt, without } from '../../src/simulator/artifact.ts'
import type { Artifact } from '../../src/simulator/artifact.ts'
import type { StyleName } from '../../src/simulator/auth/styles.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import { image, singleManifest } from '../../src/simulator/image.ts'
import {
  cosignSignature,
  helmChart,
  nestedIndex,
  rawManifest,
  schema1,
  typedAs,
} from '../../src/simulator/odd-artifact.ts'
import type { ProxyMode } from '../../src/simulator/proxy.ts'
import type { CertificateKind } from '../../src/simulator/tls/kinds.ts'

/** One thing that is broken, and the code that is true of it. */
export interface Scene {
  readonly name: string
  readonly truth: string
  readonly fault?: FaultName
  /** Made anew for each scene, so that no content is there from another one. */
  readonly artifact?: () => Artifact
  readonly auth?: StyleName
  /** The login the node sends: none, or one that is refused. */
  readonly login?: 'wrong'
  readonly tls?: CertificateKind
  readonly proxy?: ProxyMode
  /** The host is asked by the name `registry.test` through the proxy. */
  readonly named?: boolean
  readonly host?: string
  readonly reference?: string
  readonly refuses?: boolean
}

const ok = (name: string) => image({ platforms: ['linux/amd64'], name })

const byFault = (truth: string, faults: readonly FaultName[]): Scene[] =>
  faults.map(fault => ({ name: fault, truth, fault }))

const byArtifact = (truth: string, artifacts: Readonly<Record<string, () => Artifact>>): Scene[] =>
  Object.entries(artifacts).map(([name, artifact]) => ({ name, truth, artifact }))

const styles: readonly StyleName[] = [
  'distribution',
  'htpasswd',
  'hub',
  'ghcr',
  'quay',
  'gar',
  'ecr',
  'ecr-public',
  'acr',
  'gitlab',
  'harbor',
  'nexus',
  'artifactory',
  'gitea',
  'zot',
  'redhat',
  'nvcr',
]

const tls: readonly (readonly [CertificateKind, string])[] = [
  ['expired', 'tls-expired'],
  ['not-yet-valid', 'tls-expired'],
  ['wrong-name', 'tls-name-mismatch'],
  ['self-signed', 'tls-untrusted'],
  ['unknown-authority', 'tls-untrusted'],
  ['missing-intermediate', 'tls-untrusted'],
  ['client-certificate', 'tls-handshake'],
  ['old-protocol', 'tls-handshake'],
  ['no-common-cipher', 'tls-handshake'],
]

/** Every scene, in the order of the layers. */
export const scenes: readonly Scene[] = [
  { name: 'no such host', truth: 'registry-name-not-resolved', host: 'registry.nowhere.invalid' },
  { name: 'resolver fails', truth: 'registry-name-not-resolved', host: 'servfail.nowhere.invalid' },
  { name: 'connection refused', truth: 'registry-unreachable', refuses: true },
  ...byFault('registry-unreachable', [
    'close-on-connect',
    'reset-on-connect',
    'close-before-headers',
    'reset-before-headers',
    'hang-before-headers',
    'close-mid-headers',
  ]),
  ...byFault('registry-error', [
    'ssh-on-connect',
    'not-http',
    'error-500',
    'error-502',
    'error-503',
    'error-504',
    'error-500-everywhere',
    'upstream-unauthorized-500',
    'html-200',
    'challenge-absent',
    'challenge-unknown-scheme',
    'challenge-without-realm',
    'token-500',
    'token-503',
    'token-html',
    'token-absent',
    'token-not-found',
    'token-worthless',
    'redirect-loop',
  ]).map(scene => (/^(?:token|challenge)/.test(scene.name) ? { ...scene, auth: 'distribution' as const } : scene)),
  ...(['refuse', 'authenticate', 'bad-gateway'] as const).map(proxy => ({
    name: `proxy: ${proxy}`,
    truth: 'proxy-error',
    proxy,
    named: true,
    tls: 'good' as const,
  })),
  ...byFault('rate-limited', [
    'limited-silent',
    'limited-hub-pulls',
    'limited-hub-abuse',
    'limited-ecr-rate',
    'limited-harbor',
    'limited-at-the-door',
  ]),
  { name: 'token-limited', truth: 'rate-limited', fault: 'token-limited', auth: 'distribution' },
  ...tls.map(([kind, truth]) => ({ name: `tls: ${kind}`, truth, tls: kind, named: true })),
  { name: 'hang on connect', truth: 'registry-unreachable', fault: 'hang-on-connect', tls: 'good', named: true },
  { name: 'tls-handshake-failure', truth: 'tls-handshake', fault: 'tls-handshake-failure', tls: 'good', named: true },
  { name: 'plain HTTP', truth: 'plain-http-registry', named: true },
  ...styles.map(auth => ({ name: `${auth}, no login`, truth: 'no-pull-secret', auth })),
  ...styles.map(auth => ({
    name: `${auth}, wrong login`,
    truth: 'pull-secret-rejected',
    auth,
    login: 'wrong' as const,
  })),
  ...byFault('not-found-or-private', ['unauthorized-always', 'basic-always', 'insufficient-scope']),
  { name: 'token-unauthorized', truth: 'not-found-or-private', fault: 'token-unauthorized', auth: 'distribution' },
  { name: 'token-denied', truth: 'not-found-or-private', fault: 'token-denied', auth: 'distribution' },
  ...byFault('not-found-or-private', ['denied', 'denied-plain']),
  ...byFault('pull-secret-rejected', ['denied-expired']),
  ...byFault('registry-policy', [
    'policy-harbor',
    'policy-harbor-signature',
    'policy-xray',
    'legal-block',
    'firewall-acr',
    'edge-cloudflare',
  ]),
  ...byFault('tag-not-found', [
    'manifest-unknown',
    'tag-expired',
    'not-found-harbor',
    'not-found-plain',
    'not-found-html',
    'head-404',
  ]),
  ...byFault('repository-not-found', ['name-unknown']),
  { name: 'digest unknown', truth: 'digest-not-found', reference: `@sha256:${'0'.repeat(64)}` },
  ...byArtifact('child-manifest-missing', {
    'child missing': () => without(image({ name: 'half' }), { child: 'linux/amd64' }),
  }),
  ...byArtifact('blob-missing', {
    'config missing': () => without(ok('a'), 'configs'),
    'layer missing': () => without(ok('b'), 'layers'),
  }),
  ...byFault('blob-missing', ['blob-unknown']),
  { name: 'token-hang', truth: 'registry-unreachable', fault: 'token-hang', auth: 'distribution' },
  { name: 'token-reset', truth: 'registry-unreachable', fault: 'token-reset', auth: 'distribution' },
  ...byFault('platform-missing', ['manifest-empty-object']),
  ...byArtifact('platform-missing', {
    'only arm64': () => image({ platforms: ['linux/arm64'] }),
    'only windows': () => image({ platforms: ['windows(10.0.17763.1)/amd64'] }),
    'no entries': () => image({ platforms: [] }),
  }),
  ...byArtifact('unsupported-manifest', {
    'schema 1, signed': () => schema1(),
    'schema 1, unsigned': () => schema1({ signed: false }),
    'unknown type': () => rawManifest('application/vnd.acme.thing.v1+json', { hello: 'world' }),
    'served as JSON': () => typedAs(singleManifest({ name: 'typed' }), 'application/json'),
  }),
  ...byFault('unsupported-manifest', ['type-json', 'type-text']),
  ...byArtifact('manifest-invalid', {
    'root corrupt': () => corrupt(ok('c')),
    'child corrupt': () => corrupt(ok('d'), 'linux/amd64'),
    'nested index': () => nestedIndex({ 'linux/amd64': ok('e') }),
  }),
  ...byFault('manifest-invalid', [
    'digest-lies',
    'json-invalid',
    'manifest-oversize',
    'manifest-both-kinds',
    'empty-200',
    'config-not-json',
  ]),
  ...byArtifact('not-an-image', {
    'Helm chart': () => helmChart(),
    signature: () => cosignSignature(`sha256:${'a'.repeat(64)}`),
  }),
]
