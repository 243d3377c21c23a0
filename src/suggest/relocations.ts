/** Where an image went. It explains a failure that was observed; it never overrides a success. */
export interface Relocation {
  /** Name without tag, normalized; a trailing `/` stands for everything below. */
  readonly from: string
  /** The same, or undefined where nothing took its place. */
  readonly to?: string | undefined
  /** Since when, ISO date or month. */
  readonly since: string
  readonly note: string
  readonly source: string
}

const relocations: readonly Relocation[] = [
  {
    from: 'k8s.gcr.io/',
    to: 'registry.k8s.io/',
    since: '2023-04-03',
    note: 'k8s.gcr.io was frozen',
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    from: 'gcr.io/google-containers/',
    to: 'registry.k8s.io/',
    since: '2023-04-03',
    note: 'an old name of k8s.gcr.io',
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    from: 'gcr.io/google_containers/',
    to: 'registry.k8s.io/',
    since: '2023-04-03',
    note: 'an old name of k8s.gcr.io',
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    from: 'docker.io/bitnami/',
    to: 'docker.io/bitnamilegacy/',
    since: '2025-09-29',
    note: 'Bitnami moved its versioned tags to a frozen archive',
    source: 'https://github.com/bitnami/containers/issues/83267',
  },
  {
    from: 'public.ecr.aws/bitnami/',
    to: 'docker.io/bitnamilegacy/',
    since: '2026-06-10',
    note: 'Bitnami left this registry',
    source: 'https://github.com/bitnami/charts/issues/36537',
  },
  {
    from: 'docker.io/minio/',
    since: '2026-09',
    note: 'MinIO removed its repositories; the community edition is source-only',
    source: 'https://github.com/minio/minio/issues/21647',
  },
  {
    from: 'gcr.io/kubebuilder/kube-rbac-proxy',
    to: 'quay.io/brancz/kube-rbac-proxy',
    since: '2025-03',
    note: 'the kubebuilder copy was removed',
    source: 'https://book.kubebuilder.io/reference/metrics',
  },
  {
    from: 'docker.pkg.github.com/',
    to: 'ghcr.io/',
    since: '2021-06',
    note: 'GitHub Packages became the Container registry',
    source:
      'https://docs.github.com/packages/working-with-a-github-packages-registry/migrating-to-the-container-registry-from-the-docker-registry',
  },
  {
    from: 'docker.io/library/openjdk',
    to: 'docker.io/library/eclipse-temurin',
    since: '2022-07',
    note: 'openjdk is deprecated and many of its tags are gone',
    source: 'https://hub.docker.com/_/openjdk',
  },
  {
    from: 'docker.io/grafana/grafana-oss',
    to: 'docker.io/grafana/grafana',
    since: '2025-09',
    note: 'the grafana-oss repository ended after 12.1.1',
    source: 'https://hub.docker.com/r/grafana/grafana-oss',
  },
  {
    from: 'quay.io/coreos/flannel',
    to: 'docker.io/flannel/flannel',
    since: '2022-01',
    note: 'flannel moved',
    source: 'https://github.com/kubernetes-sigs/kubespray/issues/8499',
  },
  {
    from: 'quay.io/weaveworks/',
    to: 'docker.io/weaveworks/',
    since: '2019-04',
    note: 'the namespace was disabled',
    source: 'https://github.com/fluxcd/flux/issues/1948',
  },
  {
    from: 'docker.io/owasp/zap2docker-stable',
    to: 'docker.io/zaproxy/zap-stable',
    since: '2023-08',
    note: 'ZAP moved',
    source: 'https://www.zaproxy.org/docs/docker/about/',
  },
]

// https://github.com/bitnami/sealed-secrets/issues/1790
const stayed: ReadonlySet<string> = new Set(['docker.io/bitnami/sealed-secrets-controller'])

/** The relocation that covers a normalized name without tag. */
export function relocationOf(name: string): Relocation | undefined {
  if (stayed.has(name)) return undefined
  return relocations.find(({ from }) => (from.endsWith('/') ? name.startsWith(from) : name === from))
}

/** The name after the move, where something took its place. */
export function relocatedName(name: string, { from, to }: Relocation): string | undefined {
  return to === undefined ? undefined : `${to}${name.slice(from.length)}`
}
