import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

/** cloudnative-pg/cloudnative-pg, `config/crd/bases`. */
const cloudNativePg: readonly CustomResourceRow[] = [
  {
    group: 'postgresql.cnpg.io',
    kinds: ['Cluster'],
    images: ['spec.imageName', 'spec.postgresql.extensions[].image.reference'],
  },
  { group: 'postgresql.cnpg.io', kinds: ['ImageCatalog', 'ClusterImageCatalog'], images: ['spec.images[].image'] },
  { group: 'postgresql.cnpg.io', kinds: ['Pooler'], templates: ['spec.template'] },
]

/** percona/percona-helm-charts, `charts/*-operator/crds`. */
const percona: readonly CustomResourceRow[] = [
  {
    group: 'pgv2.percona.com',
    kinds: ['PerconaPGCluster'],
    images: [
      'spec.image',
      ...below(['spec'], ['initContainer.image', 'pmm.image', 'extensions.image', 'proxy.pgBouncer.image']),
      ...below(['spec.backups.pgbackrest'], ['image', 'initContainer.image']),
    ],
    containers: ['spec.instances[].sidecars[]', 'spec.instances[].initContainers[]'],
  },
  {
    group: 'pxc.percona.com',
    kinds: ['PerconaXtraDBCluster'],
    images: [
      'spec.initImage',
      ...['pxc', 'haproxy', 'proxysql', 'pmm', 'logcollector', 'backup', 'initContainer'].map(
        name => `spec.${name}.image`,
      ),
    ],
    containers: ['pxc', 'haproxy', 'proxysql'].map(name => `spec.${name}.sidecars[]`),
  },
  {
    group: 'psmdb.percona.com',
    kinds: ['PerconaServerMongoDB'],
    images: below(['spec'], ['image', 'initImage', 'backup.image', 'pmm.image', 'logcollector.image']),
    containers: ['spec.replsets[].sidecars[]'],
  },
  {
    group: 'ps.percona.com',
    kinds: ['PerconaServerMySQL'],
    images: ['mysql', 'proxy.haproxy', 'proxy.router', 'orchestrator', 'pmm', 'backup', 'toolkit'].flatMap(name => [
      `spec.${name}.image`,
      `spec.${name}.initImage`,
    ]),
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

/** rabbitmq/cluster-operator and OT-CONTAINER-KIT/redis-operator, `config/crd/bases`. */
const others: readonly CustomResourceRow[] = [
  {
    group: 'rabbitmq.com',
    kinds: ['RabbitmqCluster'],
    images: ['spec.image', 'spec.secretBackend.vault.defaultUserUpdaterImage'],
    templates: ['spec.override.statefulSet.spec.template'],
  },
  {
    group: 'redis.redis.opstreelabs.in',
    kinds: ['Redis', 'RedisCluster', 'RedisReplication', 'RedisSentinel'],
    images: below(
      ['spec'],
      ['kubernetesConfig.image', 'redisExporter.image', 'initContainer.image', 'sidecars[].image', 'sentinel.image'],
    ),
  },
]

/** Databases and queues. */
export const databaseRows: readonly CustomResourceRow[] = [...cloudNativePg, ...percona, ...zalando, ...others]
