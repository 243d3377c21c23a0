import { describe, expect, test } from 'vitest'
import { parseAssignment } from './parse-assignment.ts'

describe('parseAssignment', () => {
  test.each<readonly [string, readonly string[]]>([
    ['image.tag=1.2', ['["image","tag"] 1.2']],
    ['a=1,b.c=2', ['["a"] 1', '["b","c"] 2']],
    [String.raw`web\.image.tag=1`, ['["web.image","tag"] 1']],
    [String.raw`a=x\,y,b=z`, [String.raw`["a"] x\,y`, '["b"] z']],
    ['a={x,y},b=z', ['["a",0] x', '["a",1] y', '["b"] z']],
    ['jobs[1].image=web:1', ['["jobs",1,"image"] web:1']],
    ['a[0][1]=x', ['["a",0,1] x']],
    ['a=', ['["a"] ']],
    ['a=b=c', ['["a"] b=c']],
    ['a', []],
    ['a[x]=1', []],
    ['a.b', []],
    ['=x', []],
    ['a={x', ['["a",0] x']],
    [String.raw`a=x\\`, [String.raw`["a"] x\\`]],
    ['', []],
    [`${'a.'.repeat(31)}a={x}`, []],
  ])('%j', (text, expected) => {
    const settings = parseAssignment(text)
    expect(settings.map(({ path, start, end }) => `${JSON.stringify(path)} ${text.slice(start, end)}`)).toEqual(
      expected,
    )
  })

  test('takes the backslashes out of values', () => {
    expect(parseAssignment(String.raw`a=x\,y`)[0]?.value).toBe('x,y')
  })
})
