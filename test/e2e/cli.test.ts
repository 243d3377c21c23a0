import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image())
})
afterAll(async () => registry[Symbol.asyncDispose]())

const good = () => podOf(`${registry.host}/acme/web:1.27.3`)
const bad = () => podOf(`${registry.host}/acme/web:1.27.33`)
/** Nothing listens there: port 1 of loopback. */
const unreachable = podOf('127.0.0.1:1/acme/web:1')

describe('exit codes', () => {
  test.each([
    { name: 'an image that can be pulled', manifest: good, words: [], code: 0 },
    { name: 'an image that can not', manifest: bad, words: [], code: 1 },
    { name: 'an image of which it can not be told', manifest: () => unreachable, words: [], code: 0 },
    { name: 'the same where that is to fail', manifest: () => unreachable, words: ['--on-unknown', 'fail'], code: 1 },
  ])('$name: $code', async ({ manifest, words, code }) => {
    await using bench = await workbench({ 'deploy/web.yaml': manifest() })
    expectExit(await bench.cli(['check', ...words]), code)
    expectExit(await bench.cli(['list', ...words]), 0)
    expect(await bench.leftovers()).toEqual([])
  })

  test.each([
    { words: ['check', '--nonsense'], says: "unknown option '--nonsense'" },
    { words: ['check', '--format', 'yaml'], says: 'Allowed choices are text, json' },
    { words: ['check', '--platform', 'linux/'], says: '--platform: `linux/` is no platform: write `linux/arm64`' },
    { words: ['check', '--timeout', 'soon'], says: '--timeout: `soon` is no duration: write `90s`' },
    {
      words: ['check', '--ca-file', 'no.pem'],
      says: "--ca-file: the file `no.pem` can't be read: there is no such file",
    },
    {
      words: ['check', '--output', 'no/such/file'],
      says: "--output: the file `no/such/file` can't be written: its folder does not exist",
    },
    { words: ['check', '--output', '.'], says: "--output: the file `.` can't be written: it is a folder" },
  ])('$words is a wrong call: 2, and nothing is asked', async ({ words, says }) => {
    await using bench = await workbench({ 'deploy/web.yaml': good() })
    registry.clear()
    const result = await bench.cli(words)
    expectExit(result, 2)
    expect(result.stderr).toContain(says)
    expect(result.stdout).toBe('')
    expect(registry.requests).toEqual([])
  })

  test('all that is wrong with a call is said at once', async () => {
    await using bench = await workbench({ 'deploy/web.yaml': good() })
    const { stderr } = await bench.cli(['check', '--platform', 'x/y/z/a', '--concurrency', '0', '--timeout', '-1'])
    expect(
      stderr
        .trim()
        .split('\n')
        .map(line => line.split(':')[0]),
    ).toEqual(['--platform', '--timeout', '--concurrency'])
  })

  test('help and version are asked for: 0', async () => {
    await using bench = await workbench()
    const [help, version] = await Promise.all([bench.cli(['check', '--help']), bench.cli(['--version'])])
    expectExit(help, 0)
    expectExit(version, 0)
    expect(help.stdout).toContain('--platform')
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('what is printed', () => {
  test.each([
    { format: 'text', shows: /✗ fail {2}1 of 1 image cannot be pulled\.\n$/ },
    { format: 'json', shows: /"verdict": "fail"/ },
    { format: 'markdown', shows: /^### ❌ will-it-pull: / },
    { format: 'sarif', shows: /"ruleId": ?"tag-not-found"/ },
    { format: 'github', shows: /^::error .*file=deploy\/web\.yaml,line=7,/ },
    { format: 'gitlab', shows: /"check_name": ?"tag-not-found"/ },
  ])('as $format goes to standard output, and nothing else does', async ({ format, shows }) => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const result = await bench.cli(['check', '--format', format])
    expectExit(result, 1)
    expect(result.stdout).toMatch(shows)
    expect(result.stderr).toBe('')
  })

  test.each(['json', 'sarif', 'gitlab'])('as %s is JSON', async format => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const { stdout } = await bench.cli(['check', '--format', format])
    expect(() => JSON.parse(stdout) as unknown).not.toThrow()
  })

  test('goes to a file instead where one is named', async () => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const result = await bench.cli(['check', '--format', 'json', '--output', join(bench.beside, 'out.json')])
    expectExit(result, 1)
    expect(result.stdout).toBe('')
    expect(JSON.parse(await readFile(join(bench.beside, 'out.json'), 'utf8'))).toMatchObject({ verdict: 'fail' })
  })

  const escape = '\u001B['
  test.each([
    { name: 'nothing', environment: {}, coloured: false },
    { name: 'FORCE_COLOR', environment: { FORCE_COLOR: '1' }, coloured: true },
    { name: 'FORCE_COLOR=0', environment: { FORCE_COLOR: '0' }, coloured: false },
    { name: 'NO_COLOR and FORCE_COLOR', environment: { NO_COLOR: '1', FORCE_COLOR: '1' }, coloured: false },
  ])('is coloured in a pipe with $name: $coloured', async ({ environment, coloured }) => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const { stdout } = await bench.cli(['check'], { environment })
    expect(stdout.includes(escape)).toBe(coloured)
  })

  test('may be read no further than its first line', async () => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const result = await bench.shell('"$@" | head -n 1', ['check', '--verbose'])
    expect(result.stderr).toBe('')
    expect(result.stdout).toBe('Broken\n')
  })
})

describe('input', () => {
  test('comes from standard input with -', async () => {
    await using bench = await workbench()
    const result = await bench.report(['check', '-'], { input: bad() })
    expectExit(result, 1)
    expect(result.report.sources.map(({ label }) => label)).toEqual(['standard input'])
  })

  test('is the repository, or what paths from the working folder name', async () => {
    await using bench = await workbench({ 'a/web.yaml': good(), 'b/web.yaml': bad() })
    expectExit(await bench.cli(['check', '.'], { folder: 'a' }), 0)
    const all = await bench.report(['check'], { folder: 'a' })
    expect(all.report.sources.map(({ path }) => path)).toEqual(['a', 'b'])
    const other = await bench.report(['check', '../b'], { folder: 'a' })
    expectExit(other, 1)
    expect(other.report.findings[0]?.location).toMatchObject({ file: 'b/web.yaml', line: 7, column: 14 })
  })
})

const script = '/usr/bin/script'
const note = existsSync(script) ? '' : ' (skipped: util-linux is not installed, so there is no terminal to be had)'

describe.skipIf(!existsSync(script))(`progress and colour on a terminal${note}`, () => {
  // util-linux's script runs a command on a terminal of its own; both streams end in its standard output
  const onTerminal = `set -- "$1" "$2" "$3" $4; exec ${script} -qec "$*" /dev/null`

  test('are shown, and progress is wiped before the result', async () => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const { stdout } = await bench.shell(onTerminal, ['check'])
    expect(stdout).toContain('Asking registries 1/1')
    expect(stdout.split('\r\u001B[2K').at(-1)).toMatch(/^\u001B\[1mBroken\u001B/)
  })

  test('are left out with --quiet and NO_COLOR', async () => {
    await using bench = await workbench({ 'deploy/web.yaml': bad() })
    const { stdout } = await bench.shell(`NO_COLOR=1; export NO_COLOR; ${onTerminal}`, ['check', '--quiet'])
    expect(stdout).not.toContain('Asking')
    expect(stdout).not.toContain('\u001B[1m')
  })
})
