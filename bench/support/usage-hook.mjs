// Loaded into the programs that are measured: writes down at their end what they used.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

process.on('exit', () => {
  const file = process.env['WILL_IT_PULL_BENCH_USAGE']
  if (file === undefined) return
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const used = { cpuMs: (userCPUTime + systemCPUTime) / 1000, childCpuMs: childCpuMs(), peakMiB: maxRSS / 1024 }
  writeFileSync(file, JSON.stringify(used))
})

// of children that have ended, in hundredths of a second; proc_pid_stat(5): cutime and cstime. Linux alone tells
function childCpuMs() {
  if (process.platform !== 'linux') return null
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}
