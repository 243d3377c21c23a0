import type { Answer } from '../answers/types.ts'

/** An answer in a few words, for tables. */
export function summaryOf(answer: Answer<unknown>): string {
  switch (answer.kind) {
    case 'found':
      return ['found', ...wordsOf(answer.value)].join(' ')
    case 'absent':
      return ['absent', answer.missing, ...answer.codes].join(' ')
    case 'refused':
      return ['refused', answer.status, 'by', answer.by, ...(answer.tokenIssued ? ['after a token'] : [])].join(' ')
    case 'blocked':
      return `blocked ${answer.status} about the ${answer.about}`
    case 'limited':
      return `limited ${answer.quota}`
    case 'failed':
      return `failed ${answer.failure} at ${answer.at}`
  }
}

function wordsOf(value: unknown): readonly string[] {
  const fields = typeof value === 'object' && value !== null ? value : {}
  if ('tags' in fields && Array.isArray(fields.tags)) {
    const complete = 'complete' in fields && fields.complete === true
    return [String(fields.tags.length), 'tags', ...(complete ? [] : ['cut'])]
  }
  return ['kind', 'why', 'os', 'architecture', 'size'].flatMap(name => {
    const word: unknown = Reflect.get(fields, name)
    return typeof word === 'string' || typeof word === 'number' ? [String(word)] : []
  })
}
