import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { reportSchema } from '../../src/report/schema.ts'
import type { Report } from '../../src/report/schema.ts'
import { runChild } from './child.ts'
import type { ChildCall, ChildResult } from './child.ts'
import { fileTree } from './file-tree.ts'

const dist = resolve(import.meta.dirname, '../../dist')

/** How the command line is called, where it differs from the usual. */
export interface CliCall {
  readonly input?: string | undefined
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** Below the folder of the repository. */
  readonly folder?: string | undefined
  readonly timeoutMs?: number | undefined
  readonly interrupt?: ChildCall['interrupt']
  readonly user?: number | undefined
}

/** A folder with a repository in it and nothing else in reach: no login, no helm, a temporary folder of its own. */
export interface Workbench extends AsyncDisposable {
  /** Absolute. */
  readonly repository: string
  /** Absolute folder beside the repository, for what does not belong into it. */
  readonly beside: string
  /** The environment of the children. */
  readonly environment: Readonly<Record<string, string>>
  /** Writes a file of the repository; gives its absolute path. */
  write(path: string, content: string): Promise<string>
  /** Writes a file beside the repository; gives its absolute path. */
  writeBeside(path: string, content: string): Promise<string>
  /** Runs the built command line. */
  cli(words: readonly string[], call?: CliCall): Promise<ChildResult>
  /** The same, with its JSON report read. */
  report(words: readonly string[], call?: CliCall): Promise<ChildResult & { readonly report: Report }>
  /** Runs a line of a POSIX shell in which `"$@"` is the command line with these words. */
  shell(line: string, words: readonly string[]): Promise<ChildResult>
  /** Runs the built Action. */
  action(environment: Readonly<Record<string, string>>): Promise<ChildResult>
  /** What the children left in their temporary folder. */
  leftovers(): Promise<readonly string[]>
}

/** Lays out a repository by path, and starts the built programs in it. */
export async function workbench(contents: Readonly<Record<string, string>> = {}): Promise<Workbench> {
  const laid = Object.fromEntries(Object.entries(contents).map(([path, text]) => [`repository/${path}`, text]))
  const tree = await fileTree({ 'repository/.git/': '', 'beside/': '', 'home/': '', 'tmp/': '', ...laid })
  const place = (path: string) => join(tree.root, path)
  const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: place('home'), TMPDIR: place('tmp'), LC_ALL: 'C' }
  const run = (program: string, words: readonly string[], call: CliCall = {}) =>
    runChild({
      program,
      arguments: words,
      environment: { ...environment, ...call.environment },
      folder: place(join('repository', call.folder ?? '.')),
      input: call.input,
      timeoutMs: call.timeoutMs,
      interrupt: call.interrupt,
      user: call.user,
    })
  const node = process.execPath
  const cli: Workbench['cli'] = (words, call) => run(node, [join(dist, 'cli.js'), ...words], call)
  return {
    repository: place('repository'),
    beside: place('beside'),
    environment,
    write: (path, content) => writeBelow(place('repository'), path, content),
    writeBeside: (path, content) => writeBelow(place('beside'), path, content),
    cli,
    report: async (words, call) => {
      const result = await cli([...words, '--format', 'json'], call)
      return { ...result, report: readReport(result) }
    },
    shell: (line, words) => run('/bin/sh', ['-c', line, 'sh', node, join(dist, 'cli.js'), ...words]),
    action: environment => run(node, [join(dist, 'index.js')], { environment }),
    leftovers: () => readdir(place('tmp')),
    [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose](),
  }
}

function readReport({ stdout, stderr }: ChildResult): Report {
  if (!stdout.startsWith('{')) throw new Error(`no report: ${stdout}${stderr}`)
  return reportSchema.parse(JSON.parse(stdout))
}

/** Writes a file, with the folders that it needs; gives its absolute path. */
export async function writeBelow(folder: string, path: string, content: string | Buffer): Promise<string> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

/** A pod as a plain manifest; the image stands on line 7, column 14. */
export function podOf(image: string, name = 'web'): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  containers:
    - name: main
      image: ${image}
`
}
