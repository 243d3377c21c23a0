// what template engines, shells and Go's fmt leave behind when a value is missing, in the order of certainty
const leftovers = [
  /\{\{[^}]{0,200}(?:\}\})?/, // {{ .Values.image }}
  /\$\{[^}]{0,200}\}?/, // ${TAG}
  /\$\([^)]{0,200}\)?/, // $(TAG)
  /<no value>|<nil>/i, // a missing value, printed by Go's text/template
  /%!\w?\([^)]{0,200}\)?/, // %!s(<nil>): a missing value, printed by Go's fmt
  /\{[^}]{0,200}\}/, // {tag}
  /<[^>]{0,200}>/, // <tag>
  /\$\w+/, // $TAG
  /%\w+%/, // %TAG%
  /@\w+@/, // @TAG@
]

/** The first piece of a text that a template was meant to replace; undefined if there is none. */
export function residue(text: string): string | undefined {
  for (const leftover of leftovers) {
    const found = leftover.exec(text)
    if (found !== null) return found[0]
  }
  return undefined
}
