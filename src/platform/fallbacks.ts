import { cpuOf, type Cpu } from './normalize.ts'
import type { Platform } from './types.ts'

/** The CPUs whose images a node's CPU runs, best first (containerd/platforms compare.go, platformVector). */
export function fallbacks(node: Platform): readonly Cpu[] {
  const cpu = cpuOf(node)
  switch (cpu.architecture) {
    case 'amd64':
      return [cpu, ...levelsBelow(cpu, 1), { architecture: '386', variant: '' }]
    case 'arm':
      return [cpu, ...levelsBelow(cpu, 5)]
    case 'arm64':
      return arm64(cpu.variant === '' ? 'v8' : cpu.variant)
    default:
      return [cpu]
  }
}

// v4 is the highest amd64 level and v8 the highest arm version; two digits keep what was made up from costing anything
function levelsBelow({ architecture, variant }: Cpu, lowest: number): readonly Cpu[] {
  const level = /^v?(\d{1,2})$/.exec(variant)?.[1]
  const count = Math.max(0, Number(level ?? 0) - lowest)
  return Array.from({ length: count }, (_, step) => leveled(architecture, Number(level) - 1 - step))
}

// an amd64 level of 1 is the architecture itself
function leveled(architecture: string, level: number): Cpu {
  return { architecture, variant: architecture === 'amd64' && level === 1 ? '' : `v${level}` }
}

/** Known are v8 to v8.9 and v9 to v9.7, and v9.m also runs v8.(m+5); a node of another version runs nothing. */
function arm64(variant: string): readonly Cpu[] {
  const version = /^v(?:(8)(?:\.([0-9]))?|(9)(?:\.([0-7]))?)$/.exec(variant)
  if (version === null) return []
  const [, eight, minorOf8 = '0', , minorOf9 = '0'] = version
  const versions = eight
    ? minors(8, Number(minorOf8))
    : [...minors(9, Number(minorOf9)), ...minors(8, below9(minorOf9))]
  const arm = [8, 7, 6, 5].map(level => leveled('arm', level))
  return [...versions, ...arm]
}

function below9(minor: string): number {
  return Math.min(Number(minor) + 5, 9)
}

function minors(major: number, highest: number): readonly Cpu[] {
  return Array.from({ length: highest + 1 }, (_, step) => {
    const minor = highest - step
    const plain = major === 8 ? '' : `v${major}`
    return { architecture: 'arm64', variant: minor === 0 ? plain : `v${major}.${minor}` }
  })
}
