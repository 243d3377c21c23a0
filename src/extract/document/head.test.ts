import { describe, expect, test } from 'vitest'
import { headOf } from './head.ts'

describe('headOf', () => {
  test.each([
    ['a plain object', 'apiVersion: v1\nkind: Pod\n', 'Pod'],
    ['the kind in the first line', 'kind: Pod\n', 'Pod'],
    ['the kind at the end', 'spec:\n  kind: x\nkind: Pod', 'Pod'],
    ['quotes, a comment and CRLF', '# Source: a.yaml\r\nkind: "Pod" # why\r\nspec: {}\r\n', 'Pod'],
    ['a byte order mark and a separator', '\uFEFF---\nkind: Pod\n', 'Pod'],
    ['a directive', '%YAML 1.2\n---\nkind: Pod\n', 'Pod'],
  ])('reads the kind of %s', (_, text, name) => {
    expect(headOf(text)).toEqual({ kind: 'object', name })
  })

  test.each([
    ['JSON', '{"kind": "Pod"}'],
    ['flow style', '--- {kind: Pod}\n'],
    ['an indented map', '  apiVersion: v1\n  kind: Pod\n'],
    ['a quoted key', '"kind": Pod\n'],
    ['an anchored kind', 'kind: &k Pod\n'],
    ['a kind on the next line', 'kind:\n  Pod\n'],
    ['two kinds', 'a: "\nkind: Foo\n"\nkind: Pod\n'],
    ['a list', '- kind: Pod\n'],
    ['a kind inside a text beside a quoted key', 'a: "\nkind: Foo\n"\n"kind": Pod\n'],
    ['a kind beside one behind a blank', 'kind: Foo\nkind : Pod\n'],
    ['a kind beside one behind a question mark', 'kind: Foo\n? kind\n: Pod\n'],
    ['a kind beside one with a tag', 'kind: Foo\n!!str kind: Pod\n'],
    ['a kind behind a line that only YAML 1.1 ends', 'kind: Foo\n# a\u0085kind: Pod\n'],
  ])('leaves %s to the parser', (_, text) => {
    expect(headOf(text)).toEqual({ kind: 'unclear' })
  })

  test.each([
    ['', 'empty'],
    ['# only\n\n---\n  # comments\n...\n', 'empty'],
    ['replicas: 3\n', 'none'],
  ])('tells that %j holds no object', (text, kind) => {
    expect(headOf(text)).toEqual({ kind })
  })
})
