import { below } from './below.ts'
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
    images: ['spec.image', 'spec.targetAllocator.image'],
    containers: ['spec.initContainers[]', 'spec.additionalContainers[]'],
  },
  { group: 'opentelemetry.io', kinds: ['TargetAllocator', 'OpAMPBridge'], images: ['spec.image'] },
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
    ],
  },
  { group: 'grafana.integreatly.org', kinds: ['Grafana'], templates: ['spec.deployment.spec.template'] },
]

const victoria = (at: string) => ({ at: `${at}.image`, repository: 'repository', tag: 'tag' })

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
    composed: [
      ...['vm', 'vl', 'vt'].flatMap(name =>
        ['select', 'insert', 'storage'].map(role => victoria(`spec.${name}${role}`)),
      ),
      victoria('spec.vmstorage.vmBackup'),
    ],
  },
]

/** Metrics, logs and traces. */
export const observabilityRows: readonly CustomResourceRow[] = [...prometheus, ...telemetry, ...victoriaMetrics]
