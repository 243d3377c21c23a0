// Loaded into the programs that are measured: writes down at their end what they used.
import { writeFileSync } from 'node:fs'
import process from 'node:process'

process.on('exit', () => {
  const file = process.env['WILL_IT_PULL_BENCH_USAGE']
  if (file === undefined) return
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 }))
})
