import { expect, test } from 'vitest'
import { isRemoteReference } from './remote-reference.ts'

test.each([
  'https://github.com/acme/platform//base?ref=v1',
  'HTTPS://example.com/a.yaml',
  'http://127.0.0.1:8080/a.yaml',
  ' https://example.com/a.yaml',
  'ssh://git@example.com/acme/platform',
  'file:///etc/kustomize',
  'git::https://example.com/acme/platform',
  'git@example.com:acme/platform.git',
  'org-1234@github.com:acme/platform',
  'github.com/acme/platform/base',
  'GitHub.com/acme/platform/base',
  'github.com:acme/platform',
  'example.com/acme/platform?ref=main',
])('%s is fetched', reference => expect(isRemoteReference(reference)).toBe(true))

test.each([
  '../base',
  'deployment.yaml',
  './github.com/base',
  'https/base',
  'a@b/base',
  'apiVersion: v1\nkind: Pod\nspec: https://example.com',
])('%j is local', reference => expect(isRemoteReference(reference)).toBe(false))
