import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { helms, kubectl } from '../support/tools.ts'
import { podOf, workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', ['1.27.3', '1.27.2'], image())
  registry.push('acme/odd', '2.0.1', image({ platforms: ['linux/arm64'] }))
  registry.push('acme/other', '1.27.33', image())
})
afterAll(async () => registry[Symbol.asyncDispose]())

const fix = ['check', '--fix', '--yes', '--platform', 'linux/amd64']
const textOf = (bench: Workbench, path: string) => readFile(join(bench.repository, path), 'utf8')
const web = (tag: string) => `${registry.host}/acme/web:${tag}`

/** Lines that differ, as `line: text`. */
function changed(before: string, after: string): readonly string[] {
  const old = before.split('\n')
  return after.split('\n').flatMap((line, index) => (line === old[index] ? [] : [`${index + 1}: ${line}`]))
}

const chartFiles = (values: string) => ({
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'shop/values.yaml': values,
  'shop/templates/web.yaml': podOf('{{ .Values.image.name }}:{{ .Values.image.tag }}'),
})
const kustomized = (kustomization: string) => ({
  'base/web.yaml': podOf(web('0')),
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'prod/kustomization.yaml': kustomization,
})

describe('check --fix', { timeout: 60_000 }, () => {
  test('mends a manifest, keeps quotes, comments and line ends, and checks again', async () => {
    const text = podOf(`"${web('1.27.33')}" # the web`).replaceAll('\n', '\r\n')
    await using bench = await workbench({ 'web.yaml': text })
    const result = await bench.report(fix)
    expectExit(result, 0)
    expect(changed(text, await textOf(bench, 'web.yaml'))).toEqual([`7:       image: "${web('1.27.3')}" # the web\r`])
    expect(result.report.verdict).toBe('pass')
    expect(result.stderr).toContain('Fixed web.yaml:7')
  })

  test.each(helms.filter(({ isThere }) => isThere))('mends the values of a chart with $name', async ({ path }) => {
    const values = `# the shop\nimage:\n  name: ${registry.host}/acme/web\n  tag: '1.27.33'\n`
    await using bench = await workbench(chartFiles(values))
    expectExit(await bench.cli([...fix, '--helm-path', path]), 0)
    expect(changed(values, await textOf(bench, 'shop/values.yaml'))).toEqual(["4:   tag: '1.27.3'"])
  })

  test.skipIf(!kubectl.isThere)('mends the entry of a kustomization', async () => {
    const text = `resources: [../base]\nimages:\n  - {name: ${registry.host}/acme/web, newTag: v1.27.2} # soon\n`
    await using bench = await workbench(kustomized(text))
    expectExit(await bench.cli([...fix, '--kustomize-path', kubectl.path]), 0)
    expect(changed(text, await textOf(bench, 'prod/kustomization.yaml'))).toEqual([
      `3:   - {name: ${registry.host}/acme/web, newTag: 1.27.2} # soon`,
    ])
  })

  test('edits nothing into what was seen to fail, and tells what is left', async () => {
    const odd = podOf(`${registry.host}/acme/odd:2.0.11`, 'odd')
    await using bench = await workbench({ 'web.yaml': podOf(web('1.27.33')), 'odd.yaml': odd })
    const result = await bench.report(fix)
    expectExit(result, 1)
    expect(await textOf(bench, 'odd.yaml')).toBe(odd)
    expect(await textOf(bench, 'web.yaml')).toBe(podOf(web('1.27.3')))
    expect(
      result.report.findings.map(({ code, location, fix: advice }) => [code, location?.file, advice?.text]),
    ).toEqual([['tag-not-found', 'odd.yaml', 'Use `2.0.1`, which exists; that the nodes could pull it was not seen.']])
  })

  test.skipIf(helms[0]?.isThere !== true)('takes back what breaks another image, and keeps the rest', async () => {
    const values = `name: ${registry.host}/acme/web\nother: ${registry.host}/acme/other\ntag: 1.27.33\n`
    await using bench = await workbench({
      ...chartFiles(values),
      'shop/templates/web.yaml': podOf('{{ .Values.name }}:{{ .Values.tag }}'),
      'shop/templates/other.yaml': podOf('{{ .Values.other }}:{{ .Values.tag }}', 'other'),
      'web.yaml': podOf(web('1.27.33'), 'alone'),
    })
    const result = await bench.report([...fix, '--helm-path', helms[0]?.path ?? ''])
    expectExit(result, 1)
    expect(await textOf(bench, 'shop/values.yaml')).toBe(values)
    expect(await textOf(bench, 'web.yaml')).toBe(podOf(web('1.27.3'), 'alone'))
    expect(result.stderr).toMatch(/Taken back, since it did not help: shop\/values\.yaml:3/)
    expect(result.stderr).toMatch(/Fixed web\.yaml:7/)
  })

  test('mends an image everywhere it is written', async () => {
    const files = { 'a.yaml': podOf(web('1.27.33'), 'a'), 'b/b.yaml': podOf(`'${web('1.27.33')}'`, 'b') }
    await using bench = await workbench(files)
    const result = await bench.report(fix)
    expectExit(result, 0)
    expect(await textOf(bench, 'a.yaml')).toBe(podOf(web('1.27.3'), 'a'))
    expect(await textOf(bench, 'b/b.yaml')).toBe(podOf(`'${web('1.27.3')}'`, 'b'))
  })

  test('makes two edits on one line', async () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: ${web('1.27.33')}}, {name: b, image: "${web('1.27.22')}"}]}\r\n`
    await using bench = await workbench({ 'web.yaml': text })
    expectExit(await bench.cli(fix), 0)
    expect(await textOf(bench, 'web.yaml')).toBe(text.replace('1.27.33', '1.27.3').replace('1.27.22', '1.27.2'))
  })

  test('keeps a byte order mark, and adds no end to the last line', async () => {
    const text = `\uFEFF${podOf(`"${web('1.27.33')}"`).trimEnd()}`
    await using bench = await workbench({ 'web.yaml': text })
    expectExit(await bench.cli(fix), 0)
    expect(await textOf(bench, 'web.yaml')).toBe(text.replace('1.27.33', '1.27.3'))
  })

  test('prints a difference that git applies, and writes nothing, with --dry-run', async () => {
    await using bench = await workbench({ 'web.yaml': podOf(web('1.27.33')) })
    const result = await bench.cli(['check', '--fix', '--dry-run', '--platform', 'linux/amd64'])
    expectExit(result, 1)
    expect(result.stdout).toBe(
      [
        '--- a/web.yaml',
        '+++ b/web.yaml',
        '@@ -4,4 +4,4 @@',
        ' spec:',
        '   containers:',
        '     - name: main',
        `-      image: ${web('1.27.33')}`,
        `+      image: ${web('1.27.3')}`,
        '',
      ].join('\n'),
    )
    expect(await textOf(bench, 'web.yaml')).toBe(podOf(web('1.27.33')))
  })

  test('writes nothing without --yes where nobody can be asked', async () => {
    await using bench = await workbench({ 'web.yaml': podOf(web('1.27.33')) })
    const result = await bench.cli(['check', '--fix', '--platform', 'linux/amd64'])
    expectExit(result, 1)
    expect(result.stderr).toContain('Nothing was written. Say --yes')
    expect(await textOf(bench, 'web.yaml')).toBe(podOf(web('1.27.33')))
  })

  test.skipIf(helms[0]?.isThere !== true)('writes through no link', async () => {
    const values = `image:\n  name: ${registry.host}/acme/web\n  tag: 1.27.33\n`
    const { 'shop/values.yaml': _, ...files } = chartFiles(values)
    await using bench = await workbench({ ...files, 'real.yaml': values })
    await symlink('../real.yaml', join(bench.repository, 'shop/values.yaml'))
    const result = await bench.cli([...fix, 'shop', '--helm-path', helms[0]?.path ?? ''])
    expectExit(result, 1)
    expect(result.stderr).toContain('Left alone: shop/values.yaml is a link')
    expect(await textOf(bench, 'real.yaml')).toBe(values)
  })

  test.each([
    ['a registry one letter off', 'ghrc.io/acme/web:1.27.3', 'ghcr.io/acme/web:1.27.3'],
    ['an official image', 'mirror.gcr.io/nginx:1', 'mirror.gcr.io/library/nginx:1'],
    ['an image that moved', 'quay.io/coreos/flannel:v1', 'flannel/flannel:v1'],
    // what it would be called otherwise is not there either
    ['no image that is nowhere', 'ghrc.io/acme/none:1', undefined],
  ])('mends %s', async (_, written, expected) => {
    await using nothing = await startRegistry()
    registry.push('library/nginx', '1', image())
    registry.push('flannel/flannel', 'v1', image())
    await using bench = await workbench({ 'web.yaml': podOf(written) })
    const served = {
      'ghcr.io': registry,
      'mirror.gcr.io': registry,
      'docker.io': registry,
      'ghrc.io': nothing,
      'quay.io': nothing,
    }
    for (const [name, { origin }] of Object.entries(served)) {
      await bench.writeBeside(`certs.d/${name}/hosts.toml`, `server = "${origin}"\n`)
    }
    const result = await bench.cli([...fix, '--hosts-dir', join(bench.beside, 'certs.d')])
    expectExit(result, expected === undefined ? 1 : 0)
    expect(await textOf(bench, 'web.yaml')).toBe(podOf(expected ?? written))
  })

  test('says so where there is nothing to mend', async () => {
    await using bench = await workbench({ 'web.yaml': podOf(web('1.27.3')) })
    const result = await bench.cli(fix)
    expectExit(result, 0)
    expect(result.stderr).toContain('nothing that one edit of one line mends')
  })
})

test('a comment beside the line takes its finding out of the count', async () => {
  await using bench = await workbench({
    'web.yaml': podOf(`${web('9')} # will-it-pull: ignore tag-not-found to be built`),
  })
  const result = await bench.report(['check', '--platform', 'linux/amd64'])
  expectExit(result, 0)
  expect(result.report.findings.map(({ ignored }) => ignored)).toEqual([{ reason: 'to be built' }])
})
