import { expect, test } from 'vitest'
import { inventory, request, use } from '../../test/support/plans.ts'
import { absentTag, found, refused, scriptedRegistry } from '../../test/support/scripted-registry.ts'
import type { Environment } from '../config/types.ts'
import { judge } from '../judge/judge.ts'
import { plan } from '../plan/plan.ts'
import type { Answer, AsRead, Manifest } from '../registry/types.ts'
import { probe } from './probe.ts'

const log = { progress() {}, debug() {} }
const headRefused: Answer<never> = {
  kind: 'failed',
  failure: 'head-refused',
  host: 'corp.test',
  at: 'registry',
  status: 403,
  detail: 'HEAD is answered 403, and GET with the manifest',
  trail: [{ method: 'HEAD', url: 'https://corp.test/', status: 403, codes: [], credentials: 'none' }],
}

interface Row {
  readonly image?: string
  readonly runtime?: Environment['runtime']
  readonly read?: Answer<Manifest>
  readonly byHead?: Answer<Manifest | AsRead>
}

async function told({ image = 'corp.test/acme/web:1', runtime = 'containerd', read = found, byHead }: Row) {
  const given = inventory([use(image)])
  const asked = request({}, { runtime, nodeCredentials: { kind: 'none' } })
  const plans = plan(given, [], asked)
  const registry = scriptedRegistry({ manifest: () => read, ...(byHead && { byHead }) })
  const evidence = await probe(plans, { registry, log })
  const judged = judge({ plans, evidence, rendered: [], inventory: given, problems: [], request: asked, today: '' })
  const isAsked = registry.asked.some(question => question.startsWith('by-head'))
  const [finding] = judged.findings
  return [isAsked, judged.verdicts[0]?.verdict, finding?.code ?? '', finding?.severity ?? '']
}

test.each<readonly [string, Row, readonly unknown[]]>([
  ['a registry of its own', {}, [true, 'pullable', '', '']],
  ['a public service', { image: 'ghcr.io/acme/web:1', byHead: headRefused }, [false, 'pullable', '', '']],
  ['a registry of a cloud', { image: 'acme.azurecr.io/web:1', byHead: headRefused }, [false, 'pullable', '', '']],
  ['CRI-O', { runtime: 'cri-o', byHead: headRefused }, [false, 'pullable', '', '']],
  ['a refused HEAD', { byHead: headRefused }, [true, 'unpullable', 'registry-error', 'error']],
  ['a HEAD that leads elsewhere', { read: absentTag, byHead: found }, [true, 'pullable', '', '']],
  ['an absence by both', { read: absentTag }, [true, 'unpullable', 'tag-not-found', 'error']],
  ['a refusal', { read: refused, byHead: found }, [false, 'unpullable', 'not-found-or-private', 'error']],
])('%s', async (_, row, expected) => {
  expect(await told(row)).toEqual(expected)
})
