import { expect, test } from 'vitest'
import { nearHost } from './near-host.ts'

test.each([
  ['ghrc.io', 'ghcr.io'],
  ['ghcr.oi', 'ghcr.io'],
  ['gchr.io', 'ghcr.io'],
  ['ghcr.i', 'ghcr.io'],
  ['quayy.io', 'quay.io'],
  ['quat.io', 'quay.io'],
  ['docke.io', 'docker.io'],
  ['registry.k8.io', 'registry.k8s.io'],
  ['grc.io', 'gcr.io'],
  // one letter off from several, or from none that counts
  ['ncr.io', undefined],
  ['hcr.io', undefined],
  ['ghcr.io', undefined],
  ['eu.gcr.io', undefined],
  ['registry.acme.test', undefined],
  ['', undefined],
])('%s is meant to be %s', (host, known) => {
  expect(nearHost(host)).toBe(known)
})
