import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startGitHub } from '../github/server.ts'
import { sarifShape } from '../sarif-shape.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { workbench } from '../support/workbench.ts'

/** Texts that mean something to a runner's log, Markdown, HTML, GitHub or a terminal. */
const harms = [
  '::error::forged',
  '\n::set-output name=verdict::pass',
  '\r\n  ::add-mask::a',
  '##[error]forged',
  '::stop-commands::t',
  '\u001b[2J\u001b]8;;https://evil.example\u0007x',
  '\u202egnp.elif',
  '@octocat @acme/team #1 acme/web#12 GH-3',
  '<script>alert(1)</script><img src=x onerror=y></details>',
  ' | x | y | ',
  '](https://evil.example) ![x](https://evil.example/x.png)',
  '```\n# heading\n```',
  '`x` `` y',
  '%0A::error::x',
  '--> <!-- will-it-pull:images -->',
  '$(id) ${{ secrets.GITHUB_TOKEN }}',
]

const pod = (text: string, at: number) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: text, namespace: text },
    spec: { serviceAccountName: text, containers: [{ name: text, image: `ghcr.io/Acme/${text}:${at}` }] },
  })
/** The name of a file can hold all of it but the slash. */
const fileOf = (text: string): string => `deploy/${text.replaceAll('/', '\u2215').replaceAll('\u0000', '')}.yaml`

test('a change that is hostile in every name and text runs no command, pings nobody and links nowhere', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const change = Object.fromEntries(harms.map((text, at) => [fileOf(text), `${pod(text, at)}\n`]))
  const { commits, files } = await pullRequest(bench, {}, change)
  github.state.files.push(...files)
  const sarif = join(bench.beside, 'alerts.sarif')
  const step = await runStep(bench, { github, commits }, { inputs: { 'sarif-file': sarif } })
  expectExit(step, 1)

  const commands = step.log.split('\n').filter(line => /^\s*::/.test(line) || line.includes('##['))
  expect(commands.filter(line => !/^::(?:error|warning|add-mask)\b/.test(line))).toEqual([])
  expect(step.annotations.filter(({ message }) => message.startsWith('forged'))).toEqual([])
  for (const { level, properties } of step.annotations)
    expect(properties['title'] ?? level).toMatch(/^(?:will-it-pull: [a-z-]+(?: and \d+ more)?|error)$/)
  expect(step.log).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)

  const body = github.state.comments[0]?.body ?? ''
  for (const text of [body, step.summary]) {
    expect(text).not.toMatch(/(?<![\w.])@(?:octocat|acme)/)
    expect(text.match(/^#+ .*$/gm)).toHaveLength(1)
    const rows = text.split('\n').filter(line => line.startsWith('| '))
    for (const row of rows) expect(row.replaceAll(/\\./g, '').split('|')).toHaveLength(3)
    const links = [...text.replaceAll(/(`+)[^]*?\1/g, '').matchAll(/\]\(([^)]*)\)/g)].map(([, url = '']) => url)
    expect(links.filter(url => !/^https:\/\/github\.com\/(?:acme\/shop|will-it-pull)\//.test(url))).toEqual([])
  }
  expect(body.replaceAll(/(`+)[^]*?[^`]\1(?!`)/g, '').match(/<!--/g)).toHaveLength(1)
  expect(sarifShape.parse(JSON.parse(await readFile(sarif, 'utf8'))).runs[0].results.length).toBeGreaterThan(0)
  expect(Object.keys(step.outputs).toSorted()).toEqual(
    ['comment-id', 'images', 'report-file', 'sarif-file', 'unknown', 'unpullable', 'verdict'].toSorted(),
  )
  expect(step.outputs['verdict']).toBe('fail')
})
