import type { Finding } from '../../judge/types.ts'
import type { Files } from '../../world.ts'
import { ignoreComment, type IgnoreComment } from './ignore-comment.ts'
import { lineReader } from '../text/line-reader.ts'
import type { UseLocations } from '../locate.ts'
import type { Location } from '../types.ts'

/** A comment that was meant to ignore a finding and does not. */
export interface WrongComment {
  readonly why: Extract<IgnoreComment, { readonly kind: 'wrong' }>['why']
  /** As written. */
  readonly code: string
  readonly file: string
  readonly line: number
}

/** The findings once the comments beside their lines are heard. */
export interface InlineIgnores {
  readonly findings: readonly Finding[]
  readonly wrong: readonly WrongComment[]
}

interface Beside {
  readonly line: number
  readonly comment: IgnoreComment
}

/** More comment lines above a line are a text of its own. */
const mostLinesAbove = 20

/**
 * Marks the findings as ignored whose line in a file of the repository has `# will-it-pull: ignore <code> <reason>` on it
 * or in the comments right above. A finding with several lines is split: each use needs a comment at its own.
 */
export async function inlineIgnores(
  findings: readonly Finding[],
  { uses }: UseLocations,
  files: Files,
): Promise<InlineIgnores> {
  const comments = new Comments(files)
  const heard: Finding[] = []
  for (const finding of findings) {
    const reasonOf = async (place: Partial<Location> | undefined) => comments.reasonAt(place, finding)
    if (finding.uses.length === 0) {
      heard.push(withReason(finding, await reasonOf(finding.place)))
      continue
    }
    const reasons = new Map<string, string | undefined>()
    for (const use of finding.uses) reasons.set(use, await reasonOf(editable(finding, uses.get(use)?.[0])))
    heard.push(...split(finding, reasons))
  }
  return { findings: heard, wrong: comments.wrong }
}

// the line of the image is not the line of a secret, and a guess is no line
function editable({ image, place }: Finding, location: Location | undefined): Partial<Location> | undefined {
  if (place !== undefined) return place
  return image === undefined || location?.confidence === 'file' ? undefined : location
}

function split(finding: Finding, reasons: ReadonlyMap<string, string | undefined>): readonly Finding[] {
  const groups = Map.groupBy(finding.uses, use => reasons.get(use))
  if (groups.size === 1) return [withReason(finding, [...groups.keys()][0])]
  return [...groups].map(([reason, uses]) => withReason({ ...finding, uses }, reason))
}

function withReason(finding: Finding, reason: string | undefined): Finding {
  return reason === undefined ? finding : { ...finding, ignored: { reason } }
}

class Comments {
  readonly #files: Files
  readonly #readLine: ReturnType<typeof lineReader>
  readonly #known = new Map<string, Promise<readonly Beside[]>>()
  readonly #wrong = new Map<string, WrongComment>()

  constructor(files: Files) {
    this.#files = files
    this.#readLine = lineReader(files)
  }

  get wrong(): readonly WrongComment[] {
    return [...this.#wrong.values()]
  }

  /** The reason to ignore a finding at a place; what is wrong about the comments there is kept. */
  async reasonAt(place: Partial<Location> | undefined, { code, ignored }: Finding): Promise<string | undefined> {
    if (place?.file === undefined || place.line === undefined || ignored !== undefined) return undefined
    const key = JSON.stringify([place.file, place.line])
    const beside = this.#known.get(key) ?? this.#read(place.file, place.line)
    this.#known.set(key, beside)
    for (const { line, comment } of await beside) {
      if (comment.kind === 'wrong') this.#remember({ ...comment, file: place.file, line })
      else if (comment.code === code) return comment.reason
    }
    return undefined
  }

  #remember({ why, code, file, line }: WrongComment): void {
    this.#wrong.set(JSON.stringify([file, line]), { why, code, file, line })
  }

  async #read(file: string, at: number): Promise<readonly Beside[]> {
    // what lies elsewhere is not theirs to decide who changes the repository
    if ((await this.#files.real(file)) === undefined) return []
    const found: Beside[] = []
    for (let line = at; line > 0 && line >= at - mostLinesAbove; line -= 1) {
      const text = await this.#readLine(file, line)
      if (text === undefined || (line < at && !/^\s*#/.test(text))) break
      const comment = ignoreComment(text)
      if (comment !== undefined) found.push({ line, comment })
    }
    return found
  }
}
