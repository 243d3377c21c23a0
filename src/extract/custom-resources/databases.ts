import { below } from './below.ts'
import { perconaRows } from './percona.ts'
import { postgresRows } from './postgres.ts'
import type { CustomResourceRow } from './types.ts'

/** rabbitmq/cluster-operator and OT-CONTAINER-KIT/redis-operator, `config/crd/bases`. */
const queues: readonly CustomResourceRow[] = [
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
  {
    group: 'dragonflydb.io',
    kinds: ['Dragonfly'],
    images: ['spec.image', 'spec.additionalVolumes[].image.reference'],
    containers: ['spec.initContainers[]', 'spec.additionalContainers[]'],
  },
]

/** mariadb-operator/mariadb-operator, `config/crd/bases`. */
const mariadb: readonly CustomResourceRow[] = [
  {
    group: 'k8s.mariadb.com',
    kinds: ['MariaDB'],
    images: below(
      ['spec'],
      ['image', 'metrics.exporter.image'].concat(
        below(['galera', 'replication'], ['agent.image', 'initContainer.image']),
      ),
    ),
    containers: ['spec.initContainers[]', 'spec.sidecarContainers[]'],
  },
  { group: 'k8s.mariadb.com', kinds: ['MaxScale'], images: ['spec.image', 'spec.metrics.exporter.image'] },
]

const repositoryAndTag = (at: string) => ({ at, repository: 'repository', tag: 'tag' })

/** apache/solr-operator and pravega/zookeeper-operator, `config/crd/bases`. */
const search: readonly CustomResourceRow[] = [
  {
    group: 'solr.apache.org',
    kinds: ['SolrCloud'],
    composed: below(['spec'], ['solrImage', 'busyBoxImage', 'zookeeperRef.provided.image']).map(repositoryAndTag),
    containers: [
      ...below(['spec.customSolrKubeOptions.podOptions'], ['initContainers[]', 'sidecarContainers[]']),
      ...below(['spec.zookeeperRef.provided'], ['initContainers[]', 'containers[]']),
    ],
  },
  {
    group: 'solr.apache.org',
    kinds: ['SolrPrometheusExporter'],
    composed: below(['spec'], ['image', 'busyBoxImage']).map(repositoryAndTag),
    containers: below(['spec.customKubeOptions.podOptions'], ['initContainers[]', 'sidecarContainers[]']),
  },
  {
    group: 'zookeeper.pravega.io',
    kinds: ['ZookeeperCluster'],
    composed: [repositoryAndTag('spec.image')],
    containers: ['spec.containers[]', 'spec.initContainers[]'],
  },
]

const scylla = { at: 'spec', repository: 'repository', tag: 'version' }
const scyllaAgent = { at: 'spec', repository: 'agentRepository', tag: 'agentVersion' }

/** k8ssandra/cass-operator, scylladb/scylla-operator, Altinity/clickhouse-operator, mongodb/mongodb-kubernetes-operator: their CRDs. */
const others: readonly CustomResourceRow[] = [
  {
    group: 'cassandra.datastax.com',
    kinds: ['CassandraDatacenter'],
    images: ['spec.serverImage', 'spec.configBuilderImage', 'spec.systemLoggerImage'],
    templates: ['spec.podTemplateSpec'],
  },
  {
    group: 'scylla.scylladb.com',
    kinds: ['ScyllaCluster'],
    composed: [
      { ...scylla, defaults: { repository: 'docker.io/scylladb/scylla' } },
      { ...scyllaAgent, defaults: { repository: 'docker.io/scylladb/scylla-manager-agent', tag: 'latest' } },
    ],
  },
  {
    group: 'scylla.scylladb.com',
    kinds: ['ScyllaDBDatacenter', 'ScyllaDBCluster'],
    images: ['spec.scyllaDB.image', 'spec.scyllaDBManagerAgent.image'],
  },
  {
    group: 'scylla.scylladb.com',
    kinds: ['ScyllaOperatorConfig'],
    images: ['spec.scyllaUtilsImage', 'spec.scyllaDBNodeExporterImage'],
  },
  {
    group: 'clickhouse.altinity.com',
    kinds: ['ClickHouseInstallation', 'ClickHouseInstallationTemplate'],
    templates: ['spec.templates.podTemplates[]'],
  },
  {
    group: 'clickhouse-keeper.altinity.com',
    kinds: ['ClickHouseKeeperInstallation'],
    templates: ['spec.templates.podTemplates[]'],
  },
  {
    group: 'mongodbcommunity.mongodb.com',
    kinds: ['MongoDBCommunity'],
    templates: ['spec.statefulSet.spec.template'],
  },
]

/** Databases and queues. */
export const databaseRows: readonly CustomResourceRow[] = [
  ...postgresRows,
  ...perconaRows,
  ...queues,
  ...mariadb,
  ...search,
  ...others,
]
