import type { UnreadableDocument } from '../../extract/types.ts'
import type { PathProblem, UnresolvedReason } from '../../discover/types.ts'
import type { RenderFailure, UnreadableFile } from '../../render/types.ts'
import { interruption } from './interrupted.ts'
import { quoted } from './quote.ts'

interface Reason {
  readonly cause: string
  readonly fix: string
}

type Reasons<Key extends string> = Readonly<Record<Key, Reason>>

const failures: Reasons<RenderFailure['why']> = {
  'program-missing': {
    cause: 'The program that renders it was not found.',
    fix: 'Install helm (https://helm.sh/docs/intro/install), put it on PATH, or name it by `helm-path`.',
  },
  'program-failed': {
    cause: 'The program that renders it ended with an error.',
    fix: 'Correct what it names; `helm template` or `kustomize build` on your machine shows the same.',
  },
  'timed-out': {
    cause: 'Rendering took too long and was ended.',
    fix: 'Check it on your machine: a template may have no end, or it waits for the network. `timeout` sets the bound.',
  },
  'too-much-output': {
    cause: 'It renders to more than can be read.',
    fix: 'Split the source, or exclude it by `exclude`.',
  },
  'too-much-memory': {
    cause: 'Rendering took more memory than a program may have here, and was ended.',
    fix: 'See which template or file makes it grow, split the source, or exclude it by `exclude`.',
  },
  'values-missing': {
    cause: 'A values file that was named is not there.',
    fix: 'Correct `values`: a path from the repository or from the folder of the chart.',
  },
  'dependency-missing': {
    cause: 'A chart that it depends on is not in its `charts` folder.',
    fix: 'Run `helm dependency build` before the check.',
  },
  'lock-out-of-date': {
    cause: 'The lock file does not go with the dependencies of the chart, so `helm dependency build` refuses it too.',
    fix: 'Run `helm dependency update` and commit the lock file.',
  },
  'kube-version': {
    cause: 'The chart is for other versions of Kubernetes than the one that helm assumes without a cluster.',
    fix: 'Set `kube-version` to the version of your cluster.',
  },
  'value-refused': {
    cause: 'A template refuses to be rendered with these values.',
    fix: 'Name the values that it is deployed with: by `values` and `set`, or in `sources` of the configuration.',
  },
  'chart-unavailable': {
    cause: 'A chart that it is made of does not exist where it is looked for.',
    fix: 'Correct the name, the version or the repository of the chart.',
  },
}

/** How the detail of a failure is introduced where no program said it. */
const introductions: Readonly<Record<string, string>> = {
  'program-missing': 'It is called',
  'timed-out': 'It was running',
  'too-much-output': 'It came from',
  'too-much-memory': 'The bound is',
  'dependency-missing': 'Missing',
  'lock-out-of-date': 'In question',
  'chart-unavailable': 'In question',
}

/** What the path of a values file leads to instead of a file. */
const insteadOfValues: Readonly<Record<string, string>> = {
  absent: 'A values file that was named is not there.',
  folder: 'A values file that was named is a folder.',
  denied: 'A values file that was named may not be read.',
  outside: 'A values file that was named lies outside the repository.',
}

/** Why a source did not render. */
export function renderFailure(why: string | undefined, detail: string | undefined): Reason {
  const known = Object.entries(failures).find(([name]) => name === why)?.[1] ?? failures['program-failed']
  if (why === 'interrupted') return interruption
  if (why === 'values-missing') return { ...known, cause: insteadOfValues[detail ?? ''] ?? known.cause }
  return { ...known, cause: `${known.cause}${quoted(introductions[why ?? ''] ?? 'It says', detail)}` }
}

const files: Reasons<UnreadableFile['why'] | 'syntax' | 'variables' | NonNullable<UnreadableDocument['why']>> = {
  syntax: { cause: 'It is no valid YAML.', fix: 'Correct the YAML there.' },
  variables: {
    cause:
      'With its variables filled in it is no valid YAML; one that has no value becomes nothing, as in `image: web:`.',
    fix: 'Give each variable a value in `postBuild`, or a default where it stands: `${NAME:=value}`.',
  },
  'image-no-text': {
    cause: 'What stands for an image is no text, so the API refuses it: a number, a list or a map.',
    fix: 'Give the field a reference; put it in quotes where YAML would read a number.',
  },
  'too-many-images': {
    cause: 'Of one object no more than 10,000 images are read.',
    fix: 'Split the object; the API server would hardly take one of that size.',
  },
  denied: { cause: 'The file may not be read.', fix: 'Check its permissions.' },
  'not-text': { cause: 'It is no UTF-8 text.', fix: 'Exclude it by `exclude` if it is no manifest.' },
  'too-large': { cause: 'It is too large to be read.', fix: 'Split it, or exclude it by `exclude`.' },
  outside: { cause: 'It is a link that leaves the repository.', fix: 'Put the file itself into the repository.' },
  absent: { cause: 'The file is not there.', fix: 'Correct the path, or add the file.' },
}

