import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const resources = 25
const propertiesEach = 1200
const workloads = 120

/** Writes a chart as operators have them: some 5 MB of custom resource definitions and a few dozen workloads. */
export async function writeSyntheticChart(folder: string): Promise<void> {
  const files: Record<string, string> = {
    'Chart.yaml': 'apiVersion: v2\nname: operator\nversion: 1.0.0\nappVersion: 1.0.0\n',
    'values.yaml': 'image: { registry: quay.io, repository: acme/operator, tag: 1.0.0 }\n',
    'templates/workloads.yaml': Array.from({ length: workloads }, (_, number) => workload(number)).join('---\n'),
  }
  for (let number = 0; number < resources; number++) files[`crds/resource-${number}.yaml`] = definition(number)
  for (const name of ['crds', 'templates']) await mkdir(join(folder, name), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}

function workload(number: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: part-${number} }
spec:
  selector: { matchLabels: { app: part-${number} } }
  template:
    metadata: { labels: { app: part-${number} } }
    spec:
      containers:
        - name: main
          image: '{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}'
`
}

function definition(number: number): string {
  const property = (_: unknown, at: number) => `                field${at}:
                  type: string
                  description: Field ${at} says what the controller does with the resource, in a sentence or two.
`
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: resources${number}.acme.example }
spec:
  group: acme.example
  names: { kind: Resource${number}, plural: resources${number} }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
${Array.from({ length: propertiesEach }, property).join('')}`
}
