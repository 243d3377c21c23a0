/** Registries that many people pull from. */
const knownHosts: readonly string[] = [
  'docker.io',
  'ghcr.io',
  'gcr.io',
  'quay.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'public.ecr.aws',
  'registry.gitlab.com',
  'nvcr.io',
  'icr.io',
  'lscr.io',
  'cgr.dev',
  'docker.elastic.co',
  'registry.redhat.io',
  'registry.access.redhat.com',
  'registry.hub.docker.com',
]

/** The well-known registry that is one letter off from a host: one more, one less, another one, or two swapped. */
export function nearHost(host: string): string | undefined {
  if (knownHosts.includes(host)) return undefined
  const near = knownHosts.filter(known => isOneOff(host, known))
  // of several it can't be told which was meant
  return near.length === 1 ? near[0] : near.find(known => isSwapped(host, known))
}

function isOneOff(a: string, b: string): boolean {
  const start = commonStart(a, b)
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || isSwapped(a, b)
}

function isSwapped(a: string, b: string): boolean {
  const start = commonStart(a, b)
  const [first = '', second = ''] = a.slice(start)
  return `${second}${first}` === b.slice(start, start + 2) && a.slice(start + 2) === b.slice(start + 2)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}
