import { parseDocument } from '../../extract/document/parse-document.ts'
import { objectsIn } from '../../extract/document/kubernetes-objects.ts'
import { nameOf } from '../../extract/pods/workload.ts'
import { splitDocuments } from '../../render/split.ts'
import type { Files } from '../../world.ts'
import { readKustomization } from '../kustomize/kustomization.ts'
import type { SourcePlace } from '../types.ts'
import type { DeliveryObject } from './objects.ts'

const mostFiles = 2000

/** Finds the file that an object was written in before a kustomization rendered it. */
export class Definitions {
  readonly #files: Files
  readonly #reached = new Map<string, Promise<readonly string[]>>()
  readonly #read = new Map<string, Promise<readonly Written[]>>()

  constructor(files: Files) {
    this.#files = files
  }

  /** The place of the one object of this kind and name below a kustomization; undefined where there are none or several. */
  async find({ kind, name }: DeliveryObject, folder: string): Promise<SourcePlace | undefined> {
    const reached = this.#reached.get(folder) ?? this.#reach(folder)
    this.#reached.set(folder, reached)
    const written = await Promise.all((await reached).map(file => this.#objectsOf(file)))
    const [place, another] = written.flat().filter(object => object.kind === kind && object.name === name)
    return place === undefined || another !== undefined ? undefined : place.place
  }

  async #reach(folder: string): Promise<readonly string[]> {
    const asked = new Set([folder])
    const files: string[] = []
    for (const path of asked) {
      const kustomization = await readKustomization(this.#files, path)
      if (kustomization === undefined) files.push(path)
      const room = Math.max(0, mostFiles - asked.size)
      kustomization?.includes.slice(0, room).forEach(include => asked.add(include))
    }
    return files.filter(file => /\.ya?ml$/i.test(file))
  }

  #objectsOf(file: string): Promise<readonly Written[]> {
    const known = this.#read.get(file) ?? readObjects(this.#files, file)
    this.#read.set(file, known)
    return known
  }
}

interface Written {
  readonly kind: string
  readonly name: string
  readonly place: SourcePlace
}

async function readObjects(files: Files, file: string): Promise<readonly Written[]> {
  const read = await files.read(file)
  if (read.kind !== 'text') return []
  return splitDocuments(read.text).flatMap(({ text, line }) => {
    if (!text.includes('kind')) return []
    const parsed = parseDocument(text)
    const objects = parsed.kind === 'parsed' ? parsed.roots.flatMap(objectsIn) : []
    return objects.map(({ kind, body }) => ({ kind, name: nameOf(body), place: { file, line } }))
  })
}
