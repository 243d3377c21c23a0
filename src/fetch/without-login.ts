/** An address as it may be shown: a login that is written into it is left out; the mere name of `ssh://git@…` is none. */
export function withoutLogin(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1').replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*:[^/?#]*@/i, '$1')
}
