import { readdirSync, readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import process from 'node:process'

// a program in Go takes some gigabytes a second at most; a usual chart is done before the first look
const everyMs = 100
const mostProcesses = 200
const largestBound = 2 * 1024 ** 3

/** Bytes that a child program and all that it starts may take: two gigabytes, or a quarter of a smaller machine. */
export function memoryBound(): number {
  const constrained = process.constrainedMemory()
  // without a limit the kernel names a number beyond all memory
  const total = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return Math.min(largestBound, Math.floor(total / 4))
}

/**
 * Looks at the resident memory of a process and its children until it is disposed, and calls `exceeded` once when they
 * take more than `bound` bytes. Only where the system tells (Linux); a limit by ulimit would count what Go reserves.
 */
export function watchMemory(pid: number | undefined, bound: number, exceeded: () => void): Disposable {
  if (pid === undefined || process.platform !== 'linux') return { [Symbol.dispose]: () => {} }
  const timer = setInterval(() => {
    if (residentBytes(pid) <= bound) return
    clearInterval(timer)
    exceeded()
  }, everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

function residentBytes(pid: number): number {
  const family = new Set([pid])
  // a set that grows is walked to its new end
  for (const one of family) for (const child of family.size < mostProcesses ? childrenOf(one) : []) family.add(child)
  return [...family].reduce((sum, one) => sum + ownBytes(one), 0)
}

function ownBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
}

/** A process has its children by the thread that started them. */
function childrenOf(pid: number): readonly number[] {
  return threadsOf(pid).flatMap(thread =>
    [...read(`/proc/${pid}/task/${thread}/children`).matchAll(/\d+/g)].map(([child]) => Number(child)),
  )
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

// it may have ended meanwhile
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
