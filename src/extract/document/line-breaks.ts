/**
 * The text with the line breaks of YAML 1.1 that YAML 1.2 lacks (NEL, LS, PS) as line feeds, one for one: go-yaml ends
 * lines and comments at them (`is_break` of its yamlprivateh.go), and a text may hide its content from us behind one.
 */
export function withPlainBreaks(text: string): string {
  return odd.test(text) ? text.replaceAll(odds, '\n') : text
}

const odd = /[\u0085\u2028\u2029]/
const odds = /[\u0085\u2028\u2029]/g
