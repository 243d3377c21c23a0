/** The value below a path of keys, in a value that may be anything. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

/** A text below a path. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** A number of a pull request, or an id of the REST API: a positive integer. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined
}

/** A full commit id, SHA-1 or SHA-256, in lower case. */
export function shaAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = textAt(value, ...path)
  return found !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined
}
