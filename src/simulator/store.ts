import type { Artifact } from './artifact.ts'
import type { Content } from './content.ts'

/** What a registry holds, by repository. */
export class Store {
  readonly #repositories = new Map<string, Repository>()

  /** Uploads an artifact and lets tags name its root; the digest of the root. A repository is made where needed. */
  push(name: string, tags: string | readonly string[], artifact: Artifact): string {
    const repository = this.create(name)
    for (const manifest of artifact.manifests) repository.manifests.set(manifest.digest, manifest)
    for (const blob of artifact.blobs) repository.blobs.set(blob.digest, blob)
    for (const tag of [tags].flat()) repository.tags.set(tag, artifact.root.digest)
    return artifact.root.digest
  }

  /** Makes an empty repository, or gives the one that is there. */
  create(name: string): Repository {
    const existing = this.#repositories.get(name)
    if (existing !== undefined) return existing
    const repository: Repository = { tags: new Map(), manifests: new Map(), blobs: new Map() }
    this.#repositories.set(name, repository)
    return repository
  }

  /** Removes one tag (its manifest stays), or without a tag the whole repository. */
  remove(name: string, tag?: string): void {
    if (tag === undefined) this.#repositories.delete(name)
    else this.#repositories.get(name)?.tags.delete(tag)
  }

  find(name: string): Repository | undefined {
    return this.#repositories.get(name)
  }
}

/** One repository: tags name digests, digests name content. */
export interface Repository {
  readonly tags: Map<string, string>
  readonly manifests: Map<string, Content>
  readonly blobs: Map<string, Content>
}
