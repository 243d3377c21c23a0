import type { NodeSelectorTerm, PodContext } from '../types.ts'
import { listOf, textEntriesOf, textOf, valueAt } from '../document/untyped.ts'

/** What a PodSpec, or the spec of a custom resource that is written like one, says about its pulls. */
export function podContext(spec: unknown): PodContext {
  return {
    serviceAccount: serviceAccount(spec),
    pullSecrets: pullSecrets(valueAt(spec, 'imagePullSecrets')),
    nodeSelector: textEntriesOf(valueAt(spec, 'nodeSelector')),
    requiredTerms: requiredTerms(spec),
    os: textOf(valueAt(spec, 'os', 'name')),
    runtimeClass: textOf(valueAt(spec, 'runtimeClassName')),
  }
}

/** Names of `imagePullSecrets` in order. A blank name keeps its place: it stops the account's secrets all the same. */
export function pullSecretNames(value: unknown): readonly string[] {
  return listOf(value).map(item => textOf(valueAt(item, 'name')) ?? '')
}

// the old field `serviceAccount` is an alias; the new one wins (pkg/apis/core/v1/conversion.go)
function serviceAccount(spec: unknown): string | undefined {
  const names = [valueAt(spec, 'serviceAccountName'), valueAt(spec, 'serviceAccount')].map(textOf)
  return names.find(name => name !== undefined && name !== '')
}

function pullSecrets(value: unknown): readonly string[] | undefined {
  const names = pullSecretNames(value)
  return names.length > 0 ? names : undefined
}

function requiredTerms(spec: unknown): readonly NodeSelectorTerm[] | undefined {
  const required = valueAt(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')
  const terms = valueAt(required, 'nodeSelectorTerms')
  return Array.isArray(terms) ? terms.map(selectorTerm) : undefined
}

function selectorTerm(term: unknown): NodeSelectorTerm {
  return {
    matchExpressions: listOf(valueAt(term, 'matchExpressions')).map(expression => ({
      key: textOf(valueAt(expression, 'key')) ?? '',
      operator: textOf(valueAt(expression, 'operator')) ?? '',
      values: listOf(valueAt(expression, 'values')).flatMap(value => textOf(value) ?? []),
    })),
    hasFields: listOf(valueAt(term, 'matchFields')).length > 0,
  }
}
