/** What a program said of its failure, fit to be shown: where it is known, with the place. */
export interface ProgramMessage {
  readonly detail: string
  /** As the program names it. */
  readonly file?: string | undefined
  readonly line?: number | undefined
}

const longest = 1_600

/**
 * Takes the error out of what helm or kustomize wrote to stderr: without warnings before it, advice after it, control
 * characters and the absolute paths of this machine: those of the repository, and of our private folders.
 */
export function programMessage(stderr: string, root: string): ProgramMessage {
  const detail = clean(stderr, root)
  return { detail: shorten(detail), ...findPlace(detail) }
}

function clean(stderr: string, root: string): string {
  const lines = withoutControls(stderr).split('\n')
  const first = lines.findIndex(line => /^error:/i.test(line))
  const kept = (first === -1 ? lines.slice(-8) : lines.slice(first)).filter(line => !isNoise(line))
  const text = kept.join('\n').replace(/^error: /i, '')
  return withoutOwnFolders(text.replaceAll(`${root}/`, '').replaceAll(root, '.')).trim()
}

/** Our private folders have such names (`createScratch`); bounded, since the text may be one long word. */
function withoutOwnFolders(text: string): string {
  return text.includes('/will-it-pull-') ? text.replaceAll(/[^\s"'(]{0,200}\/will-it-pull-\w{6}\//g, '') : text
}

/** Terminal sequences, and all control characters but the line feed. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, '').replaceAll(/(?!\n)\p{Cc}/gu, '')
}

function isNoise(line: string): boolean {
  return /^Use --debug flag|^(?:level|time)=|^WARNING: /.test(line)
}

/** The beginning and the end, where the cause stands: a template that includes itself is named a thousand times. */
function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)} … ${text.slice(-longest / 2)}`
}

function findPlace(detail: string): Pick<ProgramMessage, 'file' | 'line'> {
  return findTemplate(detail) ?? findFile(detail) ?? {}
}

/**
 * `template: shop/templates/x.yaml:12:20: …`, of several the innermost; `parse error at (shop/templates/x.tpl:3): …`,
 * `execution error at (…:3:4): …`; helm 4 writes `shop/templates/x.yaml:12:20` on a line of its own.
 */
function findTemplate(detail: string): Pick<ProgramMessage, 'file' | 'line'> | undefined {
  const [, file, line] =
    [...detail.matchAll(/(?:template: |error at \(|^)([^():\n]+):(\d+)(?::\d+)?(?:[):]|$)/gm)].at(-1) ?? []
  return file === undefined ? undefined : { file, line: Number(line) }
}

/** Of an error in rendered text only the file is known: its line is none of the template. */
function findFile(detail: string): Pick<ProgramMessage, 'file' | 'line'> | undefined {
  const rendered = /^YAML parse error on ([^:\n]+):/.exec(detail)?.[1]
  if (rendered !== undefined) return { file: rendered }
  const parsed = /^(?:failed to parse|cannot load) ([^:\n]+):/.exec(detail)?.[1]
  const line = /\bline (\d+)/.exec(detail)?.[1]
  return parsed === undefined ? undefined : { file: parsed, line: line === undefined ? undefined : Number(line) }
}
