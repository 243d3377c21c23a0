import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

/** rook/rook `deploy/examples/crds.yaml`, longhorn/longhorn `chart/templates/crds.yaml`, minio/operator `crds`. */
const storage: readonly CustomResourceRow[] = [
  { group: 'ceph.rook.io', kinds: ['CephCluster'], images: ['spec.cephVersion.image'] },
  { group: 'ceph.rook.io', kinds: ['CephNFS'], images: ['spec.server.image', 'spec.security.sssd.sidecar.image'] },
  { group: 'ceph.rook.io', kinds: ['CephCOSIDriver'], images: ['spec.image', 'spec.objectProvisionerImage'] },
  { group: 'ceph.rook.io', kinds: ['CephNVMeOFGateway'], images: ['spec.image'] },
  {
    group: 'longhorn.io',
    kinds: ['EngineImage', 'Engine', 'Replica', 'Volume', 'InstanceManager', 'ShareManager', 'BackingImageManager'],
    images: ['spec.image'],
  },
  {
    group: 'minio.min.io',
    kinds: ['Tenant'],
    images: ['spec.image', 'spec.kes.image', 'spec.additionalVolumes[].image.reference'],
    containers: ['spec.initContainers[]'],
    pods: ['spec.sideCars'],
  },
]

const disks = ['volumes[].containerDisk.image', 'domain.firmware.kernelBoot.container.image']

/** kubevirt/api `core/v1/schema.go`: the disk is a container beside the machine's own. */
const machines: readonly CustomResourceRow[] = [
  { group: 'kubevirt.io', kinds: ['VirtualMachineInstance'], images: below(['spec'], disks) },
  {
    group: 'kubevirt.io',
    kinds: ['VirtualMachine', 'VirtualMachineInstanceReplicaSet'],
    images: below(['spec.template.spec'], disks),
  },
]

/** actions/actions-runner-controller, in the `crds` of its charts. */
const runners: readonly CustomResourceRow[] = [
  {
    group: 'actions.github.com',
    kinds: ['AutoscalingRunnerSet', 'EphemeralRunnerSet', 'EphemeralRunner'],
    templates: ['spec.template', 'spec.listenerTemplate', 'spec.ephemeralRunnerSpec', 'spec'],
  },
  { group: 'actions.github.com', kinds: ['AutoscalingListener'], images: ['spec.image'], templates: ['spec.template'] },
  {
    group: 'actions.summerwind.dev',
    kinds: ['RunnerDeployment', 'RunnerReplicaSet'],
    images: ['spec.template.spec.image'],
    containers: ['spec.template.spec.sidecarContainers[]'],
    pods: ['spec.template.spec'],
  },
  {
    group: 'actions.summerwind.dev',
    kinds: ['Runner'],
    images: ['spec.image'],
    containers: ['spec.sidecarContainers[]'],
    pods: ['spec'],
  },
  { group: 'actions.summerwind.dev', kinds: ['RunnerSet'], images: ['spec.image'], templates: ['spec.template'] },
]

/** crossplane/crossplane, `cluster/crds`: a package is an image that the package's pod runs. */
const crossplane: readonly CustomResourceRow[] = [
  { group: 'pkg.crossplane.io', kinds: ['Provider', 'Function'], images: ['spec.package'] },
  { group: 'pkg.crossplane.io', kinds: ['ProviderRevision', 'FunctionRevision'], images: ['spec.image'] },
  {
    group: 'pkg.crossplane.io',
    kinds: ['DeploymentRuntimeConfig'],
    templates: ['spec.deploymentTemplate.spec.template'],
  },
]

const envoyKinds = ['envoyDeployment', 'envoyDaemonSet'].map(kind => `spec.provider.kubernetes.${kind}`)

/** envoyproxy/gateway `charts/gateway-helm/crds`, keycloak/keycloak-k8s-resources `kubernetes`. */
const doors: readonly CustomResourceRow[] = [
  {
    group: 'gateway.envoyproxy.io',
    kinds: ['EnvoyProxy'],
    images: below(envoyKinds, ['container.image', 'pod.volumes[].image.reference']),
    containers: below(envoyKinds, ['initContainers[]']),
  },
  {
    group: 'k8s.keycloak.org',
    kinds: ['Keycloak'],
    images: ['spec.image'],
    templates: ['spec.unsupported.podTemplate'],
  },
]

/** Storage, machines, runners, control planes and gateways. */
export const infrastructureRows: readonly CustomResourceRow[] = [
  ...storage,
  ...machines,
  ...runners,
  ...crossplane,
  ...doors,
]
