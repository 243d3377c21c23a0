import type { Tracer } from '../chart/trace-chart.ts'
import { traceFields } from '../kustomization/trace-fields.ts'
import type { KustomizationTracer } from '../kustomization/trace-kustomization.ts'

/** Finds values in objects that kustomizations give, by building those once more. */
export function builtTracer(
  tracer: Pick<KustomizationTracer, 'build' | 'files' | 'texts'>,
): NonNullable<Tracer['traceBuilt']> {
  return async values => {
    const fields = values.flatMap(leaf =>
      leaf.elsewhere?.kind === 'built' ? [{ ...leaf.elsewhere, value: leaf.node.value, leaf }] : [],
    )
    const places = await traceFields(fields, tracer)
    return new Map(
      fields.flatMap(field => {
        const place = places.get(field)
        return place === undefined ? [] : [[field.leaf, place] as const]
      }),
    )
  }
}
