import type { RulePages } from './types.ts'

type Code = 'pull-secret-missing' | 'pull-secret-other-namespace'

/** Pages of the layer `auth` about a secret that is not where the pod looks. */
export const secretPlaceRules: RulePages<Code> = {
  'pull-secret-missing': {
    means:
      'The pod names a secret that is neither rendered with the manifests nor given to the check. It may well be in the cluster.',
    quotes: [
      {
        who: 'the event, if it is not in the cluster either',
        text: 'FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
      },
    ],
    why: [
      'The secret is made by another team, by hand, or by a tool (External Secrets, Vault, Terraform).',
      'Its name is misspelt.',
      'The namespace is new and nobody has put the secret there.',
    ],
    prove: [
      { say: 'Is it there?', run: ['kubectl -n $NS get secret $SECRET'] },
      {
        say: 'Do pods complain? The pull goes on without it, so this event is the only sign:',
        run: ['kubectl get events -A --field-selector reason=FailedToRetrieveImagePullSecret'],
      },
    ],
    fix: [
      {
        say: 'Create it in the namespace of the pod:',
        run: [
          'kubectl -n $NS create secret docker-registry $SECRET --docker-server=$REGISTRY --docker-username="$REGISTRY_USER" --docker-password="$REGISTRY_TOKEN"',
        ],
      },
      { say: 'To have its content checked as well, give it by `pull-secrets`.' },
    ],
    ignore:
      'When secrets are kept elsewhere by design: it is a notice and changes no verdict. Teams whose secrets are all in the repository raise it to `error`.',
    decided:
      'The name occurs in no Secret, SealedSecret or ExternalSecret of the same namespace in the rendered manifests, nor in `pull-secrets`.',
  },
  'pull-secret-other-namespace': {
    means:
      'A secret of the name that the pod uses is rendered, but into another namespace. Pods can only use secrets of their own namespace.',
    quotes: [
      {
        who: 'the event',
        text: 'FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
      },
    ],
    why: [
      'The secret has a fixed `metadata.namespace`, the workload takes that of the release.',
      'One chart installs the secret into a shared namespace and expects it to be seen everywhere.',
      'A kustomization sets the namespace of some resources only.',
    ],
    prove: [
      { say: 'Where is it?', run: ['kubectl get secret -A --field-selector metadata.name=$SECRET'] },
      { say: 'Where do the rendered manifests put it?', run: ['helm template . -n $NS | grep -B2 -A6 "kind: Secret"'] },
    ],
    fix: [
      {
        say: "Render it into the workload's namespace, or copy it there; a reflector or External Secrets can keep the copies equal.",
      },
    ],
    ignore: 'When the cluster holds a copy in the right namespace already.',
    decided:
      'No Secret of that name in the namespace of the pod, at least one in another. Its content is then not used for this pod, and what the cluster holds is unknown.',
  },
}
