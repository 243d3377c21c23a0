import { describe, expect, test } from 'vitest'
import type { CheckRequest } from '../../src/config/types.ts'
import { createFiles } from '../../src/process/files.ts'
import { exitCode } from '../../src/report/exit-code.ts'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { fileTree } from '../support/file-tree.ts'
import { request } from '../support/plans.ts'
import { alice } from './login.ts'
import { play } from './scene.ts'
import type { Scene } from './scene.ts'
import { everyView } from './views.ts'

/** An operator that starts pods with images of its variables and arguments; its own image stands on line 11. */
const operator = (host: string, tag: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: operator, namespace: ops }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - name: operator
          image: ${host}/acme/web:1
          env:
            - name: RELATED_IMAGE_WORKER
              value: ${host}/acme/web:${tag}
          args:
            - --helper-image=${host}/acme/web:${tag}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: defaults, namespace: ops }
data:
  defaults.yaml: |
    sidecar:
      image: ${host}/acme/side:1
`

interface Run extends Partial<Pick<Scene, 'who' | 'git'>> {
  readonly tag: string
  readonly request?: Partial<CheckRequest>
}

async function run(registry: SimulatedRegistry, { tag, request: changes, ...over }: Run) {
  await using tree = await fileTree({ 'ops/operator.yaml': operator(registry.host, tag) })
  const { report, slept } = await play({
    images: [],
    registry: registry.host,
    who: 'nobody',
    servers: [registry],
    folder: tree.root,
    request: { paths: ['.'], pullSecrets: [], stdin: undefined, checkImageLike: true, ...changes },
    ...over,
  })
  const findings = report.findings.map(
    ({ code, severity, verdict, status, location }) =>
      `${code} ${severity} ${verdict} ${status} ${location?.file}:${location?.line}`,
  )
  const { onUnknown } = changes?.policy ?? request().policy
  return { verdict: report.verdict, exit: exitCode(report, onUnknown, []), findings, slept, report }
}

const strict = (severities: readonly (readonly ['tag-not-found' | 'registry-unreachable', 'error'])[]) => ({
  policy: { ...request().policy, onUnknown: 'fail' as const, severities: new Map(severities) },
})

async function withRegistry(look: (registry: SimulatedRegistry) => Promise<void>, options = {}): Promise<void> {
  await using registry = await startRegistry(options)
  registry.push('acme/web', ['1', '2'], image({ name: 'web' }))
  registry.push('acme/side', '1', image({ name: 'side' }))
  await look(registry)
}

describe('texts that look like images, where they are to be checked', () => {
  test('are uses with a verdict, every place of them', async () => {
    await withRegistry(async registry => {
      const { verdict, findings, report } = await run(registry, { tag: '2' })
      expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] })
      expect(report.uses.map(use => [use.role, use.field, use.verdict, use.location?.line])).toEqual([
        ['container', 'spec.template.spec.containers[0].image', 'pullable', 11],
        ['heuristic', 'spec.template.spec.containers[0].env[0].value', 'pullable', 14],
        ['heuristic', 'spec.template.spec.containers[0].args[0]', 'pullable', 16],
        ['heuristic', 'data["defaults.yaml"]', 'pullable', 24],
      ])
      expect(report.summary.imageLikeStrings).toBe(0)
    })
  })

  test('are warnings on their line and never fail the run, whatever the rules say', async () => {
    await withRegistry(async registry => {
      const { verdict, exit, findings, report } = await run(registry, {
        tag: '3',
        request: strict([['tag-not-found', 'error']]),
      })
      expect(findings).toEqual(['tag-not-found warning unpullable new ops/operator.yaml:14'])
      expect({ verdict, exit }).toEqual({ verdict: 'pass', exit: 0 })
      expect(everyView(report)).toContain(
        'Deployment ops/operator, text at spec.template.spec.containers[0].env[0].value',
      )
      expect(report.findings[0]?.related.map(({ line }) => line)).toEqual([16])
      expect(report.headline).toBe('2 of 3 images can be pulled; 1 text that looks like an image has a problem.')
    })
  })

  test('that can not be told do not make the run unknown', async () => {
    await withRegistry(async registry => {
      registry.fault({ repository: 'acme/side' }, 'error-500')
      const { verdict, exit, findings } = await run(registry, { tag: '2', request: strict([]) })
      expect(findings).toEqual(['registry-error warning unknown new ops/operator.yaml:24'])
      expect({ verdict, exit }).toEqual({ verdict: 'pass', exit: 0 })
    })
  })

  test('are not waited for', async () => {
    await withRegistry(async registry => {
      const { slept } = await run(registry, { tag: '3', request: { waitMs: 60_000 } })
      expect(slept).toEqual([])
    })
  })

  test('are old where the base has them too, and its image was broken', async () => {
    await withRegistry(async registry => {
      await using tree = await fileTree({ 'ops/operator.yaml': `# before\n${operator(registry.host, '3')}` })
      const git = {
        base: async () => ({ kind: 'commit', sha: 'a'.repeat(40) }) as const,
        files: async () => createFiles(tree.root),
        changed: async () => ['ops/operator.yaml'],
      }
      const asked = { base: { kind: 'revision', revision: 'main' }, changedOnly: true } as const
      const { findings } = await run(registry, { tag: '3', git, request: asked })
      expect(findings).toEqual(['tag-not-found warning unpullable old ops/operator.yaml:14'])
    })
  })

  test.each([
    ['nobody', 'access-denied warning unknown new'],
    ['runner', 'no-pull-secret warning unknown new'],
  ] as const)('and are private as seen by %s are unknown, since no pod is known', async (who, expected) => {
    const auth = { users: [alice], public: ['acme/web'] }
    await withRegistry(
      async registry => {
        const { environments } = request({}, { nodeCredentials: { kind: 'none' } })
        const { verdict, findings } = await run(registry, { tag: '2', who, request: { environments } })
        expect(findings).toEqual([`${expected} ops/operator.yaml:24`])
        expect(verdict).toBe('pass')
      },
      { auth },
    )
  })
})

test('texts that look like images are listed and not asked for, where nobody says otherwise', async () => {
  await withRegistry(async registry => {
    const { findings, report } = await run(registry, { tag: '3', request: { checkImageLike: false } })
    expect(findings).toEqual([
      'image-like-string warning not-checked new ops/operator.yaml:14',
      'image-like-string warning not-checked new ops/operator.yaml:24',
    ])
    expect(report.summary).toMatchObject({ uses: 1, imageLikeStrings: 2 })
    expect(registry.requests.some(({ path }) => path.includes('side'))).toBe(false)
  })
})
