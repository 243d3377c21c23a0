import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const strimziVolumes = (pods: readonly string[]) => pods.map(pod => `${pod}.volumes[].image.reference`)

/** strimzi/strimzi-kafka-operator, `packaging/install/cluster-operator`. What Connect builds is not there before. */
const strimzi: readonly CustomResourceRow[] = [
  {
    group: 'kafka.strimzi.io',
    kinds: ['Kafka'],
    images: [
      ...below(['spec'], ['kafka.image', 'kafka.brokerRackInitImage', 'cruiseControl.image', 'kafkaExporter.image']),
      ...below(['spec.entityOperator'], ['topicOperator.image', 'userOperator.image']),
      ...strimziVolumes(
        below(
          ['spec'],
          ['kafka', 'entityOperator', 'cruiseControl', 'kafkaExporter'].map(part => `${part}.template.pod`),
        ),
      ),
    ],
  },
  { group: 'kafka.strimzi.io', kinds: ['KafkaNodePool'], images: strimziVolumes(['spec.template.pod']) },
  {
    group: 'kafka.strimzi.io',
    kinds: ['KafkaConnect', 'KafkaMirrorMaker2', 'KafkaBridge'],
    images: [
      ...below(['spec'], ['image', 'clientRackInitImage', 'plugins[].artifacts[].reference']),
      ...strimziVolumes(['spec.template.pod', 'spec.template.buildPod']),
    ],
  },
]

const sparkImages = ['image', 'driver.image', 'executor.image', 'volumes[].image.reference']
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
