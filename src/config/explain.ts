import type { Origin } from './origin.ts'
import type { ResolvedRequest } from './resolve.ts'

/** One row of the explanation: a key, its value without any secret, and who said so. */
export interface ConfigRow {
  readonly key: string
  readonly value: string
  /** `flag --depth`, `input depth`, `will-it-pull.yaml:12` or `default`. */
  readonly source: string
}

/** Every value that holds in a run, with where it came from. */
export function explainConfig({ decisions }: Pick<ResolvedRequest, 'decisions'>): readonly ConfigRow[] {
  return decisions.map(({ key, shown, origin }) => ({ key, value: shown, source: sourceOf(origin) }))
}

function sourceOf(origin: Origin): string {
  switch (origin.kind) {
    case 'call':
      return `${origin.spelled.startsWith('--') ? 'flag' : 'input'} ${origin.spelled}`
    case 'file':
      return `${origin.place.file}:${origin.place.line}`
    case 'default':
      return 'default'
  }
}
