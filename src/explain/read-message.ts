import { jsonStatements } from './json-statements.ts'
import { lineStatements } from './line-statements.ts'

/** Characters of a paste that are read. */
const longest = 1 << 20
/** Statements that are read. */
const most = 5000

/** The single statements of a paste: an event's message, a waiting reason, a line of a log, several of them, or JSON. */
export function readMessage(paste: string): readonly string[] {
  const text = paste.slice(0, longest).replaceAll('\r\n', '\n').trim()
  return (jsonStatements(text) ?? lineStatements(unescaped(text)))
    .slice(0, most)
    .map(statement => statement.trim())
    .filter(Boolean)
}

// a piece of JSON, a Go log or a shell string: \" and \n are written out
function unescaped(text: string): string {
  if (!text.includes('\\"') && !text.includes('\\u003')) return text
  return text
    .replaceAll('\\\\', '\\')
    .replaceAll('\\"', '"')
    .replaceAll('\\n', '\n')
    .replaceAll('\\u003e', '>')
    .replaceAll('\\u003c', '<')
    .replaceAll('\\u0026', '&')
}
