import type { ChartSource } from '../discover/types.ts'
import type { Files } from '../world.ts'

/**
 * The arguments of `helm template`, for helm 3 and 4. Names stand behind `--` or as `--flag=value`, so that none is
 * taken for a flag; paths are absolute, so that none is taken for a repository or a URL.
 */
export function helmArguments(source: ChartSource, files: Files): readonly string[] {
  const { values, set, release, namespace, kubeVersion, apiVersions } = source.options
  return [
    'template',
    `--namespace=${namespace}`,
    ...values.map(file => `--values=${quote(files.native(file))}`),
    ...set.map(assignment => `--set=${assignment}`),
    ...(kubeVersion === undefined ? [] : [`--kube-version=${kubeVersion}`]),
    ...apiVersions.map(version => `--api-versions=${quote(version)}`),
    '--include-crds',
    '--',
    release,
    files.native(source.path),
  ]
}

/** These flags take a line of comma-separated values, quoted as in CSV where they hold one (RFC 4180). */
function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
