/** What a program said of its failure, fit to be shown: where it is known, with the place. */
export interface ProgramMessage {
  readonly detail: string
  /** As the program names it. */
  readonly file?: string | undefined
  readonly line?: number | undefined
}

const longest = 2_000

/**
 * Takes the error out of what helm or kustomize wrote to stderr: without warnings before it, advice after it, control
 * characters and the absolute paths of this machine.
 */
export function programMessage(stderr: string, root: string): ProgramMessage {
  const detail = clean(stderr, root).slice(0, longest)
  const place = findPlace(detail)
  return place === undefined ? { detail } : { detail, ...place }
}

function clean(stderr: string, root: string): string {
  const lines = withoutControls(stderr).split('\n')
  const first = lines.findIndex(line => /^error:/i.test(line))
  const kept = (first === -1 ? lines.slice(-8) : lines.slice(first)).filter(line => !isNoise(line))
  return kept
    .join('\n')
    .replace(/^error: /i, '')
    .replaceAll(`${root}/`, '')
    .replaceAll(root, '.')
    .trim()
}

/** Terminal sequences, and all control characters but the line feed. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, '').replaceAll(/(?!\n)\p{Cc}/gu, '')
}

function isNoise(line: string): boolean {
  return /^Use --debug flag|^(?:level=|time=)|^WARNING: /.test(line)
}

/** `template: shop/templates/x.yaml:12:20: …`, `parse error at (shop/templates/x.tpl:3): …`, `execution error at (…:3:4)`. */
function findPlace(detail: string): Pick<ProgramMessage, 'file' | 'line'> | undefined {
  const template = /(?:template: |error at \()([^():\n]+):(\d+)(?::\d+)?[):]/.exec(detail)
  if (template !== null) return { file: template[1], line: Number(template[2]) }
  // The line of an error in rendered text is no line of the template.
  const rendered = /(?:YAML parse error on|error unmarshaling|unable to parse) ([^:\n]+\.(?:ya?ml|tpl|json)):/.exec(
    detail,
  )
  if (rendered !== null) return { file: rendered[1] }
  const values = /failed to parse ([^:\n]+):.*?(?:line (\d+))?(?=: |$)/.exec(detail)
  if (values === null) return undefined
  const line = /\bline (\d+)/.exec(detail)?.[1]
  return { file: values[1], line: line === undefined ? undefined : Number(line) }
}
