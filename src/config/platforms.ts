import { formatPlatform, parsePlatform } from '../platform/parse.ts'
import { didYouMean } from './near-name.ts'
import { quoted } from './problem.ts'
import type { Parsed } from './values.ts'

// containerd/platforms database.go: isKnownOS, isKnownArch; and the other names that it takes for some of them
const systems = words(
  'linux windows darwin freebsd aix android dragonfly hurd illumos ios js nacl netbsd openbsd plan9 solaris zos',
)
const architectures = words(
  'amd64 arm64 arm 386 ppc64le s390x riscv64 loong64 mips64le amd64p32 arm64be armbe mips mips64 mips64p32',
  'mips64p32le mipsle ppc ppc64 riscv s390 sparc sparc64 wasm',
)

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ')
}

/** A platform of nodes as containerd writes it; a system or an architecture that does not exist would match no image. */
export function readPlatform(written: string): Parsed<string> {
  const parsed = parsePlatform(written)
  if (parsed.kind === 'platform-error')
    return wrong(`${quoted(written)} is no platform: write \`linux/arm64\` or \`linux/arm/v7\``)
  const { os, architecture } = parsed.platform
  if (!systems.includes(os))
    return wrong(`${quoted(written)} names no known operating system${didYouMean(os, systems)}`)
  if (architectures.includes(architecture)) return { kind: 'value', value: formatPlatform(parsed.platform) }
  return wrong(`${quoted(written)} names no known architecture${didYouMean(architecture, architectures)}`)
}

function wrong(why: string): Parsed<never> {
  return { kind: 'wrong', why }
}
