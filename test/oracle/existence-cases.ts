import { realImage, realIndex } from './real-image.ts'
import type { PullCase } from './pull-case.ts'

const nowhere = `sha256:${'0'.repeat(64)}`

/** What is there and what is not, and registries that give no answer. */
export const existenceCases: readonly PullCase[] = [
  {
    name: 'a tag that is missing',
    verdict: 'unpullable',
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${open.host}/${repository}:v2` }
    },
  },
  {
    name: 'a repository that is missing',
    verdict: 'unpullable',
    lay: ({ open }, repository) => ({ image: `${open.host}/${repository}:v1` }),
  },
  {
    name: 'no tag stands for latest',
    verdict: 'unpullable',
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${open.host}/${repository}` }
    },
  },
  {
    name: 'a digest that is missing',
    verdict: 'unpullable',
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${open.host}/${repository}@${nowhere}` }
    },
  },
  {
    name: 'the digest counts beside a tag that is missing',
    verdict: 'pullable',
    lay: ({ open }, repository) => {
      const digest = open.push(repository, 'v1', realIndex(repository, ['linux/amd64']))
      return { image: `${open.host}/${repository}:v9@${digest}` }
    },
  },
  {
    name: 'the digest counts beside a tag that is there',
    verdict: 'unpullable',
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${open.host}/${repository}:v1@${nowhere}` }
    },
  },
  ...(['error-500', 'error-503', 'limited-seconds'] as const).map((fault): PullCase => ({
    name: `a registry that answers ${fault}`,
    verdict: 'unknown',
    pulls: false,
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', realImage({ name: repository }))
      open.fault({ repository }, fault)
      return { image: `${open.host}/${repository}:v1` }
    },
  })),
  {
    name: 'a registry where nothing listens',
    verdict: 'unknown',
    pulls: false,
    lay: ({ closed }, repository) => ({ image: `${closed}/${repository}:v1` }),
  },
  {
    name: 'HTTPS on loopback, which is not verified',
    verdict: 'pullable',
    holds: 'since 1.7',
    lay: ({ tls }, repository) => {
      tls.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${tls.host}/${repository}:v1` }
    },
  },
  {
    name: 'an expired certificate on loopback, which is not verified',
    verdict: 'pullable',
    holds: 'since 1.7',
    lay: ({ expired }, repository) => {
      expired.push(repository, 'v1', realImage({ name: repository }))
      return { image: `${expired.host}/${repository}:v1` }
    },
  },
]
