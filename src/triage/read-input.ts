import { fieldsOf, listAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'

/** One text of the input, and what it is called. */
export interface InputText {
  readonly name: string
  readonly text: string
}

export type ReadInput =
  | { readonly kind: 'objects'; readonly objects: readonly Fields[] }
  | { readonly kind: 'wrong'; readonly name: string; readonly why: string }

/** What gets everything that triage reads. */
export const gather =
  'kubectl get pods,events,nodes,deployments,replicasets,statefulsets,daemonsets,jobs,poddisruptionbudgets -A -o json > cluster.json'

const known = new Set(
  `Pod Event Node Deployment ReplicaSet StatefulSet DaemonSet Job CronJob Service Endpoints EndpointSlice
  PodDisruptionBudget ReplicationController`.split(/\s+/),
)

/** Reads what kubectl wrote: a List, one object, or several of them one after the other. */
export function readInput(inputs: readonly InputText[]): ReadInput {
  const objects: Fields[] = []
  for (const { name, text } of inputs) {
    const values = parseAll(text)
    if (values === undefined) return { kind: 'wrong', name, why: unreadable(text) }
    const found = values.flatMap(itemsOf)
    const why = unusable(found)
    if (why !== undefined) return { kind: 'wrong', name, why }
    for (const object of found) objects.push(object)
  }
  return { kind: 'objects', objects }
}

function parseAll(text: string): readonly unknown[] | undefined {
  const whole = parse(text)
  if (whole !== undefined) return [whole]
  // the output of several calls in one file
  const parts = text.split(/\n(?=\{)/).map(parse)
  return parts.every(part => part !== undefined) ? parts : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function itemsOf(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf)
  if (!textAt(value, 'kind').endsWith('List')) return [fieldsOf(value)]
  const kind = textAt(value, 'kind').slice(0, -'List'.length)
  // items of a PodList carry no kind of their own
  return listAt(value, 'items').map(item =>
    textAt(item, 'kind') === '' ? { kind, ...fieldsOf(item) } : fieldsOf(item),
  )
}

function unusable(objects: readonly Fields[]): string | undefined {
  if (objects.length === 0) return `It holds no object: nothing matched. Try: ${gather}`
  const kinds = new Set(objects.map(object => textAt(object, 'kind')))
  if (kinds.has('Status')) return `It is an error of the API server: ${textAt(objects[0], 'message').slice(0, 200)}`
  if ([...kinds].some(kind => known.has(kind))) return undefined
  const shown = [...kinds]
    .filter(kind => kind !== '')
    .slice(0, 3)
    .join(', ')
  return shown === ''
    ? `It is JSON, but no Kubernetes object. Try: ${gather}`
    : `It holds ${shown}, which tell nothing about pods. Try: ${gather}`
}

const looks: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'It is empty.'],
  [/^(?:NAMESPACE|NAME|LAST SEEN)\s{2,}/, 'It is the table of kubectl, which leaves out most of what is needed.'],
  [/^Name:\s+\S+/, 'It is the output of `kubectl describe`. `will-it-pull explain -` reads that; triage reads JSON.'],
  [/^(?:apiVersion|kind|items|metadata|---)(?::|\s|$)/m, 'It is YAML.'],
  [
    /^(?:Error from server|error:|The connection to the server|Unable to connect|No resources found)/,
    'It is an error message of kubectl.',
  ],
]

function unreadable(text: string): string {
  const start = text.trimStart()
  if (/^[[{]/.test(start)) {
    const whole = /[\]}]\s*$/.test(text)
    const why = whole ? 'It is no valid JSON.' : 'It ends in the middle: the file is truncated, or kubectl was stopped.'
    return `${why} Try: ${gather}`
  }
  const why = looks.find(([when]) => when.test(start))?.[1] ?? 'It is no JSON.'
  return `${why} Try: ${gather}`
}
