/** Each of the paths below each of the prefixes. */
export function below(prefixes: readonly string[], paths: readonly string[]): readonly string[] {
  return prefixes.flatMap(prefix => paths.map(path => `${prefix}.${path}`))
}
