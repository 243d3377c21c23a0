import type { RulePages } from './types.ts'

type Code = 'render-failed' | 'unreadable-document' | 'unresolved-source' | 'no-images-found' | 'image-like-string'

const beforeTheCluster = 'Nothing: this is about the check, before any cluster.'

/** Pages of the layer `coverage`: what was not looked at. */
export const coverageRules: RulePages<Code> = {
  'render-failed': {
    means: 'A chart or kustomization does not render, so its images are unknown. It would not deploy either.',
    silent: beforeTheCluster,
    why: [
      'A template fails: a required value, a nil pointer, a wrong function.',
      'A values file that is named does not exist.',
      'A dependency is not in `charts/`.',
      'No helm or kustomize is installed, or it is too old for the chart.',
    ],
    prove: [
      {
        say: 'The same without the check:',
        run: ['helm template release charts/shop -f values-prod.yaml --debug', 'kustomize build overlays/prod'],
      },
    ],
    fix: [
      { say: 'Correct what the message names; it gives file and line of the template where the program does.' },
      { say: 'Dependencies:', run: ['helm dependency build charts/shop'] },
    ],
    ignore: 'For a chart that is not meant to render by itself (a template of a generator): leave it out by `exclude`.',
    decided:
      'The renderer ended with an error or over its time. One of several sources: an error and exit code 1. If all fail: exit code 2.',
  },
  'unreadable-document': {
    means: 'A rendered document or a file could not be read as YAML, so whatever is in it was not checked.',
    silent: 'Nothing from the kubelet; `kubectl apply` would refuse the document.',
    why: [
      'A template wrote broken YAML: wrong indentation, an unquoted `:` or `*`.',
      'Two keys of the same name.',
      'The file is no text, too large, or a link that leaves the repository.',
    ],
    prove: [
      { say: "Let the API server's client read it:", run: ['helm template . | kubectl apply --dry-run=client -f -'] },
    ],
    fix: [
      { say: 'Correct the line that the finding names; for templates, `nindent` and `quote` are the usual cure.' },
      { say: 'No manifest at all? Leave it out by `exclude`.' },
    ],
    ignore: 'For files that are templates of another tool.',
    decided:
      'The document looks as if it could hold an image, and its parser gave up. Counted, so that it never passes silently.',
  },
  'unresolved-source': {
    means:
      'Something here deploys images, and what it deploys is not here: a remote base, a chart elsewhere, a path that does not exist.',
    silent: beforeTheCluster,
    why: [
      'A kustomization with a base on GitHub; this check does not download code.',
      'An Argo CD or Flux object that names a chart in a repository.',
      'An Application or Kustomization that applies a tag or commit of this repository, not what is checked out.',
      'A submodule that is not checked out.',
      'A path that was renamed.',
    ],
    prove: [
      {
        say: 'Render it where the network is allowed, and look at the images:',
        run: ['kustomize build overlays/prod | will-it-pull list -'],
      },
    ],
    fix: [
      {
        say: 'Vendor the base or the chart, or render it in a step before and pipe it in:',
        run: ['kustomize build overlays/prod | will-it-pull check -'],
      },
      { say: 'A wrong path: correct `paths`.' },
    ],
    ignore: 'When the same images are checked in the repository that they come from.',
    decided: 'By reading, before any renderer runs, since renderers download by themselves.',
  },
  'no-images-found': {
    means: 'Everything rendered, and there is no image in it. Nothing was checked, which is not a pass.',
    silent: beforeTheCluster,
    why: [
      'All components are disabled by the values that were used.',
      '`paths` points at a folder of CRDs or configuration.',
      'Images stand only in custom resources that the check does not know.',
    ],
    prove: [{ say: 'What was found?', run: ['will-it-pull list', 'helm template . | grep -c "image:"'] }],
    fix: [
      {
        say: 'Correct `paths` or `values`. For images in custom resources of your own, name their kind and fields under `custom-resources` in `will-it-pull.yaml`.',
      },
    ],
    ignore: 'For repositories where that is the usual state, such as a library chart.',
    decided: 'Sources were found and rendered, and no use came out. The run is `unknown`.',
  },
  'image-like-string': {
    means:
      'A text in an environment variable, an argument, a ConfigMap or a custom resource looks like an image, and the name of its variable, flag or field says `image`. An operator may pull it later; the check does not know.',
    silent: 'Nothing about this text. If an operator makes a pod of it, that pod has the usual messages.',
    why: [
      'Operators are told the images of their workloads by variables (`RELATED_IMAGE_…`, `--prometheus-config-reloader=…`).',
      'It may also be only a text: a URL, an example.',
    ],
    prove: [{ say: 'Ask for it by hand:', run: ['crane digest "$IMAGE"'] }],
    fix: [
      {
        say: 'To have all such texts checked, set `image-like-strings: check` in `will-it-pull.yaml` (or the input, or the flag). They get verdicts and findings of their own codes, which are warnings at most and never fail the run:',
        run: ['will-it-pull check --image-like-strings check'],
      },
      {
        say: 'If it stands in a custom resource, name its kind and field under `custom-resources` in `will-it-pull.yaml`: then it counts as an image, with errors.',
      },
    ],
    ignore: 'When it is none. Say so on its line.',
    decided:
      'A registry-like host, a path and a tag or digest in a field that is no image field. Low confidence by nature, so without `image-like-strings: check` it is not asked for and stays `not-checked`. Where it is checked, what could not be told of it does not make the run `unknown`, and it is `pullable` only if anybody may pull it, since the pod that will pull it is not known.',
  },
}
