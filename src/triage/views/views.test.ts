import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budget, end, node, owner, pod, waiting } from '../../../test/cluster/objects.ts'
import { plain } from '../../report/views/text/palette.ts'
import { triage } from '../triage.ts'
import { triageJson } from './json.ts'
import { triageMarkdown } from './markdown.ts'
import { triageText } from './text.ts'

const message =
  'rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found'
const missing = pod({ containers: [waiting('ErrImagePull', message, { image: 'ghcr.io/acme/web:1.27.33' })] })
const crashing = pod({
  name: 'db-0',
  owner: { kind: 'StatefulSet', name: 'db' },
  containers: [waiting('CrashLoopBackOff', 'back-off', { name: 'db', restarts: 7, last: end(137, 'OOMKilled') })],
})
const cluster = triage([
  missing,
  crashing,
  node(),
  owner('Deployment', 'web', { status: { readyReplicas: 1 } }),
  budget('web', 0),
])

describe('the views of a triage', () => {
  test('text says by layer what is broken and what to look at next', () => {
    expect(triageText(cluster, { palette: plain, width: 100 })).toMatchInlineSnapshot(`
      "image pull

      ✗ Deployment shop/web  tag-not-found
          The repository has no such tag (1 of 1 pod).
          seen  pod web-5d9c7b-x2x4z, container web: ErrImagePull: rpc error: code = NotFound desc =
                failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference
                "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found
          or    repository-not-found, not-found-or-private
          next  $ crane ls ghcr.io/acme/web | sort -V | tail # is the tag there?
                $ crane ls ghcr.io/acme/web # NAME_UNKNOWN: there is no such repository
                $ crane digest ghcr.io/acme/web:1.27.33 # with your login: found means private, refused means misspelt or not yours
                $ kubectl -n shop describe pod web-5d9c7b-x2x4z
                $ will-it-pull explain tag-not-found
          mend  Take a tag that exists; the report names the nearest. Change it where the report points:
                the values file that wins, not the template.
          last  $ kubectl -n shop rollout undo deployment/web   (disturbs: goes back to the image that ran before, if this began with a rollout)
                  respect: PodDisruptionBudget shop/web (minAvailable 2) allows 0 disruptions now
                  respect: 1 of 2 replicas are ready
                  respect: some containers have no readiness probe, so a rollout counts their pods as
                    ready once they run

      application

      ✗ StatefulSet shop/db  out-of-memory
          The container used more memory than its limit and was killed (1 of 1 pod).
          seen  pod db-0, container db: CrashLoopBackOff after 7 restarts; the last run ended with
                OOMKilled, exit code 137
          next  $ kubectl -n shop get pod db-0 -o jsonpath='{.spec.containers[*].resources}'
                $ kubectl -n shop top pod db-0 --containers
                $ kubectl -n shop logs db-0 -c db --previous --tail=50
                $ kubectl -n shop logs db-0 -c db --tail=50
          mend  Raise the limit, or make the process respect it (\`GOMEMLIMIT\`, \`-XX:MaxRAMPercentage\`,
                \`--max-old-space-size\`).
          last  $ kubectl -n shop rollout undo statefulset/db   (disturbs: goes back to the revision that ran before, if this began with a rollout)
                  respect: PodDisruptionBudget shop/web (minAvailable 2) allows 0 disruptions now
                  respect: some containers have no readiness probe, so a rollout counts their pods as
                    ready once they run

      Would tell more
        $ kubectl get events -A -o json

      ✗ 2 pods, 0 events, 1 node read: 2 workloads broken of 2.
      "
    `)
  })

  test('Markdown is a report to paste into a ticket', () => {
    expect(triageMarkdown(cluster)).toMatchInlineSnapshot(`
      "# Incident: workloads that do not run

      2 pods, 0 events, 1 node read: 2 workloads broken of 2. As of 2026-11-24T02:05:00.000Z.

      | workload | first broken layer | code | what |
      | --- | --- | --- | --- |
      | \`Deployment shop/web\` | image pull | tag-not-found | The repository has no such tag (1 of 1 pod) |
      | \`StatefulSet shop/db\` | application | out-of-memory | The container used more memory than its limit and was killed (1 of 1 pod) |

      ## \`Deployment shop/web\`

      The repository has no such tag (1 of 1 pod). Layer: image pull; code: tag-not-found. Oldest broken pod: \`2026-11-24T02:00:00Z\`. Image: \`ghcr.io/acme/web:1.27.33\`.

      Evidence:

      \`\`\`text
      pod web-5d9c7b-x2x4z, container web: ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found
      \`\`\`

      The evidence does not tell it from: repository-not-found, not-found-or-private.

      Next, only reading:

      \`\`\`sh
      crane ls ghcr.io/acme/web | sort -V | tail # is the tag there?
      crane ls ghcr.io/acme/web # NAME_UNKNOWN: there is no such repository
      crane digest ghcr.io/acme/web:1.27.33 # with your login: found means private, refused means misspelt or not yours
      kubectl -n shop describe pod web-5d9c7b-x2x4z
      will-it-pull explain tag-not-found
      \`\`\`

      To mend it: Take a tag that exists; the report names the nearest. Change it where the report points: the values file that wins, not the template.

      Only after that: this **disturbs what runs**. It goes back to the image that ran before, if this began with a rollout.

      \`\`\`sh
      kubectl -n shop rollout undo deployment/web
      \`\`\`

      It must respect:

      - PodDisruptionBudget shop/web (minAvailable 2) allows 0 disruptions now
      - 1 of 2 replicas are ready
      - some containers have no readiness probe, so a rollout counts their pods as ready once they run

      ## \`StatefulSet shop/db\`

      The container used more memory than its limit and was killed (1 of 1 pod). Layer: application; code: out-of-memory. Oldest broken pod: \`2026-11-24T02:00:00Z\`. Image: \`ghcr.io/acme/web:1.27.3\`.

      Evidence:

      \`\`\`text
      pod db-0, container db: CrashLoopBackOff after 7 restarts; the last run ended with OOMKilled, exit code 137
      \`\`\`

      Next, only reading:

      \`\`\`sh
      kubectl -n shop get pod db-0 -o jsonpath='{.spec.containers[*].resources}'
      kubectl -n shop top pod db-0 --containers
      kubectl -n shop logs db-0 -c db --previous --tail=50
      kubectl -n shop logs db-0 -c db --tail=50
      \`\`\`

      To mend it: Raise the limit, or make the process respect it (\`GOMEMLIMIT\`, \`-XX:MaxRAMPercentage\`, \`--max-old-space-size\`).

      Only after that: this **disturbs what runs**. It goes back to the revision that ran before, if this began with a rollout.

      \`\`\`sh
      kubectl -n shop rollout undo statefulset/db
      \`\`\`

      It must respect:

      - PodDisruptionBudget shop/web (minAvailable 2) allows 0 disruptions now
      - some containers have no readiness probe, so a rollout counts their pods as ready once they run

      ## Not looked at

      \`\`\`sh
      kubectl get events -A -o json
      \`\`\`

      ## To fill in

      - Began: 
      - Noticed by: 
      - Root cause: 
      - Mended by: 
      - So that it does not come back: 
      "
    `)
  })

  test('JSON has the fields of the contract', () => {
    expect(JSON.parse(triageJson(cluster))).toMatchObject({
      workloads: [
        {
          kind: 'Deployment',
          namespace: 'shop',
          name: 'web',
          layer: 'image pull',
          code: 'tag-not-found',
          evidence: expect.stringContaining('not found'),
          next: expect.stringContaining('crane ls'),
        },
        { kind: 'StatefulSet', name: 'db', layer: 'application', code: 'out-of-memory' },
      ],
    })
  })

  test('nothing broken is said so', () => {
    expect(triageText(triage([pod(), node()]), { palette: plain })).toContain(
      '✓ 1 pod, 0 events, 1 node read: nothing is broken of 1.',
    )
  })

  test('hostile names and messages act on no terminal and end no table', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('\u001b[2J', '::error::x', '|', '`', '\n## x', '<img>', '@all', "$(id)';"),
    )
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        const found = triage([
          pod({
            name,
            owner: null,
            containers: [waiting('ErrImagePull', `not found: ${text}`, { name: text, image: name })],
          }),
        ])
        const shown = triageText(found, { palette: plain })
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|^\s*::/m)
        const lines = triageMarkdown(found).split('\n')
        expect(lines.filter(line => line.startsWith('## '))).toHaveLength(3)
        expect(lines.filter(line => line.startsWith('| '))).toHaveLength(3)
      }),
      { numRuns: 60 },
    )
  })
})
