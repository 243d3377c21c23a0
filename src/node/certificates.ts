import { Secret } from '../secret.ts'
import type { Files } from '../world.ts'
import type { HostTls, NodeFileNote } from './types.ts'
import type { WrittenHost } from './written-host.ts'

/** Where the files that a hosts.toml names are looked for. */
export interface CertificateFolder {
  readonly files: Pick<Files, 'read'>
  /** Root-relative folder of the hosts.toml. */
  readonly folder: string
  readonly note: (note: NodeFileNote) => void
}

/** Reads the certificates of a host. What is not in the tree can't be known: nodes hold it, we ask without it. */
export async function readTls(host: WrittenHost, place: CertificateFolder): Promise<HostTls> {
  const authorities = await Promise.all(host.ca.map(path => pem(path, place)))
  const ca = authorities.filter(text => text !== undefined)
  const [pair] = host.client
  return {
    skipVerify: host.skipVerify,
    ca: ca.length > 0 ? ca.join('\n') : undefined,
    client: pair && (await clientOf(pair, place)),
    isConfigured: host.skipVerify !== undefined || host.ca.length > 0 || host.client.length > 0,
  }
}

async function clientOf(
  [path, keyPath]: readonly [string, string],
  place: CertificateFolder,
): Promise<HostTls['client']> {
  const certificate = await pem(path, place)
  const key = keyPath === '' ? certificate : await pem(keyPath, place)
  return certificate === undefined || key === undefined ? undefined : { certificate, key: new Secret(key) }
}

async function pem(written: string, { files, folder, note }: CertificateFolder): Promise<string | undefined> {
  // an absolute path is one of the node; in the tree the file mostly lies beside the hosts.toml
  const name = written.startsWith('/') ? (written.split('/').at(-1) ?? '') : written
  const result = await files.read(`${folder}/${name}`)
  if (result.kind === 'text' && /-----BEGIN [A-Z ]+-----/.test(result.text)) return result.text
  note({ file: `${folder}/hosts.toml`, why: 'certificate-missing', detail: written })
  return undefined
}
