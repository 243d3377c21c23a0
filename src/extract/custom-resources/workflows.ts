import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const argoContainers = below(
  ['templates[]', 'templateDefaults'],
  ['container', 'script', 'initContainers[]', 'sidecars[]', 'containerSet.containers[]'],
)
const argoVolumes = ['', 'templates[].', 'templateDefaults.'].map(at => `${at}volumes[].image.reference`)

/** argoproj/argo-workflows and argo-rollouts, `manifests/base/crds/full` and `manifests/crds`. */
const argo: readonly CustomResourceRow[] = [
  {
    group: 'argoproj.io',
    kinds: ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'],
    containers: below(['spec'], argoContainers),
    images: below(['spec'], argoVolumes),
  },
  {
    group: 'argoproj.io',
    kinds: ['CronWorkflow'],
    containers: below(['spec.workflowSpec'], argoContainers),
    images: below(['spec.workflowSpec'], argoVolumes),
  },
  { group: 'argoproj.io', kinds: ['Rollout'], templates: ['spec.template'] },
  { group: 'argoproj.io', kinds: ['Experiment'], templates: ['spec.templates[].template'] },
  {
    group: 'argoproj.io',
    kinds: ['AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun'],
    templates: ['spec.metrics[].provider.job.spec.template'],
  },
]

const tektonTask = ['steps[]', 'stepTemplate', 'sidecars[]']
const tektonPipeline = below(['tasks[].taskSpec', 'finally[].taskSpec'], tektonTask)

/** tektoncd/pipeline, `config/300-crds`. */
const tekton: readonly CustomResourceRow[] = [
  { group: 'tekton.dev', kinds: ['Task', 'ClusterTask'], containers: below(['spec'], tektonTask) },
  { group: 'tekton.dev', kinds: ['StepAction'], containers: ['spec'] },
  { group: 'tekton.dev', kinds: ['Pipeline'], containers: below(['spec'], tektonPipeline) },
  { group: 'tekton.dev', kinds: ['PipelineRun'], containers: below(['spec.pipelineSpec'], tektonPipeline) },
  { group: 'tekton.dev', kinds: ['TaskRun'], containers: below(['spec.taskSpec'], tektonTask) },
]

/** knative/serving `config/core/300-resources`, kedacore/keda `config/crd/bases`. */
const serverless: readonly CustomResourceRow[] = [
  { group: 'serving.knative.dev', kinds: ['Service', 'Configuration'], templates: ['spec.template'] },
  { group: 'serving.knative.dev', kinds: ['Revision'], pods: ['spec'] },
  { group: 'caching.internal.knative.dev', kinds: ['Image'], images: ['spec.image'] },
  { group: 'keda.sh', kinds: ['ScaledJob'], templates: ['spec.jobTargetRef.template'] },
]

/** openkruise/kruise, volcano-sh/volcano, kubernetes-sigs/jobset and lws: `config/crd/bases`. */
const workloads: readonly CustomResourceRow[] = [
  {
    group: 'apps.kruise.io',
    kinds: ['CloneSet', 'StatefulSet', 'DaemonSet', 'BroadcastJob'],
    templates: ['spec.template'],
  },
  {
    group: 'apps.kruise.io',
    kinds: ['UnitedDeployment'],
    templates: below(
      ['spec.template'],
      ['statefulSetTemplate', 'advancedStatefulSetTemplate', 'cloneSetTemplate', 'deploymentTemplate'].map(
        name => `${name}.spec.template`,
      ),
    ),
  },
  {
    group: 'apps.kruise.io',
    kinds: ['AdvancedCronJob'],
    templates: ['spec.template.jobTemplate.spec.template', 'spec.template.broadcastJobTemplate.spec.template'],
  },
  {
    group: 'apps.kruise.io',
    kinds: ['SidecarSet'],
    containers: ['spec.containers[]', 'spec.initContainers[]'],
    images: ['containers', 'initContainers'].map(list => `spec.${list}[].upgradeStrategy.hotUpgradeEmptyImage`),
  },
  { group: 'apps.kruise.io', kinds: ['ImagePullJob'], images: ['spec.image'] },
  { group: 'apps.kruise.io', kinds: ['ImageListPullJob'], images: ['spec.images[]'] },
  { group: 'batch.volcano.sh', kinds: ['Job'], templates: ['spec.tasks[].template'] },
  { group: 'jobset.x-k8s.io', kinds: ['JobSet'], templates: ['spec.replicatedJobs[].template.spec.template'] },
  {
    group: 'leaderworkerset.x-k8s.io',
    kinds: ['LeaderWorkerSet'],
    templates: ['spec.leaderWorkerTemplate.leaderTemplate', 'spec.leaderWorkerTemplate.workerTemplate'],
  },
]

/** Workflows, jobs and other ways to run pods. */
export const workflowRows: readonly CustomResourceRow[] = [...argo, ...tekton, ...serverless, ...workloads]
