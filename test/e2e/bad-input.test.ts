import { statSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { helms } from '../support/tools.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1', image())
})
afterAll(async () => registry[Symbol.asyncDispose]())

const pod = () => podOf(`${registry.host}/acme/web:1`)
const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'
const chart = { 'shop/Chart.yaml': chartYaml, 'shop/values.yaml': 'image: nginx:1\n' }
const template = podOf('{{ .Values.image }}')

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly words: readonly string[]
  /** Why, as a person reads it. */
  readonly says: RegExp
  readonly remedy: RegExp
  /** Alone, and with a good manifest beside it. */
  readonly codes: readonly [alone: number, among: number]
}

const cases: readonly Case[] = [
  {
    name: 'a path that matches nothing',
    files: {},
    words: ['charts/nowhere'],
    says: /`charts\/nowhere` was not checked\.\n.*There is no such file or folder/,
    remedy: /Correct the path/,
    codes: [2, 0],
  },
  {
    name: 'a folder without chart and manifest',
    files: { 'docs/readme.txt': 'text', 'docs/values.yaml': 'a: 1' },
    words: ['docs'],
    says: /`docs` was not checked\.\n.*no chart, no kustomization, no manifest/,
    remedy: /Name a folder that holds one/,
    codes: [2, 0],
  },
  {
    name: 'an empty file',
    files: { 'empty.yaml': '' },
    words: ['empty.yaml'],
    says: /`empty\.yaml` was not checked\.\n.*no Kubernetes manifest/,
    remedy: /Name a manifest/,
    codes: [2, 0],
  },
  {
    name: 'a template of a chart on its own',
    files: { ...chart, 'shop/templates/web.yaml': template },
    words: ['shop/templates/web.yaml'],
    says: /`shop\/templates\/web\.yaml` was not checked/,
    remedy: /of a chart, name its folder/,
    codes: [2, 0],
  },
  {
    name: 'broken YAML',
    files: { 'deploy/broken.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n spec: [\n' },
    words: ['deploy'],
    says: /deploy\/broken\.yaml:5:2 .*\n.*could not be read, so it was not checked\.\n.*no valid YAML\. The parser says: `.+`/,
    remedy: /Correct the YAML there/,
    codes: [0, 0],
  },
  {
    name: 'no helm on PATH',
    files: { ...chart, 'shop/templates/web.yaml': template },
    words: ['shop'],
    says: /`shop` does not render, so its images were not checked\.\n.*was not found\. It is called: `helm`/,
    remedy: /Install helm .* or name it by `helm-path`/,
    codes: [2, 1],
  },
  {
    name: 'a helm that is named and is not there',
    files: { ...chart, 'shop/templates/web.yaml': template },
    words: ['shop', '--helm-path', './no/helm'],
    says: /does not render.*\n.*was not found/,
    remedy: /Install helm/,
    codes: [2, 1],
  },
  {
    name: 'no kustomize and no kubectl on PATH',
    files: { 'overlay/kustomization.yaml': 'resources: [pod.yaml]\n', 'overlay/pod.yaml': podOf('nginx:1') },
    words: ['overlay'],
    says: /`overlay` was not checked\.\n.*neither kustomize nor kubectl/,
    remedy: /Install/,
    codes: [2, 0],
  },
  {
    name: 'a values file that is missing',
    files: { ...chart, 'shop/templates/web.yaml': template },
    words: ['shop', '--values', 'prod.yaml'],
    says: /prod\.yaml .*render-failed\n.*\n.*A values file that was named is not there/,
    remedy: /Correct `values`/,
    codes: [2, 1],
  },
  {
    name: 'a registry that is down',
    files: { 'down.yaml': podOf('127.0.0.1:1/acme/api:1', 'api') },
    words: ['down.yaml'],
    says: /down\.yaml:7:14 .*\n.*`127\.0\.0\.1:1` did not answer\.\n.*Nothing listens/,
    remedy: /where the registry can be reached/,
    codes: [0, 0],
  },
  {
    name: 'a reference with a leftover of a template',
    files: { 'left.yaml': podOf('"ghcr.io/acme/web:${TAG}"', 'api') },
    words: ['left.yaml'],
    says: /left\.yaml:7:\d+ .*invalid-reference\n.*\n.*`\$\{TAG\}`/,
    remedy: /fix {3}\S/,
    codes: [1, 1],
  },
]

