import { describe, expect, test } from 'vitest'
import { programMessage } from './program-message.ts'

const advice = '\n\nUse --debug flag to render out invalid YAML\n'

describe('the place of an error', () => {
  test.each([
    [
      'helm 3, a nil pointer',
      `Error: template: shop/templates/x.yaml:2:13: executing "shop/templates/x.yaml" at <.Values.a.b>: nil pointer${advice}`,
      { file: 'shop/templates/x.yaml', line: 2 },
    ],
    [
      'helm 4, a nil pointer',
      `Error: shop/templates/x.yaml:2:13\n  executing "shop/templates/x.yaml" at <.Values.a.b>:\n    nil pointer${advice}`,
      { file: 'shop/templates/x.yaml', line: 2 },
    ],
    [
      'an include, the innermost',
      'Error: template: shop/templates/x.yaml:3:4: executing "x" at <include "y" .>: error calling include: template: shop/templates/_y.tpl:12:5: executing',
      { file: 'shop/templates/_y.tpl', line: 12 },
    ],
    [
      'a parse error',
      `Error: parse error at (shop/templates/x.yaml:7): function "foo" not defined${advice}`,
      { file: 'shop/templates/x.yaml', line: 7 },
    ],
    [
      'fail and required',
      `Error: execution error at (shop/templates/x.yaml:1:3): give a zone${advice}`,
      { file: 'shop/templates/x.yaml', line: 1 },
    ],
    [
      'rendered YAML, whose line is none of the template',
      `Error: YAML parse error on shop/templates/x.yaml: error converting YAML to JSON: yaml: line 4: mapping values are not allowed${advice}`,
      { file: 'shop/templates/x.yaml' },
    ],
    [
      'a values file',
      'Error: failed to parse /repo/env/prod.yaml: error converting YAML to JSON: yaml: line 2: did not find',
      { file: 'env/prod.yaml', line: 2 },
    ],
    [
      'values.yaml',
      'Error: cannot load values.yaml: error converting YAML to JSON: yaml: line 3: did not find',
      { file: 'values.yaml', line: 3 },
    ],
    ['none', 'Error: chart requires kubeVersion: >=1.99 which is incompatible with Kubernetes v1.32.0', {}],
  ])('%s', (_, stderr, place) => {
    const { detail, ...rest } = programMessage(stderr, '/repo')
    expect(rest).toEqual(place)
    expect(detail).not.toMatch(/--debug|^Error|\/repo/)
  })
})

describe('the text', () => {
  test.each([
    ['drops warnings before the error', 'walk.go:75: found symbolic link\nlevel=INFO msg=x\nError: no\n', 'no'],
    [
      'keeps the lines of the error',
      'Error: values are wrong:\nshop:\n- zone is required\n\n',
      'values are wrong:\nshop:\n- zone is required',
    ],
    [
      'shortens our paths',
      "Error: open '/repo/a b/x.yaml' in /repo: no such file",
      "open 'a b/x.yaml' in .: no such file",
    ],
    ['keeps the end where nothing is called an error', 'a\npanic: b\n', 'a\npanic: b'],
    ['loses terminal sequences and control characters', 'Error: \u001B[31mred\u001B[0m\u0007\r\u009B1m\n', 'red1m'],
    ['may be empty', '', ''],
  ])('%s', (_, stderr, detail) => expect(programMessage(stderr, '/repo').detail).toBe(detail))

  test('is short, and keeps beginning and end', () => {
    const { detail } = programMessage(`Error: begin ${'x'.repeat(900_000)} end`, '/repo')
    expect(detail).toMatch(/^begin x+ … x+ end$/)
    expect(detail.length).toBeLessThan(2_000)
  })
})
