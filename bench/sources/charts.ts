import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One render that the charts call for. */
export interface PlannedRender {
  readonly chart: string
  readonly values?: string | undefined
}

const distinctImages = 300

/** The images that the charts name, below a registry's host. */
export function imageNames(): readonly string[] {
  return Array.from({ length: distinctImages }, (_, number) => `team/app-${number}`)
}

/**
 * Writes small charts as a repository of many services has them: helper templates in each, a subchart in every fifth, a
 * second set of values in every fourth, some ten uses of images each. Gives the renders that they call for.
 */
export async function writeCharts(root: string, count: number, host: string): Promise<readonly PlannedRender[]> {
  const renders: PlannedRender[] = []
  for (let number = 0; number < count; number++) {
    const chart = join(root, `services/group-${number % 20}/service-${number}`)
    for (const [name, text] of Object.entries(filesOf(number, host))) {
      await mkdir(dirname(join(chart, name)), { recursive: true })
      await writeFile(join(chart, name), text)
    }
    renders.push({ chart })
    if (number % 4 === 0) renders.push({ chart, values: join(chart, 'values-prod.yaml') })
  }
  return renders
}

function filesOf(number: number, host: string): Readonly<Record<string, string>> {
  const name = `service-${number}`
  return {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.${number}.0\nappVersion: v1\n`,
    'values.yaml': values(number, host),
    'README.md': `# ${name}\n`,
    'templates/_helpers.tpl': helpers(name),
    'templates/web.yaml': web(name),
    'templates/worker.yaml': worker(name),
    'templates/jobs.yaml': jobs(name),
    'templates/service.yaml': service(name),
    'templates/config.yaml': config(name),
    ...(number % 4 === 0 && { 'values-prod.yaml': `replicas: 4\nimage: { repository: ${image(number + 3)} }\n` }),
    ...(number % 5 === 0 && subchart(number, host)),
  }
}

function image(number: number): string {
  return `team/app-${number % distinctImages}`
}

function values(number: number, host: string): string {
  const parts = ['proxy', 'setup', 'worker', 'agent', 'migrate', 'report', 'smoke']
  return `replicas: 2
image: { registry: '${host}', repository: ${image(number)}, tag: '' }
${parts.map((part, at) => `${part}: { image: { registry: '${host}', repository: ${image(number + at)}, tag: v1 } }\n`).join('')}
resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
podSecurityContext: { runAsNonRoot: true, fsGroup: 1000 }
`
}

function helpers(name: string): string {
  return `{{- define "${name}.fullname" -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end }}
{{- define "${name}.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- define "${name}.image" -}}
{{- printf "%s/%s:%s" .image.registry .image.repository (.image.tag | default .root.Chart.AppVersion) -}}
{{- end }}
`
}

function container(name: string, part: string, from: string): string {
  return `        - name: ${part}
          image: {{ include "${name}.image" (dict "image" .Values.${from} "root" .) }}
          resources: {{- toYaml .Values.resources | nindent 12 }}
`
}

function pod(name: string, initial: string, containers: string): string {
  return `    metadata:
      labels: {{- include "${name}.labels" . | nindent 8 }}
    spec:
      securityContext: {{- toYaml .Values.podSecurityContext | nindent 8 }}
${initial === '' ? '' : `      initContainers:\n${initial}`}      containers:
${containers}`
}

function deployment(name: string, part: string, template: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "${name}.fullname" . }}-${part}
  labels: {{- include "${name}.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app.kubernetes.io/name: {{ .Chart.Name }} } }
  template:
${template}`
}

function web(name: string): string {
  const containers = container(name, 'web', 'image') + container(name, 'proxy', 'proxy.image')
  return deployment(name, 'web', pod(name, container(name, 'setup', 'setup.image'), containers))
}

function worker(name: string): string {
  const containers = container(name, 'worker', 'worker.image') + container(name, 'agent', 'agent.image')
  return deployment(name, 'worker', pod(name, '', containers))
}

function jobs(name: string): string {
  const job = (part: string, hook: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "${name}.fullname" . }}-${part}
  annotations: { helm.sh/hook: ${hook} }
spec:
  template:
${pod(name, '', container(name, part, `${part}.image`))}      restartPolicy: Never
`
  return [job('migrate', 'pre-upgrade'), job('report', 'post-install'), job('smoke', 'test')].join('---\n')
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: {{ include "${name}.fullname" . }} }
spec: { selector: { app.kubernetes.io/name: {{ .Chart.Name }} }, ports: [{ port: 80, targetPort: 8080 }] }
`
}

function config(name: string): string {
  const entries = Array.from({ length: 40 }, (_, at) => `  SETTING_${at}: {{ printf "%s-${at}" .Release.Name }}\n`)
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: {{ include "${name}.fullname" . }} }
data:
${entries.join('')}`
}

function subchart(number: number, host: string): Readonly<Record<string, string>> {
  const name = 'cache'
  const from = `image: { registry: '${host}', repository: ${image(number + 9)}, tag: v1 }\n`
  const rest = 'replicas: 1\nresources: {}\npodSecurityContext: {}\n'
  const containers = container(name, 'cache', 'image') + container(name, 'metrics', 'image')
  return {
    'charts/cache/Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: v1\n`,
    'charts/cache/values.yaml': from + rest,
    'charts/cache/templates/_helpers.tpl': helpers(name),
    'charts/cache/templates/cache.yaml': deployment(name, 'cache', pod(name, '', containers)),
  }
}
