import { readFileSync } from 'node:fs'

/** Watches the resident memory of all that a process starts; gives the largest sum seen, in MiB. Linux alone tells. */
export function watchChildren(pid: number, everyMs = 50): () => number {
  let peak = Number.NaN
  const timer = setInterval(() => {
    const kib = childrenOf(pid).reduce((sum, child) => sum + treeKib(child), 0)
    if (!(peak >= kib / 1024)) peak = kib / 1024
  }, everyMs)
  return () => {
    clearInterval(timer)
    return peak
  }
}

function treeKib(pid: number): number {
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
  return childrenOf(pid).reduce((sum, child) => sum + treeKib(child), own)
}

function childrenOf(pid: number): readonly number[] {
  return [...read(`/proc/${pid}/task/${pid}/children`).matchAll(/\d+/g)].map(([id]) => Number(id))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
