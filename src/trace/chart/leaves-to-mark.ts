import { effectiveLeaves } from './effective-leaves.ts'
import type { ValueLeaf } from '../value-leaf.ts'

const imageKey = /image|tag|version|digest|sha|regist|repo|hub/i
const leftOut = /pullpolicy|fullname|nameoverride/i

/** More would make one render's values huge. */
const mostMarks = 2000

/** No real reference has as many. */
const mostComponents = 40

/**
 * The values that can be part of an image: those whose text is one or more whole components of it. `all` takes them
 * whatever their keys say; `telling` only those whose path speaks of images, where the others broke the chart.
 */
export function leavesToMark(
  leaves: readonly ValueLeaf[],
  images: readonly string[],
  choice: 'all' | 'telling',
): readonly ValueLeaf[] {
  const pieces = new Set(images.flatMap(piecesOfImage))
  return effectiveLeaves(leaves)
    .filter(({ node, path }) => {
      const isTelling = path.some(step => imageKey.test(String(step)))
      if (!pieces.has(node.value) || leftOut.test(String(path.at(-1)))) return false
      return isTelling || (choice === 'all' && !isCount(node))
    })
    .slice(0, mostMarks)
}

function isCount({ plain, value }: ValueLeaf['node']): boolean {
  return plain && /^(?:\d+|true|false)$/.test(value)
}

// every run of components, with and without a `v` that the template may have put before
function piecesOfImage(image: string): readonly string[] {
  const bounds = [0, ...image.matchAll(/[/:@-]/g).map(({ index }) => index), image.length]
  if (bounds.length > mostComponents) return []
  const starts = bounds.flatMap((bound, index) => {
    const start = index === 0 ? 0 : bound + 1
    return image[start] === 'v' ? [start, start + 1] : [start]
  })
  return starts.flatMap(start => bounds.filter(end => end > start).map(end => image.slice(start, end)))
}
