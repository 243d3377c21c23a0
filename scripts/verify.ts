import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

// Everything CI runs, in CI's order. A step that fails does not keep the later ones from running, so that one run shows all
// that is wrong. The last line counts steps and single tests: `N passed, N failed`.

interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...rest: string[]]
}

interface Count {
  readonly passed: number
  readonly failed: number
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })

const folder = mkdtempSync(join(tmpdir(), 'will-it-pull-verify-'))
const testReport = join(folder, 'tests.json')

const before: readonly Step[] = [
  { name: 'format', command: npm('check:format') },
  { name: 'lint', command: npm('check:lint') },
  { name: 'types', command: npm('check:types') },
  { name: 'dead code', command: npm('check:dead-code') },
  { name: 'build', command: npm('build') },
  { name: 'package', command: npm('check:package') },
]
const tests: Step = {
  name: 'tests',
  command: [...npm('test'), '--', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`],
}
const demo: Step = { name: 'demo', command: npm('demo') }

const counts = [
  ...before.map(run),
  asCount('dist is what the sources build', distIsCurrent()),
  ...(process.env['CI'] ? [asCount('the real judges are installed', judgesAreInstalled())] : []),
  runTests(),
  run(demo),
]
rmSync(folder, { recursive: true, force: true })
const passed = sum(counts.map(count => count.passed))
const failed = sum(counts.map(count => count.failed))
print(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function npm(script: string): Step['command'] {
  return ['npm', 'run', '--silent', script]
}

function run(step: Step): Count {
  print(`\n=== ${step.name}`)
  return asCount(step.name, succeeds(step.command))
}

function succeeds([program, ...rest]: Step['command']): boolean {
  // A shell finds npm.cmd on Windows; no argument here comes from outside this file.
  const { status } = spawnSync(program, rest, { stdio: 'inherit', shell: process.platform === 'win32' })
  return status === 0
}

/** Each test counts; a run that ends badly though no test failed (a broken file, an empty run) is one more failure. */
function runTests(): Count {
  print(`\n=== ${tests.name}`)
  const isSuccess = succeeds(tests.command)
  const report = readTestReport()
  if (!report) return asCount('tests', false)
  if (report.numPendingTests > 0) print(`${report.numPendingTests} tests were skipped; each says why in its name`)
  const unseen = !isSuccess && report.numFailedTests === 0 ? 1 : 0
  asCount('tests', isSuccess)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unseen }
}

function readTestReport(): z.infer<typeof vitestReport> | undefined {
  try {
    return vitestReport.parse(JSON.parse(readFileSync(testReport, 'utf8')))
  } catch {
    return undefined
  }
}

function distIsCurrent(): boolean {
  if (git('ls-files', '--', 'dist/cli.js', 'dist/index.js').split('\n').length < 3) {
    print('\ndist is not committed; run "npm run build" and commit it')
    return false
  }
  const changes = git('status', '--porcelain', '--', 'dist')
  if (changes !== '') print(`\nThe build changes dist; run "npm run build" and commit what it writes:\n${changes}`)
  return changes === ''
}

function git(...words: readonly string[]): string {
  return spawnSync('git', words, { encoding: 'utf8' }).stdout
}

/** In CI no test is skipped because a program is missing. */
function judgesAreInstalled(): boolean {
  const missing = ['containerd', 'ctr', 'docker-registry', 'htpasswd', 'nginx', 'skopeo', 'squid'].filter(isMissing)
  if (missing.length > 0) print(`\nNot installed: ${missing.join(', ')}`)
  return missing.length === 0
}

function isMissing(program: string): boolean {
  // Debian keeps servers in sbin, which is not on every user's PATH.
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  return spawnSync('sh', ['-c', 'command -v "$0"', program], { env: { PATH: path } }).status !== 0
}

function asCount(name: string, isSuccess: boolean): Count {
  print(`--- ${name}: ${isSuccess ? 'passed' : 'FAILED'}`)
  return isSuccess ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
