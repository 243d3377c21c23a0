/** What the recording GitHub knows. Everything may be read and changed while it runs. */
export interface GitHubState {
  /** `owner/name`. */
  readonly repository: string
  /** The only token that is let in. */
  readonly token: string
  /** Who the token writes as; GitHub calls the token of a workflow `github-actions[bot]`. */
  login: string
  /** False: GraphQL `viewer` is refused. */
  viewer: boolean
  permission: Permission
  readonly pull: Pull
  readonly files: File[]
  readonly comments: Comment[]
  readonly reviewComments: ReviewComment[]
  readonly reviews: Review[]
  /** Node ids that were folded. */
  readonly minimized: string[]
  /** Numbers by commit, for `GET /commits/{sha}/pulls`. Default: the pull request's head gives its number. */
  readonly pullsOfCommit: Map<string, readonly number[]>
  /** The next id; GitHub's only grow. */
  nextId: number
}

/** What the token may do to pull requests. `hidden`: it may not even see the repository, so that all is 404. */
export type Permission = 'write' | 'read' | 'none' | 'hidden'

export interface Pull {
  number: number
  state: 'open' | 'closed'
  locked: boolean
  headSha: string
  baseSha: string
  headLabel: string
  isFork: boolean
}

export interface File {
  readonly path: string
  readonly status: 'added' | 'modified' | 'removed' | 'renamed' | 'changed' | 'unchanged'
  readonly previousPath?: string | undefined
  /** Absent: binary or too large. */
  readonly patch?: string | undefined
  /** The patch is left out, unmarked, of pages larger than this. */
  readonly shownUpTo?: number | undefined
}

export interface Comment {
  readonly id: number
  readonly author: string
  body: string
}

export interface ReviewComment extends Comment {
  readonly path: string
  /** Null once the line was changed. */
  line: number | null
  readonly startLine: number | undefined
  readonly inReplyTo: number | undefined
}

export interface Review {
  readonly id: number
  readonly commit: string
  readonly body: string
}

/** What a test sets up; the rest is a small open pull request of the same repository, number 7. */
export interface GitHubSetup {
  readonly repository?: string
  readonly token?: string
  readonly login?: string
  readonly viewer?: boolean
  readonly permission?: Permission
  readonly pull?: Partial<Pull>
  readonly files?: readonly File[]
  readonly comments?: readonly { readonly author: string; readonly body: string }[]
  readonly reviewComments?: readonly Partial<Omit<ReviewComment, 'id'>>[]
}

export const headSha = 'a'.repeat(40)
export const baseSha = 'b'.repeat(40)

/** The state at the start. Ids are given in the order of the setup, from 1001. */
export function createState(setup: GitHubSetup): GitHubState {
  let nextId = 1001
  const login = setup.login ?? 'github-actions[bot]'
  const pull: Pull = {
    number: 7,
    state: 'open',
    locked: false,
    headSha,
    baseSha,
    headLabel: 'acme:topic',
    isFork: false,
    ...setup.pull,
  }
  const blank = { author: login, body: '', path: 'a.yaml', line: 1, startLine: undefined, inReplyTo: undefined }
  const comments = (setup.comments ?? []).map(comment => ({ id: nextId++, ...comment }))
  const reviewComments = (setup.reviewComments ?? []).map(comment => ({ id: nextId++, ...blank, ...comment }))
  return {
    repository: setup.repository ?? 'acme/shop',
    token: setup.token ?? 'ghs_token-of-the-tests',
    login,
    viewer: setup.viewer ?? true,
    permission: setup.permission ?? 'write',
    pull,
    files: [...(setup.files ?? [])],
    comments,
    reviewComments,
    reviews: [],
    minimized: [],
    pullsOfCommit: new Map(),
    nextId,
  }
}
