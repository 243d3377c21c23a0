import type { RulePages } from './types.ts'

/** Pages of the layer `name`. */
export const nameRules: RulePages<'invalid-reference' | 'empty-reference'> = {
  'invalid-reference': {
    means:
      'The text in the image field cannot be parsed as `registry/name:tag@digest`. No node will even look for it: the kubelet refuses the name before it contacts anybody, so nothing about registries, logins or platforms matters yet.',
    quotes: [
      {
        who: 'upper case',
        text: `Failed to apply default image tag "ghcr.io/Acme/web:1.27.3": couldn't parse image name "ghcr.io/Acme/web:1.27.3": invalid reference format: repository name (Acme/web) must be lowercase`,
      },
      {
        who: 'the API server, outer white space on a Pod',
        text: `spec.containers[0].image: Invalid value: " nginx": must not have leading or trailing whitespace`,
      },
    ],
    why: [
      'A value was never filled in: `<no value>`, `${TAG}`, `{{ .Values.tag }}` or an empty part such as `//web` or `web:`.',
      'Capitals in the repository, often from a branch, user or organisation name that CI pasted in. Tags may hold capitals, names may not.',
      'A `+` in the tag, from a semantic version with build metadata. Registries have no `+`; builds usually push `_` or `-` instead.',
      'A URL scheme (`https://ghcr.io/…`), a trailing blank or line end from a YAML block scalar, or a tag written after the digest.',
      'The API server does not check this in a pod template: a Deployment with such an image is admitted, and only its pods show it.',
    ],
    prove: [
      {
        say: 'Show the text with its invisible characters:',
        run: [`kubectl -n $NS get pod $POD -o jsonpath='{range .spec.containers[*]}[{.image}]{"\\n"}{end}' | cat -A`],
      },
      { say: 'Ask a parser of the same grammar:', run: ['crane manifest "$IMAGE" >/dev/null'] },
      { say: 'For a chart, show what fills the value:', run: ['helm template . | grep -n "image:" | cat -A'] },
    ],
    fix: [
      {
        say: 'Correct the one value that the report points at: set the missing variable, write the name in lower case, replace the `+`, leave out the scheme. Then render again; the pod template must change, a restart alone brings the same name back.',
      },
    ],
    ignore:
      'Where the text is a placeholder that something else replaces before it reaches the cluster (`ko://…`, `auto`, an image updater). Say so on its line, with that reason.',
    decided:
      'By the grammar of the `distribution/reference` module that kubelet, containerd and CRI-O share, with the same order of checks, so that the reason given is the one that the kubelet gives. No network is needed, and the verdict is always `unpullable`.',
  },
  'empty-reference': {
    means: 'There is an image field, and nothing is in it.',
    quotes: [{ who: 'the API server', text: 'spec.template.spec.containers[0].image: Required value' }],
    why: [
      'The template reads a value that nobody sets, and its default is the empty string.',
      'An overlay or a patch replaces the whole container and forgets the image.',
      'A kustomization names a new image for a name that does not occur, while the base relies on it.',
    ],
    prove: [
      {
        say: 'Render it and look at the container:',
        run: ['helm template . | grep -n \'image: *\\(""\\)\\?$\'', "kustomize build . | grep -n 'image: *$'"],
      },
      {
        say: 'Ask the API server without changing anything:',
        run: ['helm template . | kubectl apply --dry-run=server -f -'],
      },
    ],
    fix: [
      {
        say: 'Set the value that the report points at. If it must always be given, let the template insist on it: `{{ required "image.tag is missing" .Values.image.tag }}`.',
      },
    ],
    ignore:
      'Where a mutating webhook or an operator fills the field in the cluster (KServe runtimes, some sidecar injectors). The check cannot know what it writes.',
    decided:
      'The field is present in the rendered manifest, and its value is empty or null. Kinds whose image is optional by their schema are left alone.',
  },
}
