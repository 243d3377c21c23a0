import { describe, expect, test } from 'vitest'
import { looksLikeManifest } from './looks-like-manifest.ts'

describe('a manifest', () => {
  test.each([
    ['block style', 'apiVersion: v1\nkind: Pod\n'],
    ['kind first, quoted keys', '"kind": Pod\n"apiVersion" : v1\n'],
    ['a byte order mark', '\uFEFFapiVersion: v1\nkind: Pod\n'],
    ['CRLF', 'apiVersion: v1\r\nkind: Pod\r\n'],
    ['the line ends of old Macs', 'apiVersion: v1\rkind: Pod\r'],
    ['comments and a marker first', '# hello\n\n---\n# more\napiVersion: v1\nkind: Pod\n'],
    ['in the second document only', 'a: 1\n---\napiVersion: v1\nkind: Pod\n'],
    ['wholly indented', '  apiVersion: v1\n  kind: Pod\n'],
    ['flow style', '{apiVersion: v1, kind: Pod}'],
    ['flow style over lines, behind the marker', '--- {apiVersion: v1,\n  kind: Pod}'],
    ['JSON', '{"kind": "Pod", "apiVersion": "v1"}'],
    ['JSON with a byte order mark', '\uFEFF {"kind": "Pod", "apiVersion": "v1"}'],
    ['two JSON documents', '{"kind":"Pod","apiVersion":"v1"}\n{"kind":"Pod","apiVersion":"v1"}'],
    ['lines that only YAML 1.1 ends', '# a\u2028apiVersion: v1\u0085kind: Pod\u2029metadata: {}\n'],
    ['keys behind question marks', '? apiVersion\n: v1\n? kind\n: Pod\n'],
    ['keys with escapes', '"\\x61piVersion": v1\n"\\u006bind": Pod\n'],
    ['a tag before braces', '!!map {apiVersion: v1, kind: Pod}\n'],
    ['an anchor behind the marker', '--- &x {apiVersion: v1, kind: Pod}\n'],
    ['tagged keys', '!!str apiVersion: v1\n&k kind: Pod\n'],
    ['a template of another tool', 'apiVersion: v1\nkind: Pod\nspec: {{ spec }}\n'],
  ])('%s', (_, text) => expect(looksLikeManifest(text)).toBe(true))
})

describe('no manifest', () => {
  test.each([
    ['nothing', ''],
    ['a Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'],
    ['a workflow', 'name: ci\non: push\njobs: {}\n'],
    ['values with a manifest in them', 'extra:\n  - apiVersion: v1\n    kind: Pod\n'],
    ['values with a manifest in a block scalar', 'extra: |\n  apiVersion: v1\n  kind: Pod\n'],
    ['the two keys in different documents', 'apiVersion: v1\n---\nkind: Pod\n'],
    ['a schema that describes one', '{"properties": {"apiVersion": {}, "kind": {}}}'],
    ['JSON with other types', '{"apiVersion": 1, "kind": {}}'],
    ['words in prose', 'apiVersion and kind are the keys of a manifest'],
    ['commented out', '# apiVersion: v1\n# kind: Pod\na: 1\n'],
  ])('%s', (_, text) => expect(looksLikeManifest(text)).toBe(false))
})
