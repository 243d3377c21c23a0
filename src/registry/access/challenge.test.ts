import { expect, test } from 'vitest'
import { parseChallenges } from './challenge.ts'

const bearer = { scheme: 'bearer', realm: 'https://auth.test/token', service: 'registry.test' }

test.each([
  ['no header', undefined, []],
  ['a blank header', '', []],
  ['only separators', ' , ,', []],
  ['one bearer', 'Bearer realm="https://auth.test/token",service="registry.test"', [bearer]],
  ['odd case and spaces', 'BEARER  Realm = "https://auth.test/token" , SERVICE=registry.test', [bearer]],
  [
    'a comma inside quotes',
    'Bearer realm="https://a.test/t",scope="repository:acme/web:pull,push"',
    [{ scheme: 'bearer', realm: 'https://a.test/t', scope: 'repository:acme/web:pull,push' }],
  ],
  [
    'two challenges on one line',
    'Bearer realm="https://a.test/t",scope="*",Basic realm="Gitea"',
    [
      { scheme: 'bearer', realm: 'https://a.test/t', scope: '*' },
      { scheme: 'basic', realm: 'Gitea' },
    ],
  ],
  [
    'two header lines, one without parameters',
    ['Bearer realm="https://a.test/t"', 'Basic'],
    [{ scheme: 'bearer', realm: 'https://a.test/t' }, { scheme: 'basic' }],
  ],
  ['escaped quotes', 'Basic realm="a \\"b\\" c"', [{ scheme: 'basic', realm: 'a "b" c' }]],
  [
    'an unquoted realm',
    'Bearer realm=https://a.test/t,service=x',
    [{ scheme: 'bearer', realm: 'https://a.test/t', service: 'x' }],
  ],
  ['a quote that never closes', 'Bearer realm="https://a.test', [{ scheme: 'bearer', realm: 'https://a.test' }]],
  ['a repeated parameter: the first counts', 'Bearer realm="a", realm="b"', [{ scheme: 'bearer', realm: 'a' }]],
  ['a parameter before any scheme', 'realm="x", Basic', [{ scheme: 'basic' }]],
  ['characters that belong nowhere', '@@ Basic realm="x" (', [{ scheme: 'basic', realm: 'x' }]],
] as const)('reads %s', (_, header, expected) => {
  const found = parseChallenges(header).map(({ scheme, parameters }) => ({ scheme, ...Object.fromEntries(parameters) }))
  expect(found).toEqual(expected)
})

test('a long hostile header is read in linear time', () => {
  const started = performance.now()
  parseChallenges(`Bearer ${'realm="'.repeat(9000)}`)
  expect(performance.now() - started).toBeLessThan(2000)
})
