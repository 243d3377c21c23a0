import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import type { ProgramCall, ProgramResult, Reuse } from '../../world.ts'
import { createKeptOutputs } from './kept-outputs.ts'
import type { KeptOutputs } from './kept-outputs.ts'
import { createReusingRun } from './reusing.ts'

const tellsNow = (text: string): boolean => text.includes('NOW')

interface Bench {
  /** Calls with these words of a chart at this path. */
  readonly run: (path: string, call?: Partial<ProgramCall>, reuse?: Partial<Reuse> | 'none') => Promise<ProgramResult>
  readonly started: readonly ProgramCall[]
}

interface Given {
  readonly kept?: KeptOutputs | undefined
  readonly identity?: string | undefined
  readonly answer?: ProgramResult | undefined
  readonly during?: (() => Promise<void>) | undefined
}

function bench({ kept, answer, during, ...given }: Given = {}): Bench {
  const started: ProgramCall[] = []
  const run = createReusingRun({
    run: async call => {
      started.push(call)
      await during?.()
      return answer ?? { kind: 'ended', exitCode: 0, stdout: `output ${started.length}`, stderr: '' }
    },
    identify: async () => ('identity' in given ? given.identity : 'helm 3'),
    kept,
    parallel: 2,
  })
  const callOf = (path: string, call: Partial<ProgramCall> = {}, reuse: Partial<Reuse> | 'none' = {}): ProgramCall => ({
    program: 'helm',
    arguments: ['template', 'shop', path],
    ...call,
    reuse: reuse === 'none' ? undefined : { reads: [path], outlives: true, varies: tellsNow, ...reuse },
  })
  return { started, run: (path, call, reuse) => run(callOf(path, call, reuse)) }
}

const chart = { 'a/Chart.yaml': 'name: shop', 'a/templates/x.yaml': 'kind: Pod', 'a/charts/b/Chart.yaml': 'name: b' }
const copyOf = (folder: string) =>
  Object.fromEntries(Object.entries(chart).map(([name, text]) => [name.replace(/^a/, folder), text]))

describe('within a run', () => {
  test('equal calls are made once, at the same time and later, wherever the files lie', async () => {
    await using tree = await fileTree({ ...chart, ...copyOf('elsewhere/a') })
    const { run, started } = bench()
    const paths = ['a', 'elsewhere/a', 'a'].map(path => join(tree.root, path))
    const outputs = await Promise.all(paths.map(path => run(path)))
    outputs.push(await run(join(tree.root, 'a')))
    expect(outputs.map(output => output.kind === 'ended' && output.stdout)).toEqual(Array(4).fill('output 1'))
    expect(started).toHaveLength(1)
  })

  test('what tells the time is printed once, too', async () => {
    await using tree = await fileTree({ 'a/x': 'NOW' })
    const { run, started } = bench()
    await run(join(tree.root, 'a'))
    await run(join(tree.root, 'a'))
    expect(started).toHaveLength(1)
  })

  test('what failed is made again, since messages name places', async () => {
    await using tree = await fileTree(chart)
    const { run, started } = bench({ answer: { kind: 'ended', exitCode: 1, stdout: '', stderr: 'no' } })
    const results = await Promise.all([run(join(tree.root, 'a')), run(join(tree.root, 'a'))])
    expect(results.map(result => result.kind === 'ended' && result.exitCode)).toEqual([1, 1])
    expect(started).toHaveLength(2)
  })

  test.each<[string, Record<string, string>]>([
    ['a file', { 'b/templates/x.yaml': 'kind: Job' }],
    ['a file of a subchart', { 'b/charts/b/Chart.yaml': 'name: c' }],
    ['one more file', { 'b/.helmignore': '' }],
  ])('%s makes another call', async (_, difference) => {
    await using tree = await fileTree({ ...chart, ...copyOf('b'), ...difference })
    const { run, started } = bench()
    await run(join(tree.root, 'a'))
    await run(join(tree.root, 'b'))
    expect(started).toHaveLength(2)
  })

  test('bytes that stand in another file make another call', async () => {
    await using tree = await fileTree({ 'a/one': 'xy', 'a/two': 'z', 'b/one': 'x', 'b/two': 'yz' })
    const { run, started } = bench()
    await run(join(tree.root, 'a'))
    await run(join(tree.root, 'b'))
    expect(started).toHaveLength(2)
  })

  test.each<[string, Partial<ProgramCall>, Partial<Reuse>]>([
    ['words', { arguments: ['template', 'other'] }, {}],
    ['environment', { environment: { A: '1' } }, {}],
    ['input', { input: '' }, {}],
    ['places', {}, { told: ['..'] }],
  ])('other %s make another call', async (_, call, reuse) => {
    await using tree = await fileTree(chart)
    const { run, started } = bench()
    await run(join(tree.root, 'a'))
    await run(join(tree.root, 'a'), call, reuse)
    expect(started).toHaveLength(2)
  })

  test('a call that does not tell what it reads, and a program that may run another, are run each time', async () => {
    await using tree = await fileTree(chart)
    const unknown = bench({ identity: undefined })
    const known = bench()
    for (const { run } of [unknown, unknown]) await run(join(tree.root, 'a'))
    for (const { run } of [known, known]) await run(join(tree.root, 'a'), {}, 'none')
    expect(unknown.started).toHaveLength(2)
    expect(known.started).toHaveLength(2)
  })

  test.skipIf(!existsSync('/proc/version'))(
    'a link to a file that does not say its size makes it run each time',
    async () => {
      await using tree = await fileTree(chart)
      await tree.link('a/version', '/proc/version')
      const { run, started } = bench()
      for (const _ of [1, 2]) await run(join(tree.root, 'a'))
      expect(started).toHaveLength(2)
    },
  )

  test('links in a circle do not keep it from running', async () => {
    await using tree = await fileTree(chart)
    await tree.link('a/loop', '../a')
    const { run } = bench()
    expect(await run(join(tree.root, 'a'))).toMatchObject({ kind: 'ended' })
  })
})

