import type { DemoHosts } from './chart.ts'
import type { DemoFiles } from './steps.ts'

/** The same workload as plain manifests, for where no helm can be had. */
export function demoManifests({ public: open, private: closed, busy }: DemoHosts): DemoFiles {
  return {
    'shop/web.yaml': deployment('web', `${open}/shop/web:1.27.33`),
    'shop/api.yaml': deployment(
      'api',
      `${closed}/shop/api:4.2.0`,
      '      # imagePullSecrets: [{ name: shop-registry }]\n',
    ),
    'shop/worker.yaml': deployment('worker', `${open}/shop/worker:2.9.0`),
    'shop/migrate.yaml': deployment('migrate', `${open}/tools/migrate:0.18.1`),
    'shop/cache.yaml': deployment('cache', `${busy}/mirror/cache:7.4.1`),
    'shop/registry-secret.yaml': secret(closed),
  }
}

const deployment = (name: string, image: string, pod = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-${name}
spec:
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
${pod}      containers:
        - name: ${name}
          image: ${image}
`

const secret = (host: string) => `apiVersion: v1
kind: Secret
metadata:
  name: shop-registry
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${host}":{"username":"deployer","password":"demo-only"}}}'
`
