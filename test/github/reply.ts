/** What a route answers. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function ok(body: unknown, status = 200): Reply {
  return { status, body }
}

/** A refusal in the words of GitHub. */
export function refuse(status: number, message: string, errors?: readonly unknown[]): Reply {
  const documentation_url = 'https://docs.github.com/rest'
  return { status, body: { message, ...(errors && { errors }), documentation_url, status: String(status) } }
}

export const notFound = refuse(404, 'Not Found')
export const notAccessible = refuse(403, 'Resource not accessible by integration')
