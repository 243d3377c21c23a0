/**
 * The words of a diff from a commit to the work tree, as `github/diff.ts` reads it. Nothing that the change brings along
 * decides how it is shown: no driver is run, and every file counts as text.
 */
export function diffWords(commit: string, paths: readonly string[]): readonly string[] {
  const shape = ['--unified=0', '--no-color', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/']
  const plain = ['--text', '--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', '--no-indent-heuristic']
  return ['diff', ...shape, ...plain, commit, '--', ...paths]
}
