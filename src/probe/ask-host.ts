import type { Environment } from '../config/types.ts'
import { serviceOf } from '../plan/service.ts'
import type { Access, RegistryHost } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Manifest } from '../registry/content/types.ts'
import type { Look } from './look.ts'
import type { Place } from './types.ts'

interface HostAsked extends Place {
  readonly reference: string
}

type Runtime = Environment['runtime']

const anonymous: Access = { kind: 'anonymous' }

/**
 * What one host gives to the runtime, which may not be what a GET of the manifest gives to us. What the difference
 * depends on is only asked of registries that not everybody pulls from, and beside what follows: until it is told, the
 * GET is taken for the whole.
 */
export function askHost(asked: HostAsked, runtime: Runtime, look: Look): Answer<Manifest> | undefined {
  const read = look.manifest({ ask: 'manifest', ...asked })
  if (read === undefined || isProven(asked.host)) return read
  return runtime === 'cri-o' ? afterGreeting(read, asked, look) : afterHead(read, asked, look)
}

/** Every runtime there is pulls from these. */
function isProven({ registry, mirrorOf }: RegistryHost): boolean {
  return mirrorOf === undefined && serviceOf(registry) !== 'other'
}

/** containerd resolves by HEAD, and goes by its headers. */
function afterHead(read: Answer<Manifest>, asked: HostAsked, look: Look): Answer<Manifest> {
  if (read.kind !== 'found' && read.kind !== 'absent') return read
  const byHead = look.byHead({ ask: 'by-head', ...asked })
  if (byHead === undefined) return read
  const trail = [...read.trail, ...byHead.trail]
  if (byHead.kind !== 'found') return { ...byHead, trail }
  return byHead.value.kind === 'as-read' ? read : { kind: 'found', value: byHead.value, trail }
}

/** CRI-O greets a host first, and shows its login only to one that asked for it then. */
function afterGreeting(read: Answer<Manifest>, asked: HostAsked, look: Look): Answer<Manifest> | undefined {
  if (read.kind === 'failed' || read.kind === 'limited') return read
  const greeting = look.greeting({ ask: 'greeting', host: asked.host })
  if (greeting === undefined) return read
  if (greeting.kind !== 'found') return { ...greeting, trail: [...read.trail, ...greeting.trail] }
  if (greeting.value.asksForLogin || asked.as.kind !== 'secret' || read.kind !== 'found') return read
  const nobodys = look.manifest({ ask: 'manifest', ...asked, as: anonymous })
  return nobodys?.kind === 'refused' ? unshown(nobodys, asked) : nobodys
}

// some registries look at the name of the client before they greet, so CRI-O may be asked where we are not
function unshown({ trail }: Answer<Manifest>, { host }: HostAsked): Answer<Manifest> {
  const detail = '`/v2/` asks for no login, and the manifest does'
  return { kind: 'failed', failure: 'login-unasked', host: host.authority, at: 'registry', detail, trail }
}
