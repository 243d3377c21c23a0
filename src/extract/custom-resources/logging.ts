import { below } from './below.ts'
import type { ComposedImage, CustomResourceRow } from './types.ts'

const composed = (paths: readonly string[]): readonly ComposedImage[] =>
  paths.map(at => ({ at, repository: 'repository', tag: 'tag' }))

const fluentbit = ['image', 'bufferVolumeImage', 'configHotReload.image']
const fluentd = ['image', 'configReloaderImage', 'volumeModImage', 'bufferVolumeImage'].concat(
  'scaling.drain.image',
  'scaling.drain.pauseImage',
)
const syslog = ['syslogNGImage', 'configReloadImage', 'metricsExporterImage', 'bufferVolumeMetricsImage']

/** kube-logging/logging-operator, `charts/logging-operator/charts/logging-operator-crds`. */
const loggingOperator: readonly CustomResourceRow[] = [
  {
    group: 'logging.banzaicloud.io',
    kinds: ['Logging'],
    composed: [
      ...composed(below(['spec.fluentbit'], fluentbit)),
      ...composed(below(['spec.fluentd'], fluentd)),
      ...composed(below(['spec.syslogNG'], syslog)),
    ],
    containers: ['spec.fluentd.sidecarContainers[]'],
    templates: ['spec.syslogNG.statefulSet.spec.template'],
    pods: ['spec.syslogNG.configCheckPod'],
  },
  { group: 'logging.banzaicloud.io', kinds: ['FluentbitAgent'], composed: composed(below(['spec'], fluentbit)) },
  {
    group: 'logging.banzaicloud.io',
    kinds: ['FluentdConfig'],
    composed: composed(below(['spec'], fluentd)),
    containers: ['spec.sidecarContainers[]'],
  },
  {
    group: 'logging.banzaicloud.io',
    kinds: ['SyslogNGConfig'],
    composed: composed(below(['spec'], syslog)),
    templates: ['spec.statefulSet.spec.template'],
    pods: ['spec.configCheckPod'],
  },
  { group: 'logging-extensions.banzaicloud.io', kinds: ['EventTailer'], composed: composed(['spec.image']) },
  {
    group: 'logging-extensions.banzaicloud.io',
    kinds: ['HostTailer'],
    composed: composed(['spec.fileTailers[].image', 'spec.systemdTailers[].image']),
  },
]

/** fluent/fluent-operator, `charts/fluent-operator-*-crds`. */
const fluentOperator: readonly CustomResourceRow[] = [
  {
    group: 'fluentbit.fluent.io',
    kinds: ['FluentBit', 'Collector'],
    images: ['spec.image', 'spec.volumes[].image.reference'],
    containers: ['spec.initContainers[]'],
  },
  { group: 'fluentd.fluent.io', kinds: ['Fluentd'], images: ['spec.image', 'spec.volumes[].image.reference'] },
]

/** Collectors of logs. */
export const loggingRows: readonly CustomResourceRow[] = [...loggingOperator, ...fluentOperator]
