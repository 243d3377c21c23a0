import { below } from './below.ts'
import { loggingRows } from './logging.ts'
import type { CustomResourceRow } from './types.ts'

const patched = ['spec.containers[]', 'spec.initContainers[]']
const base = { at: 'spec', repository: 'baseImage', tag: 'tag', digest: 'sha', unless: 'image' }

/** prometheus-operator/prometheus-operator, `example/prometheus-operator-crd`; its containers are merge patches. */
const prometheus: readonly CustomResourceRow[] = [
  {
    group: 'monitoring.coreos.com',
    kinds: ['Prometheus'],
    images: ['spec.image', 'spec.thanos.image'],
    containers: patched,
    composed: [base, { ...base, at: 'spec.thanos' }],
  },
  {
    group: 'monitoring.coreos.com',
    kinds: ['PrometheusAgent', 'Alertmanager', 'ThanosRuler'],
    images: ['spec.image'],
    containers: patched,
    composed: [base],
  },
]

const languages = ['java', 'nodejs', 'python', 'dotnet', 'go', 'apacheHttpd', 'nginx']

/** open-telemetry/opentelemetry-operator, jaegertracing/jaeger-operator and grafana/grafana-operator, `config/crd/bases`. */
const telemetry: readonly CustomResourceRow[] = [
  {
    group: 'opentelemetry.io',
    kinds: ['OpenTelemetryCollector'],
    images: ['spec.image', 'spec.targetAllocator.image', 'spec.volumes[].image.reference'],
    containers: ['spec.initContainers[]', 'spec.additionalContainers[]'],
  },
  {
    group: 'opentelemetry.io',
    kinds: ['TargetAllocator'],
    images: ['spec.image', 'spec.volumes[].image.reference'],
    containers: ['spec.initContainers[]', 'spec.additionalContainers[]'],
  },
  { group: 'opentelemetry.io', kinds: ['OpAMPBridge'], images: ['spec.image', 'spec.volumes[].image.reference'] },
  {
    group: 'opentelemetry.io',
    kinds: ['Instrumentation'],
    images: [...languages.map(name => `spec.${name}.image`), 'spec.java.extensions[].image'],
  },
  {
    group: 'jaegertracing.io',
    kinds: ['Jaeger'],
    images: [
      ...below(['spec'], ['agent.image', 'allInOne.image', 'collector.image', 'ingester.image', 'query.image']),
      ...below(['spec.storage'], ['cassandraCreateSchema.image', 'dependencies.image', 'esIndexCleaner.image']),
      ...below(['spec.storage'], ['esRollover.image', 'elasticsearch.image', 'grpcPlugin.image']),
    ],
  },
  { group: 'grafana.integreatly.org', kinds: ['Grafana'], templates: ['spec.deployment.spec.template'] },
  {
    group: 'monitoring.grafana.com',
    kinds: ['GrafanaAgent'],
    images: ['spec.image', 'spec.configReloaderImage'],
    containers: patched,
  },
  { group: 'k6.io', kinds: ['PrivateLoadZone'], images: ['spec.image'] },
  {
    group: 'k6.io',
    kinds: ['TestRun', 'K6'],
    images: below(['spec.initializer', 'spec.runner', 'spec.starter'], ['image', 'volumes[].image.reference']),
    containers: ['initializer', 'runner', 'starter'].map(pod => `spec.${pod}.initContainers[]`),
  },
]

const victoria = (at: string) => ({ at: `${at}.image`, repository: 'repository', tag: 'tag' })

const clusterParts = ['vm', 'vl', ''].flatMap(name =>
  ['select', 'insert', 'storage'].map(role => `spec.${name}${role}`),
)

const agentsOfZones = below(['spec.zoneCommon', 'spec.zones[]'], ['vmagent.spec', 'vlagent.spec'])

/** VictoriaMetrics/operator, `config/crd/overlay`. */
const victoriaMetrics: readonly CustomResourceRow[] = [
  {
    group: 'operator.victoriametrics.com',
    kinds: ['VMSingle', 'VMAgent', 'VMAlert', 'VMAlertmanager', 'VMAuth', 'VLSingle', 'VLAgent', 'VTSingle', 'VLogs'],
    composed: [victoria('spec'), victoria('spec.vmBackup')],
    images: ['spec.configReloaderImage'],
    containers: patched,
  },
  {
    group: 'operator.victoriametrics.com',
    kinds: ['VMCluster', 'VLCluster', 'VTCluster'],
    composed: [...clusterParts.map(victoria), victoria('spec.vmstorage.vmBackup')],
    containers: below(clusterParts, ['containers[]', 'initContainers[]']),
  },
  { group: 'operator.victoriametrics.com', kinds: ['VMAnomaly'], composed: [victoria('spec')], containers: patched },
  {
    group: 'operator.victoriametrics.com',
    kinds: ['VMDistributed', 'VLDistributed'],
    images: ['spec.vmauth.spec.configReloaderImage'],
    composed: [victoria('spec.vmauth.spec'), ...agentsOfZones.map(victoria)],
    containers: below(['spec.vmauth.spec', ...agentsOfZones], ['containers[]', 'initContainers[]']),
  },
]

/** Metrics, logs and traces. */
export const observabilityRows: readonly CustomResourceRow[] = [
  ...prometheus,
  ...telemetry,
  ...victoriaMetrics,
  ...loggingRows,
]
