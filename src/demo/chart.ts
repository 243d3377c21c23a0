/** What the demo's registries are called on this run: `host:port` each. */
export interface DemoHosts {
  readonly public: string
  readonly private: string
  readonly busy: string
}

/** The chart as it comes in the pull request, by path. Written for the demo; four things in it are wrong. */
export function demoChart(hosts: DemoHosts): Readonly<Record<string, string>> {
  return {
    'shop/Chart.yaml': chartYaml,
    'shop/values.yaml': valuesYaml(hosts),
    'shop/templates/web.yaml': deployment('web', 'web', 2),
    'shop/templates/api.yaml': deployment('api', 'api', 3),
    'shop/templates/worker.yaml': deployment('worker', 'worker', 1),
    'shop/templates/migrate.yaml': migrateJob,
    'shop/templates/cache.yaml': statefulSet,
    'shop/templates/registry-secret.yaml': registrySecret,
  }
}

const chartYaml = `apiVersion: v2
name: shop
description: A small web shop.
version: 1.8.0
appVersion: "1.27.3"
`

const workloads = (
  hosts: DemoHosts,
): readonly (readonly [key: string, host: string, repository: string, tag: string])[] => [
  ['web', hosts.public, 'shop/web', '1.27.33'],
  ['api', hosts.private, 'shop/api', '4.2.0'],
  ['worker', hosts.public, 'shop/worker', '2.9.0'],
  ['migrate', hosts.public, 'tools/migrate', '0.18.1'],
  ['cache', hosts.busy, 'mirror/cache', '7.4.1'],
]

const imageValues = (key: string, host: string, [repository, tag]: readonly [string, string]): string => `${key}:
  image:
    registry: ${host}
    repository: ${repository}
    tag: "${tag}"
`

const loginValues = `# The login for the private registry.
registryLogin:
  create: false
  username: deployer
  password: demo-only
`

function valuesYaml(hosts: DemoHosts): string {
  const images = workloads(hosts).map(([key, host, ...image]) => imageValues(key, host, image))
  return ['# Images of the shop.', ...images, loginValues].join('\n')
}

const image = (key: string) =>
  `"{{ .Values.${key}.image.registry }}/{{ .Values.${key}.image.repository }}:{{ .Values.${key}.image.tag }}"`

const pullSecrets = `      {{- if .Values.registryLogin.create }}
      imagePullSecrets:
        - name: {{ .Release.Name }}-registry
      {{- end }}
`

const deployment = (name: string, key: string, replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-${name}
spec:
  replicas: ${replicas}
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
${name === 'api' ? pullSecrets : ''}      containers:
        - name: ${name}
          image: ${image(key)}
          ports:
            - containerPort: 8080
`

const migrateJob = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations:
    helm.sh/hook: pre-upgrade
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: ${image('migrate')}
`

const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ .Release.Name }}-cache
spec:
  serviceName: cache
  selector:
    matchLabels: { app: cache }
  template:
    metadata:
      labels: { app: cache }
    spec:
      containers:
        - name: cache
          image: ${image('cache')}
`

const registrySecret = `{{- if .Values.registryLogin.create }}
apiVersion: v1
kind: Secret
metadata:
  name: {{ .Release.Name }}-registry
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: {{ printf "{\\"auths\\":{%q:{\\"username\\":%q,\\"password\\":%q}}}" .Values.api.image.registry .Values.registryLogin.username .Values.registryLogin.password | b64enc }}
{{- end }}
`
