/** Whether a repository is meant by a pattern: `*` is one path component or part of it, `**` is any number. */
export function matchesRepository(pattern: string, repository: string): boolean {
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  const source = escaped.replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*')
  return new RegExp(`^${source}$`).test(repository)
}