describe('bad input is told in one clear sentence with its remedy, and the rest is checked', () => {
  test.each(cases)('$name', async ({ files, words, says, remedy, codes }) => {
    await using bench = await workbench({ ...files, 'good/web.yaml': pod() })
    // no renderer is in reach
    const environment = { PATH: bench.beside }
    const alone = await bench.cli(['check', ...words], { environment })
    expect(alone.stdout).toMatch(says)
    expect(/^ {4}fix .*$/m.exec(alone.stdout)?.[0]).toMatch(remedy)
    expect(alone.stdout + alone.stderr).not.toMatch(/undefined|\[object|mistake of its own|\/tmp\//)
    expectExit(alone, codes[0])
    const [first = '', ...rest] = words
    const among = await bench.report(['check', first, 'good', ...rest], { environment })
    expectExit(among, codes[1])
    expect(among.report.images.find(({ path }) => path === 'acme/web')?.verdict).toBe('pullable')
    expect(among.report.findings.length).toBeGreaterThan(0)
    expect(await bench.leftovers()).toEqual([])
  })

  test('a command before the pipe that failed', async () => {
    await using bench = await workbench({ 'good/web.yaml': pod() })
    const alone = await bench.cli(['check', '-'], { input: '' })
    expectExit(alone, 2)
    expect(alone.stdout).toMatch(/Standard input held no document\.\n.*See whether the command before the pipe failed/)
    const among = await bench.report(['check', '-', 'good'], { input: '' })
    expectExit(among, 0)
    expect(among.report.images.map(({ verdict }) => verdict)).toEqual(['pullable'])
  })

  // root may read all, so that another user has to look
  const user = process.getuid?.() === 0 ? 65_534 : undefined
  const isHidden = user !== undefined && !isOpenToAll(import.meta.dirname)

  test.skipIf(isHidden)(
    `a folder without rights${isHidden ? ' (skipped: only root may read this checkout)' : ''}`,
    async () => {
      await using bench = await workbench({ 'good/web.yaml': pod(), 'closed/web.yaml': pod() })
      await chmod(join(bench.beside, '..'), 0o755)
      await chmod(join(bench.beside, '../tmp'), 0o777)
      await chmod(join(bench.repository, 'closed'), 0)
      const alone = await bench.cli(['check', 'closed'], { user })
      const among = await bench.report(['check'], { user })
      await chmod(join(bench.repository, 'closed'), 0o755)
      expectExit(alone, 2)
      expect(alone.stdout).toMatch(/`closed` was not checked\.\n.*may not be read.*\n.*Check its permissions/)
      expectExit(among, 0)
      expect(among.report.images.map(({ verdict }) => verdict)).toEqual(['pullable'])
      expect(among.report.findings).toMatchObject([{ code: 'unresolved-source', location: { file: 'closed' } }])
    },
  )
})

function isOpenToAll(path: string): boolean {
  const isOpen = (statSync(path).mode & 0o005) === 0o005
  return isOpen && (dirname(path) === path || isOpenToAll(dirname(path)))
}

const helm = helms.filter(({ isThere }) => isThere)
const note = helm.length === 0 ? ' (skipped: helm could not be fetched; see npm run tools)' : ''

describe.skipIf(helm.length === 0).each(helm)(`charts with $name${note}`, ({ path }) => {
  test.each([
    {
      name: 'a value that is required',
      template: 'kind: Pod\nmetadata: { name: {{ required "a name is needed" .Values.name }} }\n',
      place: /shop\/templates\/web\.yaml:2 /,
      says: /a name is needed/,
    },
    {
      name: 'a template that does not parse',
      template: 'kind: Pod\n{{ if }}\n',
      place: /shop\/templates\/web\.yaml:2 /,
      says: /missing value for if/,
    },
    {
      name: 'output that is no YAML',
      template: 'kind: Pod\nmetadata: [\n',
      place: /shop\/templates\/web\.yaml /,
      says: /could not find expected|did not find expected/,
    },
    {
      name: 'values that are no YAML',
      template,
      values: 'image: [\n',
      place: /shop\/values\.yaml/,
      says: /did not find expected node content/,
    },
  ])(
    'that do not render, for $name, are told in the words of helm with the file',
    async ({ template, values, place, says }) => {
      const files = { ...chart, 'shop/templates/web.yaml': template, ...(values && { 'shop/values.yaml': values }) }
      await using bench = await workbench({ ...files, 'good/web.yaml': pod() })
      const alone = await bench.cli(['check', 'shop', '--helm-path', path])
      expectExit(alone, 2)
      expect(alone.stdout).toMatch(place)
      expect(alone.stdout).toMatch(says)
      expect(alone.stdout).not.toMatch(/Use --debug|\/tmp\/|Error:/)
      const among = await bench.report(['check', 'shop', 'good', '--helm-path', path])
      expectExit(among, 1)
      expect(among.report.images.map(({ verdict }) => verdict)).toEqual(['pullable'])
      expect(await bench.leftovers()).toEqual([])
    },
  )

  test('take values files from outside the repository, by a path from the working folder', async () => {
    await using bench = await workbench({ ...chart, 'shop/templates/web.yaml': template, 'shop/own.yaml': 'a: 1\n' })
    await bench.writeBeside('mine.yaml', `image: ${registry.host}/acme/web:1\n`)
    const words = ['check', '.', '--helm-path', path, '--values', 'own.yaml,../../beside/mine.yaml']
    const result = await bench.report(words, { folder: 'shop' })
    expectExit(result, 0)
    expect(result.report.images.map(({ reference }) => reference)).toEqual([`${registry.host}/acme/web:1`])
    expect(result.report.sources[0]?.label).toBe('shop (own.yaml, ../beside/mine.yaml)')
  })
})
