import type { Platform } from './types.ts'

/** Architecture and variant under the names that runtimes compare; `''` where there is no variant. */
export interface Cpu {
  readonly architecture: string
  readonly variant: string
}

// containerd/platforms database.go normalizeArch: names that fix the variant too
const fixed: ReadonlyMap<string, Cpu> = new Map([
  ['i386', { architecture: '386', variant: '' }],
  ['armhf', { architecture: 'arm', variant: 'v7' }],
  ['armel', { architecture: 'arm', variant: 'v6' }],
])

const synonyms: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
])

const variants: ReadonlyMap<string, string> = new Map([
  ['amd64/v1', ''],
  ['arm64/8', ''],
  ['arm64/v8', ''],
  ['arm64/v8.0', ''],
  ['arm64/9', 'v9'],
  ['arm64/9.0', 'v9'],
  ['arm64/v9.0', 'v9'],
  ['arm/', 'v7'],
  ['arm/7', 'v7'],
  ['arm/5', 'v5'],
  ['arm/6', 'v6'],
  ['arm/8', 'v8'],
])

/** One name for each CPU, as containerd/platforms database.go has it: `x86_64` is amd64, arm64/v8 is arm64. */
export function normalizeCpu(architecture: string, variant = ''): Cpu {
  const lower = architecture.toLowerCase()
  const known = fixed.get(lower)
  if (known !== undefined) return known
  const name = synonyms.get(lower) ?? lower
  const version = variant.toLowerCase()
  return { architecture: name, variant: variants.get(`${name}/${version}`) ?? version }
}

/** One name for each operating system; an entry that names none means that of the node which reads it. */
export function normalizeOs(os: string, nodeOs = ''): string {
  if (os === '') return nodeOs
  const lower = os.toLowerCase()
  return lower === 'macos' ? 'darwin' : lower
}

/** CPU of a platform. */
export function cpuOf(platform: Platform): Cpu {
  return normalizeCpu(platform.architecture, platform.variant)
}
