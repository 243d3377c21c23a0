import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const strimziVolumes = (at: string) => `${at}.template.pod.volumes[].image.reference`

/** strimzi/strimzi-kafka-operator, `packaging/install/cluster-operator`. */
const strimzi: readonly CustomResourceRow[] = [
  {
    group: 'kafka.strimzi.io',
    kinds: ['Kafka'],
    images: [
      ...below(['spec'], ['kafka.image', 'kafka.brokerRackInitImage', 'cruiseControl.image', 'kafkaExporter.image']),
      ...below(['spec.entityOperator'], ['topicOperator.image', 'userOperator.image']),
      strimziVolumes('spec.kafka'),
    ],
  },
  {
    group: 'kafka.strimzi.io',
    kinds: ['KafkaConnect', 'KafkaMirrorMaker2', 'KafkaBridge'],
    images: ['spec.image', 'spec.clientRackInitImage', 'spec.plugins[].artifacts[].reference', strimziVolumes('spec')],
  },
]

const sparkImages = ['image', 'driver.image', 'executor.image']
const sparkContainers = below(['driver', 'executor'], ['initContainers[]', 'sidecars[]'])

/** kubeflow/spark-operator and apache/flink-kubernetes-operator, their `crds` folders. */
const spark: readonly CustomResourceRow[] = [
  {
    group: 'sparkoperator.k8s.io',
    kinds: ['SparkApplication'],
    images: below(['spec'], sparkImages),
    containers: below(['spec'], sparkContainers),
  },
  {
    group: 'sparkoperator.k8s.io',
    kinds: ['ScheduledSparkApplication'],
    images: below(['spec.template'], sparkImages),
    containers: below(['spec.template'], sparkContainers),
  },
  { group: 'sparkoperator.k8s.io', kinds: ['SparkConnect'], images: ['spec.image'] },
]

const flinkTemplates = ['podTemplate', 'jobManager.podTemplate', 'taskManager.podTemplate']
const flink: readonly CustomResourceRow[] = [
  {
    group: 'flink.apache.org',
    kinds: ['FlinkDeployment'],
    images: ['spec.image'],
    templates: below(['spec'], flinkTemplates),
  },
  {
    group: 'flink.apache.org',
    kinds: ['FlinkBlueGreenDeployment'],
    images: ['spec.template.spec.image'],
    templates: below(['spec.template.spec'], flinkTemplates),
  },
]

/** Streams and batches of data. */
export const dataProcessingRows: readonly CustomResourceRow[] = [...strimzi, ...spark, ...flink]
