import type { Document } from '../../render/types.ts'
import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import type { SecretProducer } from '../types.ts'
import { listOf, textOf, valueAt } from '../document/untyped.ts'
import { nameOf, namespaceOf } from '../pods/workload.ts'

type Path = readonly (string | number)[]

/** How a controller's object names the Secrets that it will write. `*` stands for every item of a list. */
interface ProducerRow {
  readonly group: string
  readonly kind: string
  /** Paths of the names, first that is written wins; the object's own name where none is. */
  readonly names: readonly Path[]
  /** Path of the namespaces; the object's own where there is none. */
  readonly namespaces?: Path
}

const rows: readonly ProducerRow[] = [
  { group: 'external-secrets.io', kind: 'ExternalSecret', names: [['spec', 'target', 'name']] },
  {
    group: 'external-secrets.io',
    kind: 'ClusterExternalSecret',
    names: [
      ['spec', 'externalSecretSpec', 'target', 'name'],
      ['spec', 'externalSecretName'],
    ],
    namespaces: ['spec', 'namespaces', '*'],
  },
  { group: 'bitnami.com', kind: 'SealedSecret', names: [['spec', 'template', 'metadata', 'name']] },
  { group: 'isindir.github.com', kind: 'SopsSecret', names: [['spec', 'secretTemplates', '*', 'name']] },
  { group: 'secrets.hashicorp.com', kind: 'VaultStaticSecret', names: [['spec', 'destination', 'name']] },
  { group: 'secrets.hashicorp.com', kind: 'VaultDynamicSecret', names: [['spec', 'destination', 'name']] },
  { group: 'ricoberger.de', kind: 'VaultSecret', names: [] },
  {
    group: 'secrets-store.csi.x-k8s.io',
    kind: 'SecretProviderClass',
    names: [['spec', 'secretObjects', '*', 'secretName']],
  },
  {
    group: 'secrets.infisical.com',
    kind: 'InfisicalSecret',
    names: [
      ['spec', 'managedKubeSecretReferences', '*', 'secretName'],
      ['spec', 'managedSecretReference', 'secretName'],
    ],
    namespaces: ['spec', 'managedSecretReference', 'secretNamespace'],
  },
  { group: 'onepassword.com', kind: 'OnePasswordItem', names: [] },
  {
    group: 'secrets.doppler.com',
    kind: 'DopplerSecret',
    names: [['spec', 'managedSecret', 'name']],
    namespaces: ['spec', 'managedSecret', 'namespace'],
  },
  { group: 'spv.no', kind: 'AzureKeyVaultSecret', names: [['spec', 'output', 'secret', 'name']] },
]

/** Kinds whose controllers write Secrets. */
export const producerKinds: ReadonlySet<string> = new Set(rows.map(({ kind }) => kind))

/** The Secrets that an object's controller will write; none for other kinds. */
export function secretProducers(object: KubernetesObject, document: Document): readonly SecretProducer[] {
  const row = rows.find(({ group, kind }) => group === object.group && kind === object.kind)
  if (row === undefined) return []
  const namespaces = namespacesOf(object, row)
  return namesOf(object, row).flatMap(name =>
    namespaces.map(namespace => ({
      source: document.origin.source,
      namespace,
      name,
      kind: object.kind,
      document,
    })),
  )
}

function namesOf({ body }: KubernetesObject, row: ProducerRow): readonly string[] {
  const named = row.names.map(path => textsAt(body, path)).find(texts => texts.length > 0)
  return named ?? [nameOf(body)]
}

function namespacesOf({ body }: KubernetesObject, row: ProducerRow): readonly (string | undefined)[] {
  const written = row.namespaces === undefined ? [] : textsAt(body, row.namespaces)
  return written.length > 0 ? written : [namespaceOf(body)]
}

function textsAt(value: unknown, path: Path): readonly string[] {
  const star = path.indexOf('*')
  if (star === -1) return [valueAt(value, ...path)].flatMap(text => textOf(text) || [])
  const rest = path.slice(star + 1)
  return listOf(valueAt(value, ...path.slice(0, star))).flatMap(item => textsAt(item, rest))
}
