/** A packaged chart that lies elsewhere. */
export type RemoteChart =
  /** In a chart repository with an `index.yaml`. `version` is a constraint as Chart.yaml has it; empty: the newest. */
  | { readonly kind: 'repository'; readonly url: string; readonly name: string; readonly version: string }
  /** In a registry: `ghcr.io/acme/charts/shop`, without scheme and tag. A digest wins over the version. */
  | {
      readonly kind: 'oci'
      readonly repository: string
      readonly version: string
      readonly digest?: string | undefined
    }
  /** A `.tgz` by its address. */
  | { readonly kind: 'archive'; readonly url: string }

export type FetchedChart =
  /** `file`: absolute path of the `.tgz` in a private folder. */
  { readonly kind: 'fetched'; readonly file: string; readonly version: string } | UnavailableChart

export interface UnavailableChart {
  readonly kind: 'unavailable'
  readonly why: ChartTrouble
  readonly detail: string
}

/**
 * `absent`: whoever serves it says that there is no such chart or version; `refused`: a login is needed; `unreachable`:
 * no usable answer; `unusable`: what came is no chart, or the address is none; `offline`: nothing may be asked.
 */
export type ChartTrouble = 'absent' | 'refused' | 'unreachable' | 'unusable' | 'offline'

/** Fetches charts; equal ones are fetched once in a run. Never throws for what the other side does. */
export interface Charts {
  fetch(chart: RemoteChart): Promise<FetchedChart>
  /** Requests that were sent. */
  readonly requests: number
}
