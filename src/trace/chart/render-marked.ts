import type { ChartSource } from '../../discover/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { RenderMarked } from './trace-chart.ts'

/** Renders charts once more, with the marks over all other values. */
export function createRenderMarked(render: (source: ChartSource) => Promise<Rendered>): RenderMarked {
  return (source, { values, ...assignments }) => {
    const { inline = [] } = source.options
    return render({ ...source, options: { ...source.options, ...assignments, inline: [...inline, values] } })
  }
}
