import { codeSpan } from '../../escape/markdown.ts'
import { placeText } from '../../places.ts'
import type { ReportLocation } from '../../schema.ts'

/** Where links to lines lead. Absent: places are only named. */
export interface Repository {
  /** `https://github.com`. */
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly sha: string
}

/** The place as code, linked to the line where the repository is known and what is known of it is well formed. */
export function placeLink(location: ReportLocation, repository: Repository | undefined): string {
  const text = codeSpan(placeText({ ...location, column: null }))
  const url = repository && lineUrl(location, repository)
  return url === undefined ? text : `[${text}](${url})`
}

/** The address of a line on GitHub, made of encoded parts only. */
export function lineUrl(
  { file, line, endLine }: ReportLocation,
  { serverUrl, repository, sha }: Repository,
): string | undefined {
  const isKnown =
    /^https:\/\/[\w.:-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(sha)
  const parts = file.split('/')
  if (!isKnown || parts.some(part => part === '' || part === '.' || part === '..')) return undefined
  const last = endLine !== null && line !== null && endLine > line ? `-L${endLine}` : ''
  const anchor = line === null ? '' : `#L${line}${last}`
  return `${serverUrl}/${repository}/blob/${sha}/${parts.map(encodePart).join('/')}${anchor}`
}

// encodeURIComponent leaves !'()* and throws on half a character; a closing bracket would end the link
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
