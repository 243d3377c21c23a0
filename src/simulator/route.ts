/** What a request asks for (OCI distribution spec, endpoints end-1 to end-8). */
export type Route =
  | { readonly kind: 'ping' }
  | { readonly kind: 'manifest'; readonly repository: string; readonly reference: string }
  | { readonly kind: 'blob'; readonly repository: string; readonly digest: string }
  | { readonly kind: 'tags'; readonly repository: string }
  /** `repository` is that of the first scope asked for. */
  | { readonly kind: 'token'; readonly repository: string | undefined }
  | { readonly kind: 'other' }

export type RouteKind = Route['kind']

/** Reads a path; `prefix` is where the API is mounted, `/v2` as a rule. */
export function routeOf(path: string, prefix: string): Route {
  if (path === prefix || path === `${prefix}/`) return { kind: 'ping' }
  const [, repository, endpoint, last] = splitPath(path, prefix)
  if (repository === undefined || endpoint === undefined || last === undefined) return { kind: 'other' }
  if (endpoint === 'manifests') return { kind: 'manifest', repository, reference: decodeURIComponent(last) }
  if (endpoint === 'blobs') return { kind: 'blob', repository, digest: decodeURIComponent(last) }
  return last === 'list' ? { kind: 'tags', repository } : { kind: 'other' }
}

function splitPath(path: string, prefix: string): readonly (string | undefined)[] {
  if (!path.startsWith(`${prefix}/`)) return []
  return /^(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(path.slice(prefix.length + 1)) ?? []
}
