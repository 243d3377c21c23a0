import { below } from './below.ts'
import type { CustomResourceRow } from './types.ts'

const initImages = ['image', 'initImage', 'initContainer.image']
const mongoMembers = ['spec.replsets[]', 'spec.sharding.configsvrReplSet'].flatMap(set =>
  ['', '.arbiter', '.hidden', '.nonvoting'].map(member => `${set}${member}`),
)

const sidecars = (parts: readonly string[]) => below(parts, ['sidecars[]'])
const sidecarVolumes = (parts: readonly string[]) => below(parts, ['sidecarVolumes[].image.reference'])
const postgresParts = ['spec.instances[]', 'spec.backups.pgbackrest.repoHost', 'spec.proxy.pgBouncer']
const mysqlParts = ['spec.pxc', 'spec.haproxy', 'spec.proxysql']
const mongoParts = [...mongoMembers, 'spec.sharding.mongos']

/** percona/percona-helm-charts, `charts/*-operator/crds`. */
export const perconaRows: readonly CustomResourceRow[] = [
  {
    group: 'pgv2.percona.com',
    kinds: ['PerconaPGCluster'],
    images: [
      'spec.image',
      ...below(['spec'], ['initContainer.image', 'pmm.image', 'extensions.image', 'proxy.pgBouncer.image']),
      ...below(['spec.backups.pgbackrest'], ['image', 'initContainer.image']),
      'spec.instances[].initContainer.image',
      ...sidecarVolumes(postgresParts),
    ],
    containers: [...sidecars(postgresParts), 'spec.instances[].initContainers[]'],
  },
  {
    group: 'pgv2.percona.com',
    kinds: ['PerconaPGUpgrade'],
    images: below(['spec'], ['image', 'toPostgresImage', 'toPgBouncerImage', 'toPgBackRestImage']),
    containers: ['spec.initContainers[]'],
  },
  {
    group: 'pxc.percona.com',
    kinds: ['PerconaXtraDBCluster'],
    images: [
      'spec.initImage',
      ...['pxc', 'haproxy', 'proxysql', 'pmm', 'logcollector', 'backup', 'initContainer'].map(
        name => `spec.${name}.image`,
      ),
      ...sidecarVolumes(mysqlParts),
    ],
    containers: sidecars(mysqlParts),
  },
  {
    group: 'psmdb.percona.com',
    kinds: ['PerconaServerMongoDB'],
    images: [
      ...below(['spec'], ['image', 'initImage', 'backup.image', 'pmm.image', 'logcollector.image']),
      ...sidecarVolumes(mongoParts),
    ],
    containers: sidecars(mongoParts),
  },
  {
    group: 'ps.percona.com',
    kinds: ['PerconaServerMySQL'],
    images: [
      ...below(['spec'], ['initImage', 'initContainer.image']),
      ...below(
        ['mysql', 'proxy.haproxy', 'proxy.router', 'orchestrator', 'pmm', 'backup', 'backup.pitr.binlogServer'].map(
          name => `spec.${name}`,
        ),
        initImages,
      ),
      ...below(['spec.toolkit'], initImages),
      ...sidecarVolumes(['spec.mysql']),
    ],
    containers: sidecars(['spec.mysql']),
  },
]
