import { gzipSync } from 'node:zlib'
import type { Artifact } from '../../src/simulator/artifact.ts'
import { content, descriptor } from '../../src/simulator/content.ts'
import { mediaTypes } from '../../src/simulator/media-types.ts'

/** A chart with one pod, whose image is `<name>:<version>` unless its value `image` says otherwise; more files by path. */
export function packagedChart(name: string, version: string, more: Readonly<Record<string, string>> = {}): Buffer {
  return packed(name, {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    'values.yaml': `image: ${name}:${version}\n`,
    'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec: { containers: [{ name: main, image: {{ .Values.image | quote }} }] }
`,
    ...more,
  })
}

/** The archive that `helm package` writes: everything below a folder of the chart's name. */
function packed(folder: string, files: Readonly<Record<string, string>>): Buffer {
  const members = Object.entries(files).flatMap(([path, text]) => member(`${folder}/${path}`, Buffer.from(text)))
  return gzipSync(Buffer.concat([...members, Buffer.alloc(1024)]))
}

/** The chart as `helm push` stores it (https://helm.sh/docs/topics/registries). */
export function chartArtifact(archive: Buffer): Artifact {
  const config = content(mediaTypes.helmConfig, { apiVersion: 'v2' })
  const layer = content(mediaTypes.helmChart, archive)
  const mediaType = mediaTypes.oci.manifest
  const body = { schemaVersion: 2, mediaType, config: descriptor(config), layers: [descriptor(layer)] }
  const root = content(mediaType, body)
  return { root, manifests: [root], blobs: [config, layer] }
}

// POSIX ustar: a block of names and numbers, then the content in whole blocks
function member(path: string, bytes: Buffer): readonly Buffer[] {
  const header = Buffer.alloc(512)
  header.write(path, 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
}
