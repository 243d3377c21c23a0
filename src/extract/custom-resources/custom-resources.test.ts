import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { renderedFrom } from '../test-rendered.ts'
import { knownResources } from './table.ts'
import { objectAt } from './test-object.ts'

function found(apiVersion: string, kind: string, body: string): readonly string[] {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${body}`
  return extract([renderedFrom([text])]).uses.map(({ role, field, image }) => `${role} ${field}=${image}`)
}

const pod = { containers: [{ image: 'x' }] }
const everyPath = knownResources.flatMap(row =>
  row.kinds.flatMap(kind => [
    ...(row.templates ?? []).map(path => [row.group, kind, path, { spec: pod }] as const),
    ...(row.pods ?? []).map(path => [row.group, kind, path, pod] as const),
    ...(row.containers ?? []).map(path => [row.group, kind, path, { image: 'x' }] as const),
    ...(row.images ?? []).map(path => [row.group, kind, path, 'x'] as const),
    ...(row.composed ?? []).map(
      ({ at, repository, tag }) => [row.group, kind, at, { [repository]: 'x', [tag]: '1' }] as const,
    ),
  ]),
)

describe('images of custom resources', () => {
  test.each(everyPath)('are found in %s %s at %s', (group, kind, path, leaf) => {
    const object = { apiVersion: `${group}/v1`, kind, ...(objectAt(path, leaf) as object) }
    const { uses, unreadable } = extract([renderedFrom([JSON.stringify(object)])])
    expect(uses.map(({ image }) => image.replace(':1', ''))).toEqual(['x'])
    expect(unreadable).toEqual([])
  })

  test.each([
    [
      'argoproj.io/v1alpha1',
      'Workflow',
      'spec: {templates: [{container: {image: a}}, {script: {image: b}}]}',
      ['custom-resource spec.templates[0].container.image=a', 'custom-resource spec.templates[1].script.image=b'],
    ],
    [
      'argoproj.io/v1alpha1',
      'Rollout',
      'spec: {template: {spec: {initContainers: [{image: a}], containers: [{image: b}]}}}',
      [
        'custom-resource spec.template.spec.initContainers[0].image=a',
        'custom-resource spec.template.spec.containers[0].image=b',
      ],
    ],
    [
      'serving.knative.dev/v1',
      'Service',
      'spec: {template: {spec: {containers: [{image: a}]}}}',
      ['custom-resource spec.template.spec.containers[0].image=a'],
    ],
    [
      'monitoring.coreos.com/v1',
      'Prometheus',
      'spec: {baseImage: quay.io/p, tag: v1, sha: abc, thanos: {image: t, baseImage: b, tag: c}}',
      ['custom-resource spec.thanos.image=t', 'custom-resource spec.sha=quay.io/p@sha256:abc'],
    ],
    [
      'nvidia.com/v1',
      'ClusterPolicy',
      'spec: {toolkit: {repository: nvcr.io/nvidia/k8s, image: container-toolkit, version: v1}, dcgm: {repository: nvcr.io/nvidia, image: dcgm, version: "sha256:ab"}, driver: {repository: nvcr.io/nvidia, image: driver, version: "550"}}',
      [
        'custom-resource spec.toolkit.version=nvcr.io/nvidia/k8s/container-toolkit:v1',
        'custom-resource spec.dcgm.version=nvcr.io/nvidia/dcgm@sha256:ab',
      ],
    ],
    [
      'scylla.scylladb.com/v1',
      'ScyllaCluster',
      'spec: {version: 6.2.0, agentVersion: 3.4.0}',
      [
        'custom-resource spec.version=docker.io/scylladb/scylla:6.2.0',
        'custom-resource spec.agentVersion=docker.io/scylladb/scylla-manager-agent:3.4.0',
      ],
    ],
    [
      'kubeflow.org/v1',
      'PyTorchJob',
      'spec: {pytorchReplicaSpecs: {Master: {template: {spec: {containers: [{image: a}]}}}}}',
      ['custom-resource spec.pytorchReplicaSpecs.Master.template.spec.containers[0].image=a'],
    ],
    [
      'acid.zalan.do/v1',
      'OperatorConfiguration',
      'configuration: {docker_image: a, sidecar_docker_images: {x: b}}',
      ['custom-resource configuration.docker_image=a', 'custom-resource configuration.sidecar_docker_images.x=b'],
    ],
  ])('are the fields of %s %s', (apiVersion, kind, body, expected) => {
    expect(found(apiVersion, kind, body)).toEqual(expected)
  })

  test.each([
    [
      'a container that the operator completes',
      'monitoring.coreos.com/v1',
      'Prometheus',
      'spec: {containers: [{name: prometheus}]}',
    ],
    ['a parameter', 'tekton.dev/v1', 'Task', 'spec: {steps: [{image: $(params.image)}, {image: ""}]}'],
    [
      'an input',
      'argoproj.io/v1alpha1',
      'Workflow',
      'spec: {templates: [{container: {image: "{{inputs.parameters.i}}"}}]}',
    ],
    ['another group', 'other.io/v1', 'Rollout', 'spec: {template: {spec: {containers: [{image: a}]}}}'],
    ['an image that is a map', 'opentelemetry.io/v1', 'OpenTelemetryCollector', 'spec: {image: {tag: a}}'],
    ['a repository without a tag', 'operator.victoriametrics.com/v1', 'VMSingle', 'spec: {image: {repository: a}}'],
    ['a plain Service', 'v1', 'Service', 'spec: {template: {spec: {containers: [{image: a}]}}}'],
  ])('are not %s', (_, apiVersion, kind, body) => {
    expect(found(apiVersion, kind, body)).toEqual([])
  })

  test.each([
    ['of the spec', 'monitoring.coreos.com/v1', 'Alertmanager', '{image: a, imagePullSecrets: [{name: s}]}'],
    ['as texts', 'sparkoperator.k8s.io/v1', 'SparkApplication', '{driver: {image: a}, imagePullSecrets: [s]}'],
    [
      'of the part',
      'pxc.percona.com/v1',
      'PerconaXtraDBCluster',
      '{pxc: {image: a, imagePullSecrets: [{name: s}]}, imagePullSecrets: [{name: other}]}',
    ],
    [
      'of the template of the part',
      'kafka.strimzi.io/v1',
      'Kafka',
      '{kafka: {image: a, template: {pod: {imagePullSecrets: [{name: s}]}}}}',
    ],
    [
      'of a pod template',
      'kibana.k8s.elastic.co/v1',
      'Kibana',
      '{image: a, podTemplate: {spec: {imagePullSecrets: [{name: s}]}}}',
    ],
    [
      'of any of several templates',
      'elasticsearch.k8s.elastic.co/v1',
      'Elasticsearch',
      '{image: a, nodeSets: [{name: x}, {podTemplate: {spec: {imagePullSecrets: [{name: s}]}}}]}',
    ],
    [
      'of the disk',
      'kubevirt.io/v1',
      'VirtualMachineInstance',
      '{volumes: [{containerDisk: {image: a, imagePullSecret: s}}]}',
    ],
    ['of a package', 'pkg.crossplane.io/v1', 'Provider', '{package: ghcr.io/a/b:1, packagePullSecrets: [{name: s}]}'],
    ['of a list', 'apps.kruise.io/v1', 'ImagePullJob', '{image: a, pullSecrets: [s]}'],
  ])('are pulled with the secrets %s', (_, apiVersion, kind, spec) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: ${spec}`
    expect(extract([renderedFrom([text])]).uses[0]?.pod.pullSecrets).toEqual(['s'])
  })

  test('are scheduled as the part says, and pod templates as they say themselves', () => {
    const text =
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec: {nodeSelector: {x: far}, kafka: {image: a, nodeSelector: {x: near}}}'
    const rollout =
      'apiVersion: argoproj.io/v1\nkind: Rollout\nspec: {nodeSelector: {x: far}, serviceAccountName: m, template: {spec: {containers: [{image: a}]}}}'
    const pods = extract([renderedFrom([text, rollout])]).uses.map(({ pod }) => pod)
    expect(pods).toMatchObject([{ nodeSelector: { x: 'near' } }, { nodeSelector: {}, serviceAccount: 'm' }])
  })
})
