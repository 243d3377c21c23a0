import { accessShapes } from './shapes/access.ts'
import { contentShapes } from './shapes/content.ts'
import { nameAndNodeShapes } from './shapes/name-and-node.ts'
import { podShapes, vagueShapes } from './shapes/pod.ts'
import { schedulingCauses } from './shapes/scheduling.ts'
import { transportShapes } from './shapes/transport.ts'
import type { CauseCode, Shape } from './types.ts'

/** What one statement can mean, the most likely first. */
export interface Classified {
  readonly causes: readonly CauseCode[]
  /** It only says that something failed. */
  readonly vague: boolean
}

// first match wins; what is specific stands before what only quotes it
const shapes: readonly Shape[] = [
  ...nameAndNodeShapes,
  ...podShapes,
  ...contentShapes.filter(({ causes }) => causes[0] === 'node-disk-full'),
  ...transportShapes,
  ...contentShapes,
  ...accessShapes,
  ...vagueShapes,
]

const longest = 8192

/** Classifies one statement: an event's message, a waiting reason with its message, or a line of a log. */
export function classify(statement: string): Classified | undefined {
  const text = statement.slice(0, longest)
  const unscheduled = schedulingCauses(text)
  if (unscheduled !== undefined) return { causes: unscheduled, vague: false }
  return ofSandboxImage(text) ?? byShape(text)
}

function byShape(text: string): Classified | undefined {
  const shape = shapes.find(({ when }) => when.test(text))
  return shape && { causes: shape.causes, vague: shape.vague === true }
}

// the sandbox has an image of its own, and pulling it fails like any other
function ofSandboxImage(text: string): Classified | undefined {
  const start = text.indexOf('failed to get sandbox image')
  if (start < 0) return undefined
  const pull = byShape(text.slice(start))
  return { causes: [...(pull?.vague === false ? pull.causes : []), 'sandbox-failed'], vague: false }
}
