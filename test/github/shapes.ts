import type { Comment, File, GitHubState, Pull, ReviewComment } from './state.ts'

/** The parts of GitHub's JSON that programs read. */
export function commentJson(state: GitHubState, comment: Comment) {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    html_url: `https://github.com/${state.repository}/pull/${state.pull.number}#issuecomment-${comment.id}`,
    body: comment.body,
    user: userJson(comment.author),
    created_at: timeOf(comment.id),
    updated_at: timeOf(comment.id),
  }
}

export function reviewCommentJson(state: GitHubState, comment: ReviewComment) {
  return {
    ...commentJson(state, comment),
    node_id: `PRRC_${comment.id}`,
    html_url: `https://github.com/${state.repository}/pull/${state.pull.number}#discussion_r${comment.id}`,
    path: comment.path,
    line: comment.line,
    start_line: comment.startLine ?? null,
    side: 'RIGHT',
    ...(comment.inReplyTo !== undefined && { in_reply_to_id: comment.inReplyTo }),
  }
}

export function pullJson(state: GitHubState, pull: Pull) {
  const base = { id: 1, full_name: state.repository }
  const head = pull.isFork ? { id: 2, full_name: 'mallory/shop' } : base
  return {
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    head: { sha: pull.headSha, label: pull.headLabel, repo: head },
    base: { sha: pull.baseSha, repo: base },
  }
}

export function fileJson(file: File, perPage: number) {
  const isShown = file.patch !== undefined && perPage <= (file.shownUpTo ?? 100)
  const lines = isShown ? file.patch.split('\n') : []
  const [additions, deletions] = ['+', '-'].map(sign => lines.filter(line => line.startsWith(sign)).length)
  return {
    sha: '0'.repeat(40),
    filename: file.path,
    status: file.status,
    additions,
    deletions,
    changes: (additions ?? 0) + (deletions ?? 0),
    ...(isShown && { patch: file.patch }),
    ...(file.previousPath !== undefined && { previous_filename: file.previousPath }),
  }
}

function userJson(login: string) {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

/** Later for greater ids, and the same in every run. */
function timeOf(id: number): string {
  return new Date(Date.UTC(2026, 0, 1) + id * 1000).toISOString()
}
