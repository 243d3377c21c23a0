import type { Store } from '../store.ts'
import type { Style } from './style.ts'
import { styles } from './styles.ts'
import type { StyleName } from './styles.ts'
import { Tokens } from './tokens.ts'
import type { User } from './users.ts'

/** Who may pull what, and how the registry says so. */
export interface AuthOptions {
  /** Default `distribution`: bearer tokens. `htpasswd` asks for Basic. */
  readonly style?: StyleName
  readonly users?: readonly User[]
  /** Patterns of repositories that everybody may pull; default none. */
  readonly public?: readonly string[]
  /** Puts the token server on a port of its own. */
  readonly separateTokenServer?: boolean
  /** Life of a token; default 300. */
  readonly tokenSeconds?: number
  /** Changes the style. */
  readonly overrides?: Partial<Style>
}

/** The state behind a registry's logins. */
export interface Auth {
  readonly style: Style
  readonly users: readonly User[]
  readonly open: readonly string[]
  readonly tokens: Tokens
  readonly tokenSeconds: number
  readonly now: () => number
  readonly store: Store
}

/** Reads the options. */
export function authOf(options: AuthOptions, { now, store }: Pick<Auth, 'now' | 'store'>): Auth {
  return {
    style: { ...styles[options.style ?? 'distribution'], ...options.overrides },
    users: options.users ?? [],
    open: options.public ?? [],
    tokens: new Tokens(),
    tokenSeconds: options.tokenSeconds ?? 300,
    now,
    store,
  }
}
