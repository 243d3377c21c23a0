import type { FindingArgs } from '../../judge/types.ts'
import { shellWord } from './quote.ts'

/** The command that makes a pull secret. The login comes from variables, so that none is ever written down. */
export function createSecret(args: FindingArgs): string {
  const { registry } = args
  return [
    'kubectl create secret docker-registry',
    named(args),
    registry === undefined ? '--docker-server="$REGISTRY"' : `--docker-server=${shellWord(server(registry))}`,
    '--docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
  ].join(' ')
}

/** The same for a secret that is there already. */
export function renewSecret(args: FindingArgs): string {
  return `${createSecret(args)} --dry-run=client --output=yaml | kubectl apply --filename=-`
}

/** Deletes a secret: its type can't be changed otherwise. */
export function deleteSecret(args: FindingArgs): string {
  return `kubectl delete secret ${named(args)}`
}

function named({ secrets, namespace }: FindingArgs): string {
  const [name, within] = (secrets?.[0] ?? '').split('/').toReversed()
  const place = namespace ?? within
  const word = shellWord(name === undefined || name === '' ? 'regcred' : name)
  return place === undefined || place === '' ? word : `${word} --namespace=${shellWord(place)}`
}

// credentials for Docker Hub are keyed by the address that `docker login` uses
function server(registry: string): string {
  return registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry
}
