import type { CustomResourceRow } from './types.ts'

const kindsByGroup = {
  kibana: 'Kibana',
  apm: 'ApmServer',
  enterprisesearch: 'EnterpriseSearch',
  logstash: 'Logstash',
  maps: 'ElasticMapsServer',
  packageregistry: 'PackageRegistry',
  autoops: 'AutoOpsAgentPolicy',
} as const

/** elastic/cloud-on-k8s, `config/crds/v1/resources`. Without `image` the operator derives it from `version`. */
export const elasticRows: readonly CustomResourceRow[] = [
  {
    group: 'elasticsearch.k8s.elastic.co',
    kinds: ['Elasticsearch'],
    images: ['spec.image'],
    templates: ['spec.nodeSets[].podTemplate'],
  },
  ...Object.entries(kindsByGroup).map(([group, kind]) => ({
    group: `${group}.k8s.elastic.co`,
    kinds: [kind],
    images: ['spec.image'],
    templates: ['spec.podTemplate'],
  })),
  ...Object.entries({ agent: 'Agent', beat: 'Beat' }).map(([group, kind]) => ({
    group: `${group}.k8s.elastic.co`,
    kinds: [kind],
    images: ['spec.image'],
    templates: ['deployment', 'daemonSet', 'statefulSet'].map(name => `spec.${name}.podTemplate`),
  })),
]
