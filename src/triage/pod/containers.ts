import { at, listAt, textAt } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { fieldsOf } from '../fields.ts'

/** A container of a pod, with its status. */
export interface Container {
  readonly name: string
  readonly image: string
  readonly init: boolean
  readonly status: Fields
  readonly spec: Fields
}

/** The containers of a pod in the order in which they start. */
export function containersOf(pod: Fields): readonly Container[] {
  return [...some(pod, 'initContainers', 'initContainerStatuses'), ...some(pod, 'containers', 'containerStatuses')]
}

function some(pod: Fields, specs: string, statuses: string): readonly Container[] {
  const byName = new Map(listAt(pod, 'status', statuses).map(status => [textAt(status, 'name'), fieldsOf(status)]))
  const written = new Map(listAt(pod, 'spec', specs).map(spec => [textAt(spec, 'name'), fieldsOf(spec)]))
  const names = new Set([...written.keys(), ...byName.keys()])
  return [...names].map(name => {
    const [status, spec] = [byName.get(name) ?? {}, written.get(name) ?? {}]
    return {
      name,
      image: textAt(spec, 'image') || textAt(status, 'image'),
      // a sidecar is written among the init containers and goes on running
      init: specs === 'initContainers' && at(spec, 'restartPolicy') !== 'Always',
      status,
      spec,
    }
  })
}
