import { normalizeCpu, normalizeOs } from './normalize.ts'
import type { ParsedPlatform, Platform, PlatformError } from './types.ts'

const osAndVersion = /^([\w-]+)(?:\(([\w.-]*)\))?$/
const component = /^[\w.-]+$/
const longest = 256

/**
 * Reads `os[(version)]/architecture[/variant]` as containerd/platforms does, with its normalisation. Where containerd
 * would complete a single word from the machine it runs on, there is an error instead: a node is not this machine.
 */
export function parsePlatform(written: string): ParsedPlatform {
  if (written === '') return failure(written, 'empty', '')
  if (written.length > longest) return failure(written, 'characters', written)
  if (written.includes('*')) return failure(written, 'wildcard', written)
  const parts = written.split('/')
  const [first = '', architecture, variant] = parts
  const os = osAndVersion.exec(first)
  if (os === null) return failure(written, 'characters', first)
  const wrong = parts.slice(1).find(part => !component.test(part))
  if (wrong !== undefined) return failure(written, 'characters', wrong)
  if (architecture === undefined) return failure(written, 'no-architecture', first)
  if (parts.length > 3) return failure(written, 'too-many-parts', written)
  return { kind: 'platform', platform: platformOf(os, architecture, variant) }
}

function platformOf(os: RegExpExecArray, architecture: string, variant: string | undefined): Platform {
  const cpu = normalizeCpu(architecture, variant)
  const shown = shownVariant(cpu, variant !== undefined)
  const [, name = '', version = ''] = os
  return {
    os: normalizeOs(name),
    architecture: cpu.architecture,
    ...(shown !== '' && { variant: shown }),
    ...(version !== '' && { osVersion: version }),
  }
}

// containerd keeps `linux/arm` without a variant and writes `linux/arm64/v8` with one; both mean the same node
function shownVariant({ architecture, variant }: { architecture: string; variant: string }, isFull: boolean): string {
  if (isFull) return architecture === 'arm64' && variant === '' ? 'v8' : variant
  return architecture === 'arm' && variant === 'v7' ? '' : variant
}

function failure(written: string, why: PlatformError['why'], detail: string): PlatformError {
  return { kind: 'platform-error', written, why, detail: detail.slice(0, 80) }
}

/** `linux/arm/v7`, `windows(10.0.17763)/amd64`; `unknown` where there is no operating system. */
export function formatPlatform(platform: Platform): string {
  if (platform.os === '') return 'unknown'
  const os = platform.osVersion ? `${platform.os}(${platform.osVersion})` : platform.os
  return [os, platform.architecture, platform.variant ?? ''].filter(part => part !== '').join('/')
}
