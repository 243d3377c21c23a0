/**
 * Whether kustomize would clone or download a reference: a URL with any scheme, `git::…`, `git@host:…`,
 * `github.com/…` without a scheme, or `?ref=`
 * (https://github.com/kubernetes-sigs/kustomize/blob/master/examples/remoteBuild.md).
 */
export function isRemoteReference(reference: string): boolean {
  const text = reference.trim().toLowerCase()
  if (/[\r\n]/.test(text)) return false
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|gh:|[\w.-]+@[\w.-]+:|github\.com[/:])|[?&](?:ref|version)=/.test(text)
}
