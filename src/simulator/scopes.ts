import type { Ask } from './ask.ts'

/** The scopes of a token request: repeated in the query of a GET, separated by spaces in the form of a POST. */
export function scopesOf(ask: Pick<Ask, 'method' | 'url' | 'body'>): string[] {
  const asked = ask.method === 'POST' ? new URLSearchParams(ask.body) : ask.url.searchParams
  return asked.getAll('scope').flatMap(scope => scope.split(' ').filter(Boolean))
}
