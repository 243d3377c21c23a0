import { expect, test } from 'vitest'
import { corrupt, without } from './artifact.ts'
import type { Artifact } from './artifact.ts'
import { sha256 } from './content.ts'
import { image, singleManifest } from './image.ts'
import { mediaTypes } from './media-types.ts'
import {
  cosignSignature,
  helmChart,
  nestedIndex,
  rawManifest,
  schema1,
  typedArtifact,
  typedAs,
} from './odd-artifact.ts'
import { startRegistry } from './registry.ts'

const windows = ['windows(10.0.20348.2402)/amd64', 'linux/arm/v7']

const rows: { what: string; artifact: Artifact; type: string; text: string }[] = [
  { what: 'schema 1, signed', artifact: schema1(), type: mediaTypes.schema1Signed, text: '"signatures"' },
  { what: 'schema 1, plain', artifact: schema1({ signed: false }), type: mediaTypes.schema1, text: '"fsLayers"' },
  { what: 'a chart', artifact: helmChart(), type: mediaTypes.oci.manifest, text: mediaTypes.helmConfig },
  {
    what: 'a signature',
    artifact: cosignSignature('x'),
    type: mediaTypes.oci.manifest,
    text: mediaTypes.simpleSigning,
  },
  {
    what: 'an artifact',
    artifact: typedArtifact('app/x'),
    type: mediaTypes.oci.manifest,
    text: '"artifactType":"app/x"',
  },
  { what: 'nested', artifact: nestedIndex({ '': image() }), type: mediaTypes.oci.index, text: mediaTypes.oci.index },
  { what: 'raw', artifact: rawManifest('app/odd', [1]), type: 'app/odd', text: '[1]' },
  { what: 'mistyped', artifact: typedAs(image(), 'text/html'), type: 'text/html', text: mediaTypes.oci.index },
  { what: 'windows', artifact: image({ platforms: windows }), type: mediaTypes.oci.index, text: '10.0.20348.2402' },
  { what: 'a variant', artifact: image({ platforms: windows }), type: mediaTypes.oci.index, text: '"variant":"v7"' },
  {
    what: 'large layers',
    artifact: singleManifest({ layerBytes: 5e9 }),
    type: mediaTypes.oci.manifest,
    text: '5000000000',
  },
]

test.each(rows)('$what is served as $type under its true digest', async ({ artifact, type, text }) => {
  await using registry = await startRegistry()
  const digest = registry.push('acme/odd', 'v1', artifact)
  const response = await fetch(`${registry.origin}/v2/acme/odd/manifests/v1`, { headers: { accept: type } })
  const body = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-type')).toBe(type)
  expect(sha256(body)).toBe(digest)
  expect(body.toString()).toContain(text)
})

test('what is corrupt has another digest than it is asked for by', async () => {
  await using registry = await startRegistry()
  const digest = registry.push('acme/odd', 'v1', corrupt(singleManifest()))
  const headers = { accept: mediaTypes.oci.manifest }
  const response = await fetch(`${registry.origin}/v2/acme/odd/manifests/${digest}`, { headers })
  expect(response.headers.get('docker-content-digest')).toBe(digest)
  expect(sha256(Buffer.from(await response.arrayBuffer()))).not.toBe(digest)
})

test('an image can lack its config or its layers', () => {
  const whole = singleManifest({ layers: 2 })
  expect(without(whole, 'configs').blobs).toEqual(whole.blobs.slice(1))
  expect(without(whole, 'layers').blobs).toEqual(whole.blobs.slice(0, 1))
})
