import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test, vi } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import type { ProgramCall, RunProgram } from '../world.ts'
import { createRunProgram } from './run-program.ts'
import type { RunProgramOptions } from './run-program.ts'
import { createScratch } from './scratch.ts'

const shell = (script: string, call: Partial<ProgramCall> = {}): ProgramCall => ({
  program: 'sh',
  arguments: ['-c', script],
  ...call,
})

async function withRun(
  use: (run: RunProgram, home: string) => Promise<void>,
  options: Partial<RunProgramOptions> = {},
): Promise<void> {
  await using home = await createScratch()
  await use(createRunProgram({ folder: home.path, home: home.path, ...options }), home.path)
}

describe('a program', () => {
  test('gives its output and exit code, as they are', () =>
    withRun(async run => {
      const result = await run(shell('echo out; echo err >&2; exit 3'))
      expect(result).toEqual({ kind: 'ended', exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
    }))

  test('reads the input, and none when there is none', () =>
    withRun(async run => {
      expect(await run(shell('cat', { input: 'über\n' }))).toMatchObject({ stdout: 'über\n' })
      expect(await run(shell('cat'))).toMatchObject({ exitCode: 0, stdout: '' })
      expect(await run(shell('true', { input: 'x'.repeat(1_000_000) }))).toMatchObject({ exitCode: 0 })
    }))

  test('gets its arguments unchanged', () =>
    withRun(async run => {
      const given = ['-x', 'a b', '$HOME', '"quoted"', 'two\nlines', '']
      const call = { program: 'sh', arguments: ['-c', String.raw`printf '%s\0' "$@"`, 'sh', ...given] }
      expect(await run(call)).toMatchObject({ stdout: given.map(argument => `${argument}\0`).join('') })
    }))

  test('sees nothing of our environment but the search path', () =>
    withRun(async (run, home) => {
      vi.stubEnv('GITHUB_TOKEN', 'a-token')
      vi.stubEnv('HELM_PLUGINS', '/somewhere')
      const result = await run(shell('env; pwd', { environment: { EXTRA: 'given' } }))
      vi.unstubAllEnvs()
      const stdout = result.kind === 'ended' ? result.stdout : ''
      expect(stdout).not.toContain('a-token')
      const outside = stdout.split('\n').filter(line => /^[A-Z_]+=\//.test(line) && !line.includes(home))
      expect(outside.map(line => line.split('=')[0]).filter(name => name !== 'PATH' && name !== '_')).toEqual([])
      expect(stdout).toMatch(/^EXTRA=given$/m)
    }))
})

describe('a program that can not be run', () => {
  test.each(['no-such-program', '/no/such/program', './relative', ''])('%j is not found', program =>
    withRun(async run => expect(await run({ program, arguments: [] })).toEqual({ kind: 'not-found' })),
  )

  test('is not looked for in relative folders of the search path, which the repository could fill', async () => {
    await using tree = await fileTree({ helm: '#!/bin/sh\necho hijacked\n' })
    await chmod(join(tree.root, 'helm'), 0o755)
    const run = createRunProgram({ folder: tree.root, home: tree.root, searchPath: ':.:bin' })
    expect(await run({ program: 'helm', arguments: [] })).toEqual({ kind: 'not-found' })
  })

  test('fails as a value when its format or folder is wrong', async () => {
    await using tree = await fileTree({ broken: '#!/no/such/interpreter\n' })
    await chmod(join(tree.root, 'broken'), 0o755)
    const run = createRunProgram({ folder: tree.root, home: tree.root })
    expect(await run({ program: join(tree.root, 'broken'), arguments: [] })).toMatchObject({ kind: 'failed' })
    expect(await run(shell('true', { folder: '/no/such/folder' }))).toMatchObject({ kind: 'failed' })
    expect(await run(shell('kill -SEGV $$'))).toEqual({ kind: 'failed', why: 'ended by SIGSEGV' })
  })
})

describe('a program that does not end', () => {
  test('is ended with all that it started, which would keep the output open', () =>
    withRun(async run => {
      const result = await run(shell('echo started >&2; sleep 100 & wait', { timeoutMs: 300 }))
      expect(result).toEqual({ kind: 'timed-out', stderr: 'started\n' })
    }))

  test('is ended when the whole check is over, and none is started after it', () =>
    withRun(
      async run => {
        expect((await run(shell('sleep 100'))).kind).toBe('timed-out')
        expect((await run(shell('true'))).kind).toBe('timed-out')
      },
      { signal: AbortSignal.timeout(200) },
    ))

  test.each(['yes', 'yes >&2'])('is ended when it prints too much: %s', script =>
    withRun(async run => {
      expect(await run(shell(script, { maxOutputBytes: 100_000 }))).toEqual({ kind: 'too-much-output' })
    }),
  )
})

describe.skipIf(process.platform !== 'linux')(
  'a program that takes much memory (skipped where the system does not tell)',
  () => {
    const grow = `node -e 'const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 10)'`

    test.each([grow, `${grow} & wait`])('is ended, with what it started: %s', script =>
      withRun(
        async run =>
          expect(await run(shell(script, { timeoutMs: 30_000 }))).toEqual({
            kind: 'too-much-memory',
            bytes: 300_000_000,
          }),
        { memoryBound: 300_000_000 },
      ),
    )

    test('may take what is below the bound', () =>
      withRun(async run => expect(await run(shell('true'))).toMatchObject({ exitCode: 0 }), {
        memoryBound: 300_000_000,
      }))
  },
)

test('no more programs run at a time than are allowed', () =>
  withRun(
    async run => {
      const script = 'mkdir busy || exit 1; sleep 0.05; rmdir busy'
      const results = await Promise.all(Array.from({ length: 6 }, () => run(shell(script))))
      expect(results.map(result => result.kind === 'ended' && result.exitCode)).toEqual([0, 0, 0, 0, 0, 0])
    },
    { parallel: 1 },
  ))
