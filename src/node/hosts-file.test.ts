import { describe, expect, test } from 'vitest'
import { parseHostsFile } from './hosts-file.ts'

function parsed(text: string) {
  const file = parseHostsFile(text)
  if (file.kind === 'discarded') throw new Error(file.why)
  return file.hosts
}

test('hosts are tried in the order of their tables, then server', () => {
  const hosts = parsed(`
server = "https://registry-1.docker.io"
[host."https://b.test"]
[host."https://b.test".header]
x-key = ["one", "two"]
[host."http://a.test:5000/proxy"]
capabilities = ["pull"]
`)
  expect(hosts).toMatchObject([
    { address: { scheme: 'https', authority: 'b.test', path: '/v2' }, headers: { 'x-key': 'one, two' } },
    { address: { scheme: 'http', authority: 'a.test:5000', path: '/proxy/v2' }, pulls: true, resolves: false },
    { address: { authority: 'registry-1.docker.io' }, pulls: true, resolves: true },
  ])
})

test('without server the registry itself comes last, and can do everything', () => {
  expect(parsed('capabilities = ["push"]')).toMatchObject([{ address: undefined, pulls: true, resolves: true }])
})

test('a host without a table of its own is not in the order', () => {
  expect(parsed('[host]\n"https://a.test" = { capabilities = ["pull"] }')).toHaveLength(1)
})

test.each([
  ['a.test', { scheme: 'https', authority: 'a.test', path: '/v2' }],
  ['https://a.test/', { path: '/v2' }],
  ['https://a.test/v2/', { path: '/v2' }],
  ['https://a.test:443', { authority: 'a.test' }],
])('the server %s is asked at %o', (server, address) => {
  expect(parsed(`server = "${server}"`)).toMatchObject([{ address }])
})

test('override_path leaves the path as it is', () => {
  expect(parsed('server = "https://a.test/x"\noverride_path = true')).toMatchObject([{ address: { path: '/x' } }])
})

test('certificates are one file, several, or pairs', () => {
  expect(parsed('ca = ["a", "b"]\nclient = ["both.pem", ["c", "k"]]')).toMatchObject([
    {
      ca: ['a', 'b'],
      client: [
        ['both.pem', ''],
        ['c', 'k'],
      ],
    },
  ])
})

describe('one fault discards the file, and the line is named', () => {
  test.each([
    ['server = "a"\n[host."https://b.test"]\ncapabilities = ["pull", "fetch"]', 'unknown capability fetch', 3],
    ['server = "a"\nskip_verify = "yes"', 'skip_verify', 2],
    ['server = 5', 'server', 1],
    ['ca = 5', 'ca', 1],
    ['client = [["one"]]', 'client', 1],
    ['dial_timeout = "soon"', 'soon', 1],
    ['[header]\nx = 5', 'x', 2],
    ['server = "https://a b"', 'a b', 1],
    ['server = ', '', 1],
  ])('%s', (text, why, line) => {
    const file = parseHostsFile(text)
    expect(file).toMatchObject({ kind: 'discarded', line })
    expect(file.kind === 'discarded' && file.why).toContain(why)
  })
})

test('a file of thousands of hosts is cut', () => {
  const hosts = Array.from({ length: 5000 }, (_, at) => `[host."https://m${at}.test"]`)
  expect(parsed(hosts.join('\n')).length).toBeLessThan(50)
})
