import type { StyleName } from '../../src/simulator/auth/styles.ts'

/** A well-known registry: its name in references, how it asks for logins, and where its tokens come from. */
export interface Service {
  readonly registry: string
  readonly style: StyleName
  readonly tokenOrigin?: string
  /** What a refusal means for nodes whose logins were not declared. */
  readonly nodes: 'public' | 'cloud' | 'other'
}

export const services = {
  hub: { registry: 'docker.io', style: 'hub', tokenOrigin: 'https://auth.docker.io', nodes: 'public' },
  ghcr: { registry: 'ghcr.io', style: 'ghcr', nodes: 'public' },
  quay: { registry: 'quay.io', style: 'quay', nodes: 'public' },
  gitlab: { registry: 'registry.gitlab.com', style: 'gitlab', tokenOrigin: 'https://gitlab.com', nodes: 'public' },
  'ecr-public': { registry: 'public.ecr.aws', style: 'ecr-public', nodes: 'public' },
  nvcr: { registry: 'nvcr.io', style: 'nvcr', nodes: 'public' },
  gar: { registry: 'europe-docker.pkg.dev', style: 'gar', nodes: 'cloud' },
  ecr: { registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', style: 'ecr', nodes: 'cloud' },
  acr: { registry: 'acme.azurecr.io', style: 'acr', nodes: 'cloud' },
  harbor: { registry: 'harbor.test', style: 'harbor', nodes: 'other' },
  artifactory: { registry: 'artifactory.test', style: 'artifactory', nodes: 'other' },
  nexus: { registry: 'nexus.test:8443', style: 'nexus', nodes: 'other' },
  gitea: { registry: 'gitea.test', style: 'gitea', nodes: 'other' },
  zot: { registry: 'zot.test:5000', style: 'zot', nodes: 'other' },
  htpasswd: { registry: 'registry.test:5000', style: 'htpasswd', nodes: 'other' },
  distribution: { registry: 'registry.test', style: 'distribution', nodes: 'other' },
  redhat: { registry: 'registry.redhat.io', style: 'redhat', nodes: 'other' },
} as const satisfies Record<string, Service>

export type ServiceName = keyof typeof services
