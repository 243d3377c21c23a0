import { expect, test } from 'vitest'
import { fullName } from './full-name.ts'
import { parseRegistriesConf } from './registries-conf.ts'

const aliases = '[aliases]\nnginx = "quay.io/acme/nginx"\n"acme/web" = "docker.io/web"\nredis = ""\n'

function nameOf(written: string, text: string): string {
  const parsed = parseRegistriesConf(text)
  if (parsed.kind === 'invalid') return parsed.why
  const name = fullName(written, parsed.conf)
  return name.kind === 'name' ? `${name.domain}/${name.path}` : `ambiguous: ${name.registries.join(' ')}`
}

// containers/image pkg/shortnames/shortnames.go
test.each([
  ['ghcr.io/acme/web:1', '', 'ghcr.io/acme/web'],
  ['localhost/web', '', 'localhost/web'],
  ['docker.io/nginx', '', 'docker.io/library/nginx'],
  ['nginx:1.27', aliases, 'quay.io/acme/nginx'],
  [`nginx@sha256:${'0'.repeat(64)}`, aliases, 'quay.io/acme/nginx'],
  ['acme/web', aliases, 'docker.io/library/web'],
  ['library/nginx', aliases, 'ambiguous: '],
  ['nginx', '', 'ambiguous: '],
  ['nginx', 'unqualified-search-registries = ["docker.io"]', 'docker.io/library/nginx'],
  ['acme/web', 'unqualified-search-registries = ["registry.test:5000"]', 'registry.test:5000/acme/web'],
  ['nginx', 'unqualified-search-registries = ["docker.io", "quay.io"]', 'ambiguous: docker.io quay.io'],
  ['redis', `unqualified-search-registries = ["quay.io"]\n${aliases}`, 'quay.io/redis'],
  ['nginx', '[registries.search]\nregistries = ["quay.io"]', 'quay.io/nginx'],
  ['nginx', '[aliases]\nnginx = "quay.io/nginx:1"', 'invalid alias quay.io/nginx:1'],
  ['nginx', '[aliases]\nnginx = "acme/nginx"', 'invalid alias acme/nginx'],
])('%s under %j is %s', (written, text, name) => {
  expect(nameOf(written, text)).toBe(name)
})
