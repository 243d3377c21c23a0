import { databaseRows } from './databases.ts'
import { dataProcessingRows } from './data-processing.ts'
import { elasticRows } from './elastic.ts'
import { infrastructureRows } from './infrastructure.ts'
import { machineLearningRows } from './machine-learning.ts'
import { observabilityRows } from './observability.ts'
import type { CustomResourceRow } from './types.ts'
import { workflowRows } from './workflows.ts'

/** Every kind that is known by itself to name images. */
export const knownResources: readonly CustomResourceRow[] = [
  ...workflowRows,
  ...databaseRows,
  ...observabilityRows,
  ...elasticRows,
  ...dataProcessingRows,
  ...machineLearningRows,
  ...infrastructureRows,
]

/** Where objects of custom kinds name images: what is known by itself, and what a person adds. */
export interface ResourceTable {
  /** Groups that have a kind of this name in the table. */
  readonly groupsWithKind: (kind: string) => readonly string[]
  readonly rowsFor: (group: string, kind: string) => readonly CustomResourceRow[]
  /** Whether a kind is known by itself, so that all its images are; of one that only a person names a path may be wrong. */
  readonly isKnown: (group: string, kind: string) => boolean
}

const knownKinds: ReadonlySet<string> = new Set(
  knownResources.flatMap(({ group, kinds }) => kinds.map(kind => `${group}/${kind}`)),
)

/** The table of some rows; several rows of one kind add up. */
function resourceTable(all: readonly CustomResourceRow[]): ResourceTable {
  const groups = new Map<string, string[]>()
  const rows = new Map<string, CustomResourceRow[]>()
  for (const row of all) {
    for (const kind of row.kinds) {
      push(groups, kind, row.group)
      push(rows, `${row.group}/${kind}`, row)
    }
  }
  return {
    groupsWithKind: kind => groups.get(kind) ?? [],
    rowsFor: (group, kind) => rows.get(`${group}/${kind}`) ?? [],
    isKnown: (group, kind) => knownKinds.has(`${group}/${kind}`),
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

const knownTable = resourceTable(knownResources)

/** The table with the rows that a person adds. */
export function resourcesWith(added: readonly CustomResourceRow[] = []): ResourceTable {
  return added.length === 0 ? knownTable : resourceTable([...knownResources, ...added])
}
