import { fallbacks } from './fallbacks.ts'
import { cpuOf, normalizeOs, type Cpu } from './normalize.ts'
import type { Platform } from './types.ts'
import { windowsVersionsAgree } from './windows.ts'

/**
 * Positions of the index entries that containerd's local pull accepts on a node, best first: its own CPU, then those
 * it can stand in for (containerd/platforms, Only; on Windows the matcher that prefers the newest OS version).
 */
export function only(node: Platform, entries: readonly Platform[]): number[] {
  return normalizeOs(node.os) === 'windows' ? onlyWindows(node, entries) : matching(node, fallbacks(node), entries)
}

/** The same for the transfer service, which takes the node's very platform and nothing else (Ordered). */
export function ordered(node: Platform, entries: readonly Platform[]): number[] {
  return matching(node, [cpuOf(node)], entries)
}

function onlyWindows(node: Platform, entries: readonly Platform[]): number[] {
  const version = (position: number): string => entries[position]?.osVersion ?? ''
  return ordered(node, entries).toSorted((a, b) => descending(version(a), version(b)))
}

function descending(a: string, b: string): number {
  if (a === b) return 0
  return a > b ? -1 : 1
}

function matching(node: Platform, cpus: readonly Cpu[], entries: readonly Platform[]): number[] {
  const ranks = entries.map(entry => (runsOs(node, entry) ? rankOf(entry, cpus) : -1))
  const accepted = ranks.flatMap((rank, position) => (rank >= 0 ? [{ rank, position }] : []))
  return accepted.toSorted((a, b) => a.rank - b.rank).map(({ position }) => position)
}

function runsOs(node: Platform, entry: Platform): boolean {
  const os = normalizeOs(node.os)
  if (normalizeOs(entry.os, os) !== os) return false
  return os !== 'windows' || windowsVersionsAgree(node.osVersion, entry.osVersion)
}

function rankOf(entry: Platform, cpus: readonly Cpu[]): number {
  const { architecture, variant } = cpuOf(entry)
  return cpus.findIndex(cpu => cpu.architecture === architecture && cpu.variant === variant)
}