describe('between runs', () => {
  const now = () => 1_000_000

  test('the output is given again, and the folder holds no word of it nor of its files', async () => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    const answer = { kind: 'ended', exitCode: 0, stdout: 'kind: Secret\ndata: hunter2 é\n', stderr: 'W' } as const
    const options = { folder: folder.root, now }
    const first = bench({ kept: createKeptOutputs(options), answer })
    const second = bench({ kept: createKeptOutputs(options) })
    await first.run(join(tree.root, 'a'))
    expect(await second.run(join(tree.root, 'a'))).toEqual({ ...answer, stderr: '' })
    expect(second.started).toHaveLength(0)
    const [file = ''] = await filesBelow(folder.root)
    expect((await readFile(file)).toString('latin1')).not.toMatch(/hunter2|Secret|shop/)
  })

  test.each<[string, Given, Partial<Reuse>]>([
    ['another program', { identity: 'helm 4' }, {}],
    ['what is typed in the call', {}, { outlives: false }],
    ['other files', {}, { reads: [] }],
  ])('%s is run', async (_, given, reuse) => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    const kept = createKeptOutputs({ folder: folder.root, now })
    await bench({ kept }).run(join(tree.root, 'a'))
    const { run, started } = bench({ kept, ...given })
    await run(join(tree.root, 'a'), {}, reuse)
    expect(started).toHaveLength(1)
  })

  const packed = (text: string | Buffer) => {
    const block = Buffer.alloc(512)
    return gzipSync(
      Buffer.concat([Buffer.alloc(512, 'header'), Buffer.isBuffer(text) ? text : Buffer.from(text), block]),
    )
  }

  test.each<[string, Uint8Array | string]>([
    ['a template that tells the time', 'NOW'],
    ['one in a packed chart', packed('NOW')],
    ['a packed chart in a packed chart', packed(packed('x'))],
    ['what can not be unpacked', Buffer.from([0x1f, 0x8b, 0, 0])],
  ])('%s is not kept', async (_, content) => {
    await using tree = await fileTree({ ...chart, 'a/charts/c.tgz': content })
    await using folder = await fileTree({})
    const kept = createKeptOutputs({ folder: folder.root, now })
    await bench({ kept }).run(join(tree.root, 'a'))
    expect(await filesBelow(folder.root)).toEqual([])
  })

  test('what unpacks to more than any chart is not looked through, and not kept', async () => {
    const half = packed(Buffer.alloc(60 * 1024 * 1024, ' '))
    await using tree = await fileTree({ ...chart, 'a/charts/c.tgz': half, 'a/charts/d.tgz': half })
    await using folder = await fileTree({})
    const kept = createKeptOutputs({ folder: folder.root, now })
    await bench({ kept }).run(join(tree.root, 'a'))
    expect(await filesBelow(folder.root)).toEqual([])
  })

  test.each<[string, ProgramResult]>([
    ['a failure', { kind: 'ended', exitCode: 1, stdout: 'x', stderr: '' }],
    ['what was ended', { kind: 'timed-out', stderr: '' }],
  ])('%s is not kept', async (_, answer) => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    await bench({ kept: createKeptOutputs({ folder: folder.root, now }), answer }).run(join(tree.root, 'a'))
    expect(await filesBelow(folder.root)).toEqual([])
  })

  test('what was edited while it was rendered is not kept', async () => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    const during = () => writeFile(join(tree.root, 'a/Chart.yaml'), 'name: edited')
    await bench({ kept: createKeptOutputs({ folder: folder.root, now }), during }).run(join(tree.root, 'a'))
    expect(await filesBelow(folder.root)).toEqual([])
  })

  test.each(['flipped', 'cut', 'empty', 'of another call'])('a file that is %s is thrown away', async damage => {
    await using tree = await fileTree({ ...chart, 'b/x': 'another' })
    await using folder = await fileTree({})
    const kept = createKeptOutputs({ folder: folder.root, now })
    await bench({ kept }).run(join(tree.root, 'a'))
    const [file = ''] = await filesBelow(folder.root)
    const bytes = await readFile(file)
    if (damage === 'of another call') {
      await bench({ kept }).run(join(tree.root, 'b'))
      const other = (await filesBelow(folder.root)).find(path => path !== file) ?? ''
      await rename(other, file)
    } else {
      const flipped = Buffer.from(bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)))
      await writeFile(file, damage === 'flipped' ? flipped : bytes.subarray(0, damage === 'cut' ? 15 : 0))
    }
    const again = bench({ kept })
    await again.run(join(tree.root, 'a'))
    expect(again.started).toHaveLength(1)
    expect(await readFile(file)).not.toEqual(bytes)
  })

  test('a pipe in place of a file is not waited for', async () => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    const options = { folder: folder.root, now }
    await bench({ kept: createKeptOutputs(options) }).run(join(tree.root, 'a'))
    const [file = ''] = await filesBelow(folder.root)
    await rename(file, `${file}-away`)
    execFileSync('mkfifo', [file])
    const { run, started } = bench({ kept: createKeptOutputs(options) })
    expect(await run(join(tree.root, 'a'))).toMatchObject({ kind: 'ended' })
    expect(started).toHaveLength(1)
  })

  test('a disk that can not be written to costs nothing', async () => {
    await using tree = await fileTree({ ...chart, occupied: 'a file' })
    using kept = createKeptOutputs({ folder: join(tree.root, 'occupied'), now })
    expect(await bench({ kept }).run(join(tree.root, 'a'))).toMatchObject({ stdout: 'output 1' })
  })

  test('the folder is brought back to its size, the longest unused first', async () => {
    await using tree = await fileTree(chart)
    await using folder = await fileTree({})
    await mkdir(join(folder.root, 'renders-v1'))
    const kept = createKeptOutputs({ folder: folder.root, now, maxBytes: 100 })
    for (const release of ['one', 'two', 'three']) await bench({ kept }).run(join(tree.root, 'a'), { input: release })
    kept[Symbol.dispose]()
    expect((await filesBelow(folder.root)).length).toBeLessThan(3)
  })
})

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}
