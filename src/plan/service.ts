/** Public services where a repository that nobody sees is, for a node without a login, as good as missing. */
const publicServices = new Set([
  'docker.io',
  'ghcr.io',
  'quay.io',
  'registry.k8s.io',
  'public.ecr.aws',
  'mcr.microsoft.com',
  'registry.gitlab.com',
  'k8s.gcr.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'lscr.io',
  'cgr.dev',
  'nvcr.io',
  'registry.access.redhat.com',
])

/** Registries whose nodes usually pull by an identity of the cloud, which no manifest mentions. */
const cloudServices = [
  /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|amazonaws\.eu|on\.aws)$/,
  /^([a-z]+\.)?gcr\.io$/,
  /^[a-z0-9-]+-docker\.pkg\.dev$/,
  /^docker\.[a-z0-9-]+\.rep\.pkg\.dev$/,
  /^[a-z0-9]+\.azurecr\.(io|cn|us)$/,
]

/** What an undeclared node login may mean for a registry. */
export function serviceOf(registry: string): 'public' | 'cloud' | 'other' {
  if (publicServices.has(registry)) return 'public'
  if (cloudServices.some(service => service.test(registry))) return 'cloud'
  return 'other'
}
