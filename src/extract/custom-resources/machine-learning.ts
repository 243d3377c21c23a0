import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const replicatedJobs = 'spec.replicatedJobs[].template.spec.template'

/** kubeflow/notebooks, training-operator and trainer, their CRD manifests. */
const kubeflow: readonly CustomResourceRow[] = [
  { group: 'kubeflow.org', kinds: ['Notebook'], templates: ['spec.template'] },
  ...Object.entries({ MPIJob: 'mpi', PyTorchJob: 'pytorch', TFJob: 'tf', XGBoostJob: 'xgb', PaddleJob: 'paddle' }).map(
    ([kind, name]) => ({ group: 'kubeflow.org', kinds: [kind], templates: [`spec.${name}ReplicaSpecs.*.template`] }),
  ),
  {
    group: 'trainer.kubeflow.org',
    kinds: ['TrainJob'],
    images: ['spec.trainer.image'],
    templates: [`spec.runtimePatches[].trainingRuntimeSpec.template.${replicatedJobs}`],
  },
  {
    group: 'trainer.kubeflow.org',
    kinds: ['TrainingRuntime', 'ClusterTrainingRuntime'],
    templates: [`spec.template.${replicatedJobs}`],
  },
]

const rayTemplates = ['headGroupSpec.template', 'workerGroupSpecs[].template']

/** ray-project/kuberay, `ray-operator/config/crd/bases`. */
const ray: readonly CustomResourceRow[] = [
  {
    group: 'ray.io',
    kinds: ['RayCluster'],
    templates: below(['spec'], rayTemplates),
    images: ['spec.autoscalerOptions.image'],
  },
  {
    group: 'ray.io',
    kinds: ['RayJob'],
    templates: [...below(['spec.rayClusterSpec'], rayTemplates), 'spec.submitterPodTemplate'],
    images: ['spec.rayClusterSpec.autoscalerOptions.image'],
  },
  {
    group: 'ray.io',
    kinds: ['RayService'],
    templates: below(['spec.rayClusterConfig'], rayTemplates),
    images: ['spec.rayClusterConfig.autoscalerOptions.image'],
  },
]

const frameworks = ['model', 'sklearn', 'xgboost', 'pytorch', 'tensorflow', 'triton', 'onnx', 'huggingface'].concat(
  'lightgbm',
  'paddle',
  'pmml',
)

/** kserve/kserve, `config/crd/full`. */
const kserve: readonly CustomResourceRow[] = [
  {
    group: 'serving.kserve.io',
    kinds: ['InferenceService'],
    pods: below(['spec'], ['predictor', 'transformer', 'explainer', 'predictor.workerSpec']),
    containers: below(['spec.predictor'], frameworks),
  },
  {
    group: 'serving.kserve.io',
    kinds: ['ServingRuntime', 'ClusterServingRuntime'],
    pods: ['spec', 'spec.workerSpec'],
  },
  { group: 'serving.kserve.io', kinds: ['ClusterStorageContainer'], containers: ['spec.container'] },
  {
    group: 'serving.kserve.io',
    kinds: ['LLMInferenceService'],
    pods: below(['spec'], ['template', 'worker', 'prefill.template', 'prefill.worker', 'router.scheduler.template']),
  },
]

/** Training and serving of models. */
export const machineLearningRows: readonly CustomResourceRow[] = [...kubeflow, ...ray, ...kserve]
