import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingCodes } from '../judge/codes.ts'
import { plain } from '../report/views/text/palette.ts'
import { triageCodes } from '../triage/code-list.ts'
import { answer } from './answer.ts'
import { explainMessage } from './explain-message.ts'
import { answerJson } from './json.ts'
import { answerMarkdown } from './markdown.ts'
import { answerText } from './text.ts'

const notFound =
  'Failed to pull image "ghcr.io/acme/web:1.27.33": rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found'

describe('explain', () => {
  test.each([...findingCodes, ...triageCodes])('has a page for %s', code => {
    const found = answer(code)
    expect(found).toMatchObject({ kind: 'page', page: { code } })
    expect(answerText(found, { palette: plain, width: 80 })).toContain('How to fix it')
    expect(JSON.parse(answerJson(found))).toMatchObject({ causes: [{ code, likelihood: 'certain' }] })
  })

  test.each([
    ['tag-not-fond', 'tag-not-found'],
    ['tag_not_found_', 'tag-not-found'],
    ['Platform-Missing', 'platform-missing'],
    ['pullsecret-missing', 'pull-secret-missing'],
    ['oom', undefined],
    ['xyzzy', undefined],
  ])('guesses what %s was meant to be', (written, nearest) => {
    expect(answer(written)).toEqual({ kind: 'unknown-code', code: written, nearest })
  })

  test.each(['the pod is sad', '', '{}', 'Successfully pulled image "nginx" in 1.2s'])(
    'does not make a cause of %j',
    text => {
      expect(answer(text).kind).toBe('not-recognised')
    },
  )

  test('lists all codes without an argument', () => {
    const found = answer(undefined)
    for (const code of [...findingCodes, ...triageCodes]) {
      expect(answerText(found, { palette: plain })).toContain(`  ${code} `)
      expect(answerMarkdown(found)).toContain(`\`${code}\``)
    }
  })

  test('names what the text cannot tell apart, with the command that can', () => {
    expect(answerText(answer(notFound), { palette: plain, width: 100 })).toMatchInlineSnapshot(`
      "image     ghcr.io/acme/web:1.27.33
      says      Failed to pull image "ghcr.io/acme/web:1.27.33": rpc error: code = NotFound desc = failed
                to pull and unpack image "ghcr.io/acme/web:1.27.33": failed to resolve reference
                "ghcr.io/acme/web:1.27.33": ghcr.io/acme/web:1.27.33: not found

      tag-not-found  (likely, layer existence)
        The repository has no such tag.
        The repository is there; this tag is not in it.
        $ crane ls ghcr.io/acme/web | sort -V | tail # is the tag there?

      repository-not-found  (possible, layer existence)
        There is no such repository.
        $ crane ls ghcr.io/acme/web # NAME_UNKNOWN: there is no such repository

      not-found-or-private  (possible, layer auth)
        The image does not exist or is private, and nothing lets the nodes in.
        $ crane digest ghcr.io/acme/web:1.27.33 # with your login: found means private, refused means misspelt or not yours

      The text does not tell these apart; the commands do, the most likely first. \`will-it-pull explain
      tag-not-found\` says how to prove and mend it.
      "
    `)
  })

  test('gives the contract as JSON', () => {
    expect(JSON.parse(answerJson(answer(notFound)))).toMatchObject({
      image: 'ghcr.io/acme/web:1.27.33',
      causes: [
        { code: 'tag-not-found', layer: 'existence', likelihood: 'likely', check: expect.stringContaining('crane ls') },
        { code: 'repository-not-found', layer: 'existence', likelihood: 'possible', check: expect.any(String) },
        { code: 'not-found-or-private', layer: 'auth', likelihood: 'possible', check: expect.any(String) },
      ],
    })
  })

  test('says where the cause stands when the text has none', () => {
    expect(answerText(answer('ImagePullBackOff'), { palette: plain })).toContain('kubectl describe pod')
  })
})

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    '\u001b]0;x\u0007',
    '::error::x',
    '`',
    '```',
    '\n',
    ' ',
    'image "',
    '"',
    "$(id)';",
    'not found',
    'Failed to pull image "',
    '<img src=x>',
    '@everyone',
    '|',
  )
  const hostile = fc
    .array(fc.oneof(pieces, fc.string()))
    .map(parts => `Failed to pull image "${parts.join('')}": not found`)

  test('acts on no terminal and ends no code block', () => {
    fc.assert(
      fc.property(hostile, text => {
        const found = answer(text)
        expect(answerText(found, { palette: plain })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|^\s*::/m)
        const outside = outsideBlocks(answerMarkdown(found))
        expect(outside.filter(line => line.startsWith('### '))).toHaveLength(3)
        expect(outside.join('\n')).not.toContain('<img')
      }),
    )
  })

  test('never leaves the quotes of a command', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), text => {
        const word = text.replace(/["\s]/g, '')
        const { causes } = explainMessage(`Failed to pull image "x${word}": manifest unknown`)
        const [check = ''] = causes.map(cause => cause.check)
        expect(check.replace(/ #.*$/s, '').replaceAll(/'[^']*'|\\'/g, '')).toMatch(/^[\w@%+=:,./ |-]*$/)
      }),
    )
  })

  test.each([
    ['a megabyte of one character', 'a'.repeat(1 << 20)],
    ['a megabyte of beginnings', 'Failed to pull image "x": '.repeat(40_000)],
    ['lines without end', 'Failed to pull\n'.repeat(70_000)],
    ['deep JSON', `${'['.repeat(100_000)}1${']'.repeat(100_000)}`],
    ['blanks', `failed to fetch oauth token: ${' '.repeat(1 << 20)}403x`],
  ])('is read in bounded time: %s', (_, text) => {
    // of the processor, since the machine may be busy with other tests
    const start = process.cpuUsage()
    explainMessage(text)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
  })
})

/** The lines of Markdown that stand in no fenced block (CommonMark, 4.5). */
function outsideBlocks(markdown: string): readonly string[] {
  let fence = 0
  return markdown.split('\n').filter(line => {
    const [, run = ''] = /^(`{3,})[^`]*$/.exec(line) ?? []
    const isFence = fence === 0 ? run !== '' : run.length >= fence && line === run
    if (isFence) fence = fence === 0 ? run.length : 0
    return !isFence && fence === 0
  })
}
