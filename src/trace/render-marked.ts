import type { ChartSource } from '../discover/types.ts'
import type { Rendered } from '../render/types.ts'
import type { Files, World } from '../world.ts'
import type { RenderMarked } from './trace-chart.ts'

/** Renders one chart below the given files. */
export type RenderChart = (source: ChartSource, files: Files) => Promise<Rendered>

/**
 * Renders charts once more with a values file of ours, which lies in a private folder: the renderer sees it as one more
 * file of the repository.
 */
export function createRenderMarked(
  render: RenderChart,
  { files, scratch }: Pick<World, 'files' | 'scratch'>,
): RenderMarked {
  return async (source, values) => {
    await using folder = await scratch()
    const native = await folder.write('marks.json', values)
    const name = `${source.options.values.join('')}.marks.json`
    const seen: Files = {
      ...files,
      kind: async path => (path === name ? 'file' : files.kind(path)),
      native: path => (path === name ? native : files.native(path)),
    }
    const options = { ...source.options, values: [...source.options.values, name] }
    // awaited here: the folder goes when this function ends
    return await render({ ...source, options }, seen)
  }
}
