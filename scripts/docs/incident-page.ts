import { triageCodes } from '../../src/triage/code-list.ts'
import { triageTexts } from '../../src/triage/codes.ts'
import { triageLayers } from '../../src/triage/layers.ts'
import { gather } from '../../src/triage/read-input.ts'

/** The page about incidents: how to use the three commands, and every code of triage. */
export function incidentPage(): string {
  return `${[introduction, ...triageLayers.map(layerSection)].join('\n\n')}\n`
}

function layerSection(layer: (typeof triageLayers)[number]): string {
  const codes = triageCodes.filter(code => triageTexts[code].layer === layer)
  const more =
    layer === 'image pull' ? ['All codes of [findings](rules/README.md), as far as a node can meet them, and:'] : []
  const rows = codes.map(code => `- \`${code}\`: ${triageTexts[code].title}. ${triageTexts[code].means}`)
  return [`### ${layer}`, ...more, rows.join('\n')].join('\n\n')
}

const introduction = `# When it has happened anyway

A pod does not start. Which layer is it? They have to work in this order, and the first that is broken is the one to look at: scheduling, image pull, runtime, application, traffic.

## One message: explain

Paste what the kubelet says, as it is: a line of \`kubectl describe pod\`, a whole block of events, a waiting reason, JSON, a line of a node's log. Cut-off text will do.

\`\`\`sh
kubectl -n shop describe pod web-5d9c7b-x2x4z | will-it-pull explain -
will-it-pull explain 'Back-off pulling image "ghcr.io/acme/web:1.27.33": ErrImagePull: …'
will-it-pull explain tag-not-found
\`\`\`

Where the text cannot tell causes apart, all are named, the most likely first, each with the command that tells them apart. The exit code is 2 for an unknown code and for a text in which no failure is known.

## A namespace or a cluster: triage

\`\`\`sh
${gather}
will-it-pull triage cluster.json
\`\`\`

For each workload: the first broken layer, the line that says so, and the next command, which only reads. A command that disturbs what runs (\`rollout undo\`, \`drain\`, \`delete\`) comes last, marked, with what it must respect: PodDisruptionBudgets, probes, how many replicas may be away, as the input says. Pods that only start are no failures; what failed and works again is listed apart. The exit code is 1 if something is broken.

\`--verify\` asks the registries as each pod's node would, with its platform and runtime and the pod's secrets, as far as they are in the input (add \`secrets,serviceaccounts\` to the command if you want that). \`--format markdown\` is a report to paste into a ticket; \`--format json\` has \`workloads\` with \`kind, namespace, name, layer, code, evidence, next\`. The cluster itself is never asked for anything.

## To practise: walkthrough

\`\`\`sh
will-it-pull walkthrough --step
\`\`\`

breaks one Deployment in six ways against a registry inside the program, mends one variable at a time, and ends with an incident report: \`--output incident.md\`.

## Codes`
