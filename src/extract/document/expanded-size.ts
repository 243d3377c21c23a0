/** Deepest nesting that is followed; manifests stay far below. */
export const maximumDepth = 200

interface Extent {
  readonly size: number
  readonly height: number
}

const endless: Extent = { size: Infinity, height: Infinity }

/**
 * Number of nodes that a walk over parsed YAML would meet, where aliases share them. Infinite for what contains itself or
 * is nested too deeply. Linear in the nodes that exist.
 */
export function expandedSize(value: unknown): number {
  return extentOf(value, { known: new Map(), depth: 0 }).size
}

function extentOf(value: unknown, walk: { known: Map<object, Extent>; depth: number }): Extent {
  if (typeof value !== 'object' || value === null) return { size: 1, height: 0 }
  const known = walk.known.get(value)
  if (known !== undefined) return known
  if (walk.depth > maximumDepth) return endless
  walk.known.set(value, endless)
  let size = 1
  let height = 0
  for (const child of Object.values(value)) {
    const extent = extentOf(child, { known: walk.known, depth: walk.depth + 1 })
    size += extent.size
    height = Math.max(height, extent.height)
  }
  const whole = height >= maximumDepth ? endless : { size, height: height + 1 }
  walk.known.set(value, whole)
  return whole
}
