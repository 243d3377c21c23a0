import { describe, expect, test } from 'vitest'
import { corrupt, without } from '../../src/simulator/artifact.ts'
import { content, descriptor } from '../../src/simulator/content.ts'
import { image, singleManifest } from '../../src/simulator/image.ts'
import { mediaTypes } from '../../src/simulator/media-types.ts'
import { nestedIndex, rawManifest } from '../../src/simulator/odd-artifact.ts'
import type { Artifact } from '../../src/simulator/artifact.ts'
import { observe, titled, truthOf, withTrial } from './trial.ts'
import type { Row } from './trial.ts'

const blobs = { who: 'nobody', request: { depth: 'blobs' } } as const
const fine = { ...blobs, verdict: 'pullable' } as const
const gone = { ...blobs, verdict: 'unpullable', code: 'blob-missing' } as const
const invalid = { ...blobs, code: 'manifest-invalid' } as const
const riddle = { ...blobs, verdict: 'unknown' } as const
const blobRoute = { route: 'blob' } as const

// challenge, token, index, child, config, layers
const rows: readonly Row[] = [
  { name: 'an index', ...fine, requests: 6 },
  { name: 'one manifest of three layers', ...fine, holds: singleManifest({ layers: 3 }), requests: 7 },
  { name: 'a config that is gone', ...gone, holds: without(image(), 'configs'), requests: 6 },
  { name: 'a layer that is gone', ...gone, holds: without(image(), 'layers'), requests: 7, says: /a part of it/ },
  { name: 'a child that is gone', ...gone, ...lost(), requests: 5 },
  { name: 'a child of other bytes', ...invalid, ...spoilt(), requests: 4, says: /digest/ },
  { name: 'an index of indexes', ...fine, holds: nestedIndex({ 'linux/amd64': image() }), requests: 7 },
  { name: 'indexes in indexes', ...invalid, verdict: 'unknown', holds: nested(9), requests: 7, says: /five deep/ },
  { name: 'a thousand layers', ...invalid, verdict: 'unknown', holds: layered(1000), requests: 3, says: /512 layers/ },
  { name: 'layers that lie elsewhere', ...fine, holds: foreign(), requests: 4 },
  {
    name: 'fewer layers',
    ...invalid,
    verdict: 'unpullable',
    holds: layered(2, 1),
    requests: 6,
    says: /2 layers.*lists 1/,
  },
  { fault: 'range-ignored', ...fine, requests: 6 },
  {
    name: 'a HEAD of blobs that is refused',
    ...fine,
    faults: [[{ ...blobRoute, method: 'HEAD' }, 'denied']],
    requests: 7,
  },
  { name: 'refused blobs', ...riddle, faults: [[blobRoute, 'denied']], code: 'access-denied', requests: 8 },
  { name: 'failing blobs', ...riddle, faults: [[blobRoute, 'error-500']], code: 'registry-error', requests: 20 },
]

describe('with all blobs asked for', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

describe('a large image', () => {
  const holds = image({ layers: 3, layerBytes: 800 * 2 ** 20 })
  test.each([
    ['is told where all of it is read', { ...fine, holds }, [/2\.3 GiB/]],
    ['is told where it is no index', { who: 'nobody', holds: singleManifest({ layerBytes: 2 ** 31 }) }, [/2\.0 GiB/]],
    ['is not told where its manifest is not read', { who: 'nobody', holds }, []],
    ['is not told below the size', { ...fine, holds, request: { depth: 'blobs', largeImageBytes: 2 ** 32 } }, []],
  ] as const)('%s', async (_, row, says) => {
    await withTrial({ ...row, verdict: 'pullable', requests: 0 }, ({ report }) => {
      expect([report.verdict, report.uses[0]?.verdict]).toEqual(['pass', 'pullable'])
      const told = report.findings.map(({ code, message }) => [code, message])
      expect(told).toEqual(says.map(text => ['large-image', expect.stringMatching(text)]))
    })
  })
})

describe('a digest beside a tag', () => {
  const old = image({ name: 'old' })
  const one = singleManifest({ name: 'one' })
  test.each([
    ['that stands for it', old.root.digest, old, []],
    ['that was moved', old.root.digest, image({ name: 'new' }), ['tag-digest-drift']],
    ['that was moved, of one manifest', one.root.digest, singleManifest({ name: 'new' }), ['tag-digest-drift']],
    ['of an index, whose child it may be', one.root.digest, image({ name: 'new' }), []],
  ] as const)('%s', async (_, digest, now, codes) => {
    const ask = `acme/web:v1@${digest}`
    const holds = digest === one.root.digest ? one : old
    const row: Row = { who: 'nobody', ask, holds, movedTo: now, verdict: 'pullable', requests: 5 }
    await withTrial(row, ({ report, registry }) => {
      expect(report.findings.map(({ code }) => code)).toEqual(codes)
      expect(report.uses[0]?.verdict).toBe('pullable')
      expect(registry.requests.at(-1)).toMatchObject({ method: 'HEAD', status: 200 })
      expect(registry.requestCount).toBe(6)
    })
  })

  test('whose tag is gone says nothing: the digest counts', async () => {
    const row: Row = {
      who: 'nobody',
      ask: `acme/web:gone@${old.root.digest}`,
      holds: old,
      verdict: 'pullable',
      requests: 5,
    }
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

function lost(): Partial<Row> {
  return { code: 'child-manifest-missing', holds: without(image(), { child: 'linux/amd64' }) }
}

function spoilt(): Pick<Row, 'holds' | 'verdict'> {
  return { verdict: 'unpullable', holds: corrupt(image(), 'linux/amd64') }
}

function nested(levels: number): Artifact {
  return levels === 0 ? singleManifest() : nestedIndex({ 'linux/amd64': nested(levels - 1) })
}

function layered(count: number, diffIds = count): Artifact {
  return written(mediaTypes.oci.layer, count, diffIds)
}

function foreign(): Artifact {
  const { blobs: parts, ...rest } = written('application/vnd.oci.image.layer.nondistributable.v1.tar+gzip', 1, 1)
  return { ...rest, blobs: parts.slice(0, 1) }
}

function written(layerType: string, count: number, diffIds: number): Artifact {
  const layers = Array.from({ length: count }, (_, at) => content(layerType, `layer ${at}`))
  const diff = Array.from({ length: diffIds }, (_, at) => content('', `${at}`).digest)
  const config = content(mediaTypes.oci.config, {
    os: 'linux',
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: diff },
  })
  const manifest = rawManifest(mediaTypes.oci.manifest, {
    schemaVersion: 2,
    config: descriptor(config),
    layers: layers.map(layer => descriptor(layer)),
  })
  return { ...manifest, blobs: [config, ...layers] }
}

test.each([
  ['manifest', 1],
  ['blobs', 3],
] as const)('the depth %s costs %i pulls of an image for two platforms at Docker Hub', async (depth, pulls) => {
  const platforms = ['linux/amd64', 'linux/arm64']
  const asked = { who: 'nobody', registry: 'docker.io', environment: { platforms }, request: { depth } } as const
  await withTrial({ ...asked, verdict: 'pullable', requests: 20 }, ({ registry, report }) => {
    const read = registry.requests.filter(({ method, route }) => method === 'GET' && route === 'manifest')
    // the first is but asked for a token
    expect(read.filter(({ hadAuthorization }) => hadAuthorization)).toHaveLength(pulls)
    expect(report.verdict).toBe('pass')
  })
})
