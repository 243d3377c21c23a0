import type { Ask } from './ask.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply, OciError } from './reply.ts'
import { serveBlob } from './serve-blob.ts'
import { serveManifest } from './serve-manifest.ts'
import { serveTags } from './serve-tags.ts'
import type { Store } from './store.ts'

/** Repository names of the distribution spec ("Pulling manifests"). */
const nameGrammar = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/

/** The right answer of an open registry, as the distribution spec and distribution itself give it.
 * `missing` words the 404 of a manifest. */
export function serve(ask: Ask, store: Store, missing?: OciError): HttpReply {
  const { route } = ask
  if (ask.method !== 'GET' && ask.method !== 'HEAD') {
    return ociError({ status: 405, code: 'UNSUPPORTED', message: 'The operation is unsupported.' })
  }
  if ('repository' in route && route.repository !== undefined && !nameGrammar.test(route.repository)) {
    return ociError({ status: 400, code: 'NAME_INVALID', message: 'invalid repository name' })
  }
  switch (route.kind) {
    case 'ping':
      return reply(200, {})
    case 'manifest':
      return serveManifest({ ask, ...route, held: store.find(route.repository), missing })
    case 'blob':
      return serveBlob(ask, route.digest, store.find(route.repository))
    case 'tags':
      return serveTags(ask, route.repository, store.find(route.repository))
    case 'token':
    case 'other':
      return reply(404, '404 page not found\n')
  }
}
