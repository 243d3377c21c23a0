import type { FindingArgs } from '../../judge/types.ts'
import { shellWord } from './quote.ts'

/** The command that makes a pull secret. The login comes from variables, so that none is ever written down. */
export function createSecret({ registry, secrets, namespace }: FindingArgs): string {
  const [first] = secrets ?? []
  const [name = 'regcred', within] = (first ?? 'regcred').split('/').toReversed()
  const place = namespace ?? within
  return [
    'kubectl create secret docker-registry',
    shellWord(name === '' ? 'regcred' : name),
    ...(place === undefined || place === '' ? [] : [`--namespace ${shellWord(place)}`]),
    ...(registry === undefined ? ['--docker-server="$REGISTRY"'] : [`--docker-server=${shellWord(server(registry))}`]),
    '--docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
  ].join(' ')
}

// credentials for Docker Hub are keyed by the address that `docker login` uses
function server(registry: string): string {
  return registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry
}
