import type { DeliveryContext } from '../../discover/gitops/context.ts'
import { deliveredSources } from '../../discover/gitops/delivered-sources.ts'
import type { DeliveryPhase } from '../../discover/gitops/delivered-sources.ts'
import { Definitions } from '../../discover/gitops/find-definition.ts'
import { guessOwn, ownAddress } from '../../discover/gitops/guess-own.ts'
import { DeliveryObjects } from '../../discover/gitops/objects.ts'
import type { Source } from '../../discover/types.ts'
import type { World } from '../../world.ts'
import { withoutClaimed } from './without-claimed.ts'
import type { Rendered } from '../types.ts'

/** What is needed to follow the objects of Argo CD and Flux. */
export interface FollowDeliveries {
  readonly render: (source: Source) => Promise<Rendered>
  /** Whether a chart elsewhere is wanted; the others are not fetched. Default: all. */
  readonly isWanted?: ((source: Source) => Promise<boolean>) | undefined
  readonly world: Pick<World, 'files' | 'git'>
}

/** Objects that apply objects that apply objects: more than a few rounds are a circle. */
const mostRounds = 8
const mostSources = 3000

/**
 * Adds what the rendered objects of Argo CD and Flux apply in their turn, until there is nothing new; manifests and
 * kustomizations that are applied so are not checked by themselves. Kustomizations come first, since they may change what
 * the others see.
 */
export async function renderDelivered(
  plain: readonly Rendered[],
  follow: FollowDeliveries,
): Promise<readonly Rendered[]> {
  const objects = new DeliveryObjects()
  const delivering = objects.delivering(plain)
  if (delivering.length === 0) return plain
  const remote = await follow.world.git.remote()
  const own = remote === undefined ? await guessOwn(delivering, follow.world.files) : ownAddress(remote, delivering)
  const trip: Trip = {
    ...follow,
    plain,
    objects,
    own,
    definitions: new Definitions(follow.world.files),
    known: new Map(),
  }
  const first = await settle('kustomizations', [], trip)
  const added = await settle('all', first, trip)
  return [...withoutClaimed(plain, added), ...added]
}

/** What all rounds have in common. */
interface Trip extends FollowDeliveries {
  readonly plain: readonly Rendered[]
  readonly objects: DeliveryObjects
  readonly own: string | undefined
  readonly definitions: Definitions
  readonly known: Map<string, Promise<Rendered>>
}

/** Rounds of one phase, until the objects of what is rendered deliver just that. */
async function settle(phase: DeliveryPhase, start: readonly Rendered[], trip: Trip): Promise<readonly Rendered[]> {
  let added = start
  for (let round = 0; round < mostRounds; round += 1) {
    const sources = await sourcesOf(phase, added, trip)
    const next = await Promise.all(sources.map(source => renderOnce(source, trip)))
    if (isSame(added, next)) return next
    added = next
  }
  return added
}

async function sourcesOf(
  phase: DeliveryPhase,
  added: readonly Rendered[],
  { plain, objects, own, definitions, world: { files } }: Trip,
): Promise<readonly Source[]> {
  const active = [...withoutClaimed(plain, added), ...added]
  const find: DeliveryContext['find'] = wanted => objects.find(active, wanted)
  const context: DeliveryContext = {
    files,
    objects: objects.delivering(active),
    find,
    own,
    definitions,
    note: () => {},
  }
  const sources = await deliveredSources(phase, context)
  return sources.length <= mostSources ? sources : [...sources.slice(0, mostSources), cut(sources.length - mostSources)]
}

function cut(count: number): Source {
  const detail = `${count} more objects of Argo CD and Flux`
  const base = { id: 'flux:more', path: '.', label: detail }
  return { ...base, kind: 'unresolved', of: 'flux', why: 'generated-elsewhere', detail }
}

function renderOnce(source: Source, trip: Trip): Promise<Rendered> {
  const key = JSON.stringify(source)
  const rendered = trip.known.get(key) ?? renderWanted(source, trip)
  trip.known.set(key, rendered)
  return rendered
}

async function renderWanted(source: Source, { render, isWanted }: Trip): Promise<Rendered> {
  const isElsewhere = 'inner' in source && source.inner.kind === 'helm' && source.inner.remote !== undefined
  if (isElsewhere && isWanted !== undefined && !(await isWanted(source))) return { kind: 'skipped', source }
  return render(source)
}

function isSame(before: readonly Rendered[], after: readonly Rendered[]): boolean {
  return before.length === after.length && before.every((rendered, index) => rendered === after[index])
}
