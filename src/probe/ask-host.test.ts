import { expect, test } from 'vitest'
import { inventory, request, use } from '../../test/support/plans.ts'
import { absentTag, found, refused, scriptedRegistry } from '../../test/support/scripted-registry.ts'
import type { Environment } from '../config/types.ts'
import { judge } from '../judge/judge.ts'
import { plan } from '../plan/plan.ts'
import type { AsRead, Greeting } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Manifest } from '../registry/content/types.ts'
import { probe } from './probe.ts'

const log = { progress() {}, debug() {} }
const headRefused: Extract<Answer<never>, { kind: 'failed' }> = {
  kind: 'failed',
  failure: 'head-refused',
  host: 'corp.test',
  at: 'registry',
  status: 403,
  detail: 'HEAD is answered 403, and GET with the manifest',
  trail: [{ method: 'HEAD', url: 'https://corp.test/', status: 403, codes: [], credentials: 'none' }],
}

const silent: Answer<never> = { ...headRefused, failure: 'greeting-refused' }

interface Row {
  readonly image?: string
  readonly runtime?: Environment['runtime']
  readonly read?: Answer<Manifest>
  readonly byHead?: Answer<Manifest | AsRead>
  readonly greeting?: Answer<Greeting>
}

async function told({ image = 'corp.test/acme/web:1', runtime = 'containerd', read = found, byHead, greeting }: Row) {
  const given = inventory([use(image)])
  const asked = request({}, { runtime, nodeCredentials: { kind: 'none' } })
  const plans = plan(given, [], asked)
  const registry = scriptedRegistry({ manifest: () => read, ...(byHead && { byHead }), ...(greeting && { greeting }) })
  const evidence = await probe(plans, { registry, log })
  const judged = judge({ plans, evidence, rendered: [], inventory: given, problems: [], request: asked, today: '' })
  const isAsked = registry.asked.some(question => /^(by-head|greeting)/.test(question))
  const [finding] = judged.findings
  return [isAsked, judged.verdicts[0]?.verdict, finding?.code ?? '', finding?.severity ?? '']
}

test.each<readonly [string, Row, readonly unknown[]]>([
  ['a registry of its own', {}, [true, 'pullable', '', '']],
  ['a public service', { image: 'ghcr.io/acme/web:1', byHead: headRefused }, [false, 'pullable', '', '']],
  ['a registry of a cloud', { image: 'acme.azurecr.io/web:1', byHead: headRefused }, [false, 'pullable', '', '']],
  ['CRI-O', { runtime: 'cri-o', byHead: headRefused }, [true, 'pullable', '', '']],
  [
    'CRI-O at a public service',
    { image: 'ghcr.io/acme/web:1', runtime: 'cri-o', greeting: silent },
    [false, 'pullable', '', ''],
  ],
  [
    'a greeting that is refused',
    { runtime: 'cri-o', greeting: silent },
    [true, 'unknown', 'registry-error', 'warning'],
  ],
  ['a greeting that containerd never sends', { greeting: silent }, [true, 'pullable', '', '']],
  ['a refused HEAD', { byHead: headRefused }, [true, 'unknown', 'registry-error', 'warning']],
  ['a HEAD that leads elsewhere', { read: absentTag, byHead: found }, [true, 'pullable', '', '']],
  ['an absence by both', { read: absentTag }, [true, 'unpullable', 'tag-not-found', 'error']],
  ['a refusal', { read: refused, byHead: found }, [false, 'unpullable', 'not-found-or-private', 'error']],
])('%s', async (_, row, expected) => {
  expect(await told(row)).toEqual(expected)
})
