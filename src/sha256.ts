import process from 'node:process'

/** SHA-256 of a text, in hex. Loading Node's crypto takes a tenth of a short run, so the first hash loads it. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex')
}
