import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

/** cloudnative-pg/cloudnative-pg, `config/crd/bases`. */
const cloudNativePg: readonly CustomResourceRow[] = [
  {
    group: 'postgresql.cnpg.io',
    kinds: ['Cluster'],
    images: ['spec.imageName', 'spec.postgresql.extensions[].image.reference'],
  },
  {
    group: 'postgresql.cnpg.io',
    kinds: ['ImageCatalog', 'ClusterImageCatalog'],
    images: ['spec.images[].image', 'spec.images[].extensions[].image.reference', 'spec.componentImages[].image'],
  },
  {
    group: 'postgresql.cnpg.io',
    kinds: ['Pooler'],
    images: ['spec.pgbouncer.image'],
    templates: ['spec.template'],
  },
]

/** zalando/postgres-operator, `charts/postgres-operator/crds`. */
const zalando: readonly CustomResourceRow[] = [
  {
    group: 'acid.zalan.do',
    kinds: ['postgresql'],
    images: ['spec.dockerImage', 'spec.connectionPooler.dockerImage', 'spec.sidecars[].image'],
    containers: ['spec.initContainers[]'],
  },
  {
    group: 'acid.zalan.do',
    kinds: ['OperatorConfiguration'],
    images: below(
      ['configuration'],
      [
        'docker_image',
        'connection_pooler.connection_pooler_image',
        'logical_backup.logical_backup_docker_image',
        'scalyr.scalyr_image',
        'sidecar_docker_images.*',
      ],
    ),
  },
]

const crunchyImages = [
  'image',
  'initContainer.image',
  'instances[].initContainer.image',
  'proxy.pgBouncer.image',
].concat(
  ['backups.pgbackrest.image', 'backups.pgbackrest.initContainer.image', 'monitoring.pgmonitor.exporter.image'],
  ['userInterface.pgAdmin.image', 'instrumentation.image'],
  below(['instances[]', 'proxy.pgBouncer', 'backups.pgbackrest.repoHost'], ['sidecarVolumes[].image.reference']),
)

const crunchyContainers = ['instances[].containers[]', 'proxy.pgBouncer.containers[]'].concat(
  'backups.pgbackrest.repoHost.sidecars[]',
)

/** CrunchyData/postgres-operator, `config/crd/bases`; Percona's operator has the same kinds in a group of its own. */
const crunchy: readonly CustomResourceRow[] = [
  'postgres-operator.crunchydata.com',
  'upstream.pgv2.percona.com',
].flatMap(group => [
  {
    group,
    kinds: ['PostgresCluster'],
    images: below(['spec'], crunchyImages),
    containers: below(['spec'], crunchyContainers),
  },
  { group, kinds: ['PGAdmin'], images: ['spec.image', 'spec.instrumentation.image'] },
  {
    group,
    kinds: ['PGUpgrade'],
    images: ['spec.image', 'spec.toPostgresImage'],
    containers: ['spec.initContainers[]'],
  },
])

/** Postgres by its several operators. */
export const postgresRows: readonly CustomResourceRow[] = [...cloudNativePg, ...zalando, ...crunchy]
