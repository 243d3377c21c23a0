import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { trimFolder } from './trim-folder.ts'

export interface KeptOutputsOptions {
  /** Absolute; made when it is first written to. */
  readonly folder: string
  /** Bytes that are kept; default 128 MiB. */
  readonly maxBytes?: number | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Outputs of programs that outlive the run, by the key of the call. */
export interface KeptOutputs extends Disposable {
  read(key: Buffer): string | undefined
  write(key: Buffer, output: string): void
}

const defaultMaxBytes = 128 * 1024 * 1024
const largestOutput = 64 * 1024 * 1024
const usedRecentlyMs = 24 * 60 * 60 * 1000
const nonceBytes = 12
const tagBytes = 16
const algorithm = 'aes-256-gcm'

/**
 * Files named and encrypted by what the output was made of: who holds that can make the output, and who holds the folder
 * alone reads nothing, though a chart may have rendered a secret. Files come into being whole, and what does not decrypt
 * is thrown away, so that several runs may use one folder. A disk that fails costs nothing but the saving. Disposing it
 * brings the folder back to its size.
 */
export function createKeptOutputs({ folder, maxBytes = defaultMaxBytes, now }: KeptOutputsOptions): KeptOutputs {
  const root = join(folder, 'renders-v1')
  let hasWritten = false
  return {
    read: key => readOutput(pathOf(root, key), key, now()),
    write: (key, output) => {
      hasWritten = put(pathOf(root, key), encrypt(key, output)) || hasWritten
    },
    [Symbol.dispose]() {
      if (hasWritten) trimFolder(root, maxBytes, now())
    },
  }
}

function derive(key: Buffer, purpose: 'name' | 'content'): Buffer {
  return createHmac('sha256', key).update(purpose).digest()
}

function pathOf(root: string, key: Buffer): string {
  const name = derive(key, 'name').toString('hex')
  return join(root, name.slice(0, 1), name)
}

function encrypt(key: Buffer, output: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, derive(key, 'content'), nonce)
  const body = cipher.update(deflateRawSync(output, { level: 1 }))
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, file: Buffer): string {
  const nonce = file.subarray(0, nonceBytes)
  // without its length a shorter tag would do
  const decipher = createDecipheriv(algorithm, derive(key, 'content'), nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(file.subarray(-tagBytes))
  const body = decipher.update(file.subarray(nonceBytes, -tagBytes))
  const packed = Buffer.concat([body, decipher.final()])
  return inflateRawSync(packed, { maxOutputLength: largestOutput }).toString('utf8')
}

function readOutput(path: string, key: Buffer, now: number): string | undefined {
  const file = tryTo(() => {
    const found = statSync(path)
    // a pipe or a device would block or never end
    if (!found.isFile() || found.size > largestOutput) return undefined
    if (now - found.mtimeMs > usedRecentlyMs) utimesSync(path, now / 1000, now / 1000)
    return readFileSync(path)
  })
  if (file === undefined) return undefined
  const output = tryTo(() => decrypt(key, file))
  if (output === undefined) tryTo(() => rmSync(path, { force: true }))
  return output
}

/** Written beside its place and moved there: a reader sees all of it or nothing. */
function put(path: string, file: Buffer): boolean {
  const draft = join(dirname(path), `.${randomUUID()}`)
  const isWritten = tryTo(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(draft, file, { mode: 0o600 })
    renameSync(draft, path)
    return true
  })
  if (isWritten !== true) tryTo(() => rmSync(draft, { force: true }))
  return isWritten === true
}

function tryTo<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
