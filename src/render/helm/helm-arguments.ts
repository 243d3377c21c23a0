import type { ChartSource } from '../../discover/types.ts'

/** What a render reads; absolute paths. */
export interface ChartFiles {
  readonly chart: string
  /** Last wins. */
  readonly values: readonly string[]
}

/**
 * The arguments of `helm template`, for helm 3 and 4. Names stand behind `--` or as `--flag=value`, so that none is
 * taken for a flag; paths are absolute, so that none is taken for a repository or a URL.
 */
export function helmArguments(source: ChartSource, { chart, values }: ChartFiles): readonly string[] {
  const { set, setString = [], release, namespace, kubeVersion, apiVersions } = source.options
  return [
    'template',
    `--namespace=${namespace}`,
    ...values.map(file => `--values=${quote(file)}`),
    ...set.map(assignment => `--set=${assignment}`),
    ...setString.map(assignment => `--set-string=${assignment}`),
    ...(kubeVersion === undefined ? [] : [`--kube-version=${kubeVersion}`]),
    ...apiVersions.map(version => `--api-versions=${quote(version)}`),
    '--include-crds',
    '--',
    release,
    chart,
  ]
}

/** These flags take a line of comma-separated values, quoted as in CSV where they hold one (RFC 4180). */
function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
