import type { Files } from '../world.ts'
import { readTls } from './certificates.ts'
import type { CertificateFolder } from './certificates.ts'
import { parseHostsFile } from './hosts-file.ts'
import type { HostRule, HostsFolder, NodeFileNote } from './types.ts'
import type { WrittenHost } from './written-host.ts'

type TreeFiles = Pick<Files, 'read' | 'list'>

/** The folders of a certs.d tree by their names, and what a person should know of their files. */
export async function readHostsTree(
  root: string,
  files: TreeFiles,
): Promise<{ readonly folders: ReadonlyMap<string, HostsFolder>; readonly notes: readonly NodeFileNote[] }> {
  const notes: NodeFileNote[] = []
  const listed = await files.list(root)
  if (listed.kind !== 'entries') {
    const why = listed.kind === 'not-a-folder' ? 'unreadable' : listed.kind
    return { folders: new Map(), notes: [{ file: root, why, detail: '' }] }
  }
  const names = listed.entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name)
  const note = (one: NodeFileNote) => void notes.push(one)
  const folders = await Promise.all(
    names.map(async name => [name, await readFolder({ files, folder: `${root}/${name}`, note }, files)] as const),
  )
  return { folders: new Map(folders), notes }
}

async function readFolder(place: CertificateFolder, files: TreeFiles): Promise<HostsFolder> {
  const file = `${place.folder}/hosts.toml`
  const read = await files.read(file)
  if (read.kind !== 'text' || read.text === '') return certificateFiles(place, files)
  const parsed = parseHostsFile(read.text)
  if (parsed.kind === 'discarded') {
    place.note({ file, line: parsed.line, why: 'hosts-file-discarded', detail: parsed.why })
    return certificateFiles(place, files)
  }
  if (parsed.hosts.some(({ hasRewrite }) => hasRewrite)) place.note({ file, why: 'rewrite-ignored', detail: '' })
  return { hosts: await Promise.all(parsed.hosts.map(host => rule(host, place))) }
}

/** Without a hosts.toml, files named as Docker's: `*.crt` authorities, `*.cert` with `*.key` of the client. */
async function certificateFiles(place: CertificateFolder, files: TreeFiles): Promise<HostsFolder> {
  const listed = await files.list(place.folder)
  const names =
    listed.kind === 'entries' ? listed.entries.filter(({ kind }) => kind === 'file').map(({ name }) => name) : []
  const certificates = names.filter(name => name.endsWith('.cert'))
  const host: WrittenHost = {
    pulls: true,
    resolves: true,
    ca: names.filter(name => name.endsWith('.crt')),
    client: certificates.map(name => [name, keyBeside(name, names)] as const),
    headers: {},
    hasRewrite: false,
  }
  return { hosts: [await rule(host, place)] }
}

function keyBeside(certificate: string, names: readonly string[]): string {
  const key = certificate.replace(/\.cert$/, '.key')
  return names.includes(key) ? key : ''
}

async function rule(written: WrittenHost, place: CertificateFolder): Promise<HostRule> {
  const { address, pulls, resolves, headers } = written
  return { address, pulls, resolves, headers, tls: await readTls(written, place) }
}
