/** Hex digits of the digest algorithms that the kubelet and the runtimes know (opencontainers/go-digest). */
const lengths: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])

/** What is wrong with a digest that matches the reference grammar; undefined if nothing is. */
export function digestError(digest: string): 'digest-unsupported' | 'digest-length' | 'digest-format' | undefined {
  const [algorithm = '', encoded = ''] = digest.split(':')
  const length = lengths.get(algorithm)
  if (length === undefined) return /[A-Z]/.test(algorithm) ? 'digest-format' : 'digest-unsupported'
  if (encoded.length !== length) return 'digest-length'
  return /^[0-9a-f]+$/.test(encoded) ? undefined : 'digest-format'
}
