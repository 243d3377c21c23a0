/** For tests: the object that has `leaf` at a path of the table. */
export function objectAt(path: string, leaf: unknown): unknown {
  const [step = '', ...rest] = path.split('.')
  const below = rest.length === 0 ? leaf : objectAt(rest.join('.'), leaf)
  const key = step === '*' ? 'any' : step.replace('[]', '')
  return { [key]: step.endsWith('[]') ? [below] : below }
}
