import { databaseRows } from './databases.ts'
import { dataProcessingRows } from './data-processing.ts'
import { elasticRows } from './elastic.ts'
import { infrastructureRows } from './infrastructure.ts'
import { machineLearningRows } from './machine-learning.ts'
import { observabilityRows } from './observability.ts'
import type { CustomResourceRow } from './types.ts'
import { workflowRows } from './workflows.ts'

/** Every kind that is known to name images. */
export const customResources: readonly CustomResourceRow[] = [
  ...workflowRows,
  ...databaseRows,
  ...observabilityRows,
  ...elasticRows,
  ...dataProcessingRows,
  ...machineLearningRows,
  ...infrastructureRows,
]

const groups = new Map<string, readonly string[]>()
const rows = new Map<string, readonly CustomResourceRow[]>()
for (const row of customResources) {
  for (const kind of row.kinds) {
    groups.set(kind, [...(groups.get(kind) ?? []), row.group])
    const key = `${row.group}/${kind}`
    rows.set(key, [...(rows.get(key) ?? []), row])
  }
}

/** Groups that have a kind of this name in the table. */
export function groupsWithKind(kind: string): readonly string[] {
  return groups.get(kind) ?? []
}

/** The rows for a kind. */
export function rowsFor(group: string, kind: string): readonly CustomResourceRow[] {
  return rows.get(`${group}/${kind}`) ?? []
}
