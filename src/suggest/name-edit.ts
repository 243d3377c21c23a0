import type { Location } from '../trace/types.ts'
import type { Edit, ReadLine } from './types.ts'
import { writtenAt } from './written-at.ts'

/** The name of an image without tag and digest, normalized. */
export interface ImageName {
  readonly registry: string
  readonly repository: string
}

/** What an edit is made at. */
export interface EditPlaces {
  /** All places that give the image. */
  readonly locations: readonly Location[]
  readonly readLine: ReadLine
}

/** Replaces the name of an image where one place holds all of it that changes. */
export async function nameEdit(from: ImageName, to: ImageName, places: EditPlaces): Promise<Edit | undefined> {
  const read = places.locations.map(async location => ({ location, text: await writtenAt(location, places.readLine) }))
  const written = await Promise.all(read)
  const hasOwnRegistry = written.some(({ text }) => text === from.registry)
  const changes = changesOf(from, to, hasOwnRegistry).filter(([before]) => before !== '')
  for (const { location, text: replaces } of written) {
    const change = replaces === undefined ? undefined : changes.find(([before]) => holds(replaces, before))
    if (replaces === undefined || change === undefined) continue
    const text = `${change[1]}${replaces.slice(change[0].length)}`
    return isPlainName(text) ? { location, replaces, text } : undefined
  }
  return undefined
}

type Change = readonly [before: string, after: string]

/** What may be written for each name, in full and in parts. A registry that stands apart comes before any name. */
function changesOf(from: ImageName, to: ImageName, hasOwnRegistry: boolean): readonly Change[] {
  if (hasOwnRegistry && from.registry !== to.registry)
    return from.repository === to.repository ? [[from.registry, to.registry]] : []
  const whole: Change = [`${from.registry}/${from.repository}`, familiar(to)]
  const short: Change = [familiar(from), familiar(to)]
  if (from.registry === to.registry) return [whole, short, [from.repository, to.repository]]
  return from.repository === to.repository ? [whole, short, [from.registry, to.registry]] : [whole, short]
}

// Docker Hub's name is left out by most people, and `library/` with it
function familiar({ registry, repository }: ImageName): string {
  return registry === 'docker.io' ? repository.replace(/^library\//, '') : `${registry}/${repository}`
}

/** Whether a text is the name, perhaps with a tag and a digest behind it. */
function holds(written: string, name: string): boolean {
  return written.startsWith(name) && /^(?:$|[:@])/.test(written.slice(name.length))
}

// what a registry's data says goes into a file
function isPlainName(text: string): boolean {
  return /^[\w][\w./:@-]*$/.test(text)
}
