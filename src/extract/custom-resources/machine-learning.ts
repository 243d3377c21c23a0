import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const replicatedJobs = 'spec.replicatedJobs[].template.spec.template'

const trainingJobs = { MPIJob: 'mpi', PyTorchJob: 'pytorch', TFJob: 'tf', XGBoostJob: 'xgb', PaddleJob: 'paddle' }

/** kubeflow/notebooks, training-operator and trainer, their CRD manifests. */
const kubeflow: readonly CustomResourceRow[] = [
  { group: 'kubeflow.org', kinds: ['Notebook'], templates: ['spec.template'] },
  { group: 'kubeflow.org', kinds: ['PVCViewer'], pods: ['spec.podSpec'] },
  { group: 'kubeflow.org', kinds: ['PodDefault'], containers: ['spec.sidecars[]', 'spec.initContainers[]'] },
  ...Object.entries({ ...trainingJobs, JAXJob: 'jax' }).map(([kind, name]) => ({
    group: 'kubeflow.org',
    kinds: [kind],
    templates: [`spec.${name}ReplicaSpecs.*.template`],
  })),
  // the first versions were in the group of the training operator
  ...['trainer.kubeflow.org', 'kubeflow.org'].flatMap(group => [
    {
      group,
      kinds: ['TrainJob'],
      images: ['spec.trainer.image', 'spec.podSpecOverrides[].volumes[].image.reference'],
      templates: [`spec.runtimePatches[].trainingRuntimeSpec.template.${replicatedJobs}`],
    },
    { group, kinds: ['TrainingRuntime', 'ClusterTrainingRuntime'], templates: [`spec.template.${replicatedJobs}`] },
  ]),
]

const rayCluster = (at: string) => ({
  templates: below([at], ['headGroupSpec.template', 'workerGroupSpecs[].template']),
  images: below([at], ['autoscalerOptions.image', 'historyServerOptions.collectorOptions.image']),
})

function rayJob(at: string): Pick<CustomResourceRow, 'templates' | 'images'> {
  const { templates, images } = rayCluster(`${at}.rayClusterSpec`)
  return { templates: [...templates, `${at}.submitterPodTemplate`], images }
}

/** ray-project/kuberay, `ray-operator/config/crd/bases`. */
const ray: readonly CustomResourceRow[] = [
  { group: 'ray.io', kinds: ['RayCluster'], ...rayCluster('spec') },
  { group: 'ray.io', kinds: ['RayJob'], ...rayJob('spec') },
  { group: 'ray.io', kinds: ['RayCronJob'], ...rayJob('spec.jobTemplate') },
  { group: 'ray.io', kinds: ['RayService'], ...rayCluster('spec.rayClusterConfig') },
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
    containers: [...below(['spec.predictor'], frameworks), 'spec.explainer.art'],
  },
  {
    group: 'serving.kserve.io',
    kinds: ['ServingRuntime', 'ClusterServingRuntime'],
    pods: ['spec', 'spec.workerSpec'],
  },
  { group: 'serving.kserve.io', kinds: ['ClusterStorageContainer'], containers: ['spec.container'] },
  {
    group: 'serving.kserve.io',
    kinds: ['LLMInferenceService', 'LLMInferenceServiceConfig'],
    pods: below(['spec'], ['template', 'worker', 'prefill.template', 'prefill.worker', 'router.scheduler.template']),
  },
]

const gpuParts = ['validator', 'toolkit', 'devicePlugin', 'dcgm', 'dcgmExporter', 'gfd', 'migManager'].concat(
  [
    'nodeStatusExporter',
    'sandboxDevicePlugin',
    'kataSandboxDevicePlugin',
    'vfioManager',
    'vgpuDeviceManager',
    'kataManager',
    'ccManager',
  ],
  ['operator.initContainer', 'driver.manager', 'vfioManager.driverManager', 'vgpuManager.driverManager'],
)

const gpuImage = (name: string) => ({ at: `spec.${name}`, registry: 'repository', repository: 'image', tag: 'version' })

/**
 * NVIDIA/gpu-operator, `api/nvidia/v1`: a version may be a digest. The drivers themselves are left out, since the tag
 * of each depends on the system of the node.
 */
const nvidia: readonly CustomResourceRow[] = [
  { group: 'nvidia.com', kinds: ['ClusterPolicy'], composed: gpuParts.map(gpuImage) },
  { group: 'nvidia.com', kinds: ['GPUCluster'], composed: ['dcgm', 'dcgmExporter', 'draDriver'].map(gpuImage) },
  { group: 'nvidia.com', kinds: ['NVIDIADriver'], composed: [gpuImage('manager')] },
]

/** Training and serving of models. */
export const machineLearningRows: readonly CustomResourceRow[] = [...kubeflow, ...ray, ...kserve, ...nvidia]