/** Why a file or document could not be read. */
export const unreadable: Readonly<Record<string, Reason>> = files

const sources: Reasons<UnresolvedReason | PathProblem['why']> = {
  'remote-base': {
    cause: 'It has a base elsewhere, which this check does not fetch.',
    fix: 'Vendor the base, or pipe the output of `kustomize build` into `will-it-pull check -`.',
  },
  'remote-dependency': {
    cause: 'It depends on a chart elsewhere that could not be had from here.',
    fix: 'Run `helm dependency build` before the check, logged in where that is needed, or pipe the output of `helm template` into `will-it-pull check -`.',
  },
  'remote-chart': {
    cause: 'Its chart lies elsewhere and could not be fetched.',
    fix: 'Run the check where that address answers; for a registry, log in before with `docker login` or `helm registry login`.',
  },
  'remote-source': {
    cause: 'What it applies lies elsewhere and could not be fetched.',
    fix: 'Check it where it lies, or put the source object that it names into this repository.',
  },
  'other-revision': {
    cause: 'It applies a tag or commit of this repository, not the state that is checked.',
    fix: 'Check that revision where it is checked out; what this change makes is deployed when the revision moves.',
  },
  'path-missing': {
    cause: 'The path that it applies is not in this repository.',
    fix: 'Correct the path, or add the folder.',
  },
  'values-elsewhere': {
    cause: 'Some of its values are not in this repository; it was rendered without them.',
    fix: 'Images that those values set are not checked.',
  },
  'variables-elsewhere': {
    cause: 'A variable in an image has no value in this repository.',
    fix: 'Put the ConfigMap that holds it into the repository, or give the variable a default: `${NAME:=value}`.',
  },
  'generated-elsewhere': {
    cause: 'What it makes can not be known from this repository alone.',
    fix: 'Check the Applications that it makes where they are known.',
  },
  unsupported: {
    cause: 'A part of it needs something that this check does not run.',
    fix: 'Pipe the rendered manifests into `will-it-pull -`.',
  },
  'encrypted-values': {
    cause: 'Its values are encrypted, so what they set is not known here.',
    fix: 'Decrypt them before the check, or pipe the output of `helm template` into `will-it-pull check -`.',
  },
  'too-many-values': {
    cause: 'The chart has more sets of values than are rendered.',
    fix: 'Name those that are deployed in `sources` of the configuration.',
  },
  'too-many-uses': {
    cause: 'There are more uses of images, each counted once an environment, than one run checks: 200,000.',
    fix: 'Check parts of the repository in runs of their own, or fewer environments at a time.',
  },
  submodule: {
    cause: 'It is a submodule that is not checked out.',
    fix: 'Check it out (`submodules: true` of actions/checkout), or leave it out by `exclude`.',
  },
  unreadable: { cause: 'It could not be read.', fix: 'Correct the file, or its permissions.' },
  'no-program': {
    cause: 'The program that renders it is not there.',
    fix: 'Install kustomize or kubectl and put it on PATH, or name it by `kustomize-path`.',
  },
  absent: { cause: 'There is no such file or folder.', fix: 'Correct the path, or leave it out to check all.' },
  denied: { cause: 'It may not be read.', fix: 'Check its permissions.' },
  outside: { cause: 'It lies outside the repository.', fix: 'Name a path inside the repository.' },
  'no-source': {
    cause: 'Nothing there renders to manifests: no chart, no kustomization, no manifest.',
    fix: 'Name a folder that holds one. A file counts as a manifest where it has `apiVersion` and `kind`.',
  },
  'library-chart': { cause: 'A library chart renders nothing by itself.', fix: 'Name a chart that uses it.' },
  'not-a-manifest': {
    cause: 'It is no Kubernetes manifest: `apiVersion` and `kind` are not in it.',
    fix: 'Name a manifest, a chart or a kustomization; of a chart, name its folder.',
  },
  'no-input': {
    cause: 'Standard input held no document.',
    fix: 'See whether the command before the pipe failed: run it alone.',
  },
}

/** Why a source or path was left out. */
export const skipped: Readonly<Record<string, Reason>> = sources
