import { header } from '../transport/http.ts'
import type { HttpHeaders } from '../transport/http.ts'
import type { RegistryUsage } from '../types.ts'

// below it, what a HEAD can tell is not asked for by GET any more
const nearEnd = 15

/** Pull quotas as registries state them (`ratelimit-limit: 100;w=21600`, Docker Hub's documentation). */
export class Quotas {
  readonly #quotas = new Map<string, NonNullable<RegistryUsage['pullQuota']>>()

  note(registry: string, headers: HttpHeaders): void {
    const limit = countIn(header(headers, 'ratelimit-limit'))
    const remaining = countIn(header(headers, 'ratelimit-remaining'))
    if (limit === undefined || remaining === undefined) return
    const known = this.#quotas.get(registry)
    // answers come in any order: within a run it only gets less
    if (known === undefined || remaining < known.remaining) this.#quotas.set(registry, { registry, limit, remaining })
  }

  isNearEnd(registry: string): boolean {
    const quota = this.#quotas.get(registry)
    return quota !== undefined && quota.remaining <= nearEnd
  }

  /** The one that is nearest to its end. */
  get tightest(): RegistryUsage['pullQuota'] {
    return [...this.#quotas.values()].toSorted((one, other) => one.remaining - other.remaining)[0]
  }
}

function countIn(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})\s*(;|$)/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}
