import process from 'node:process'

/**
 * Does a work whose library annotates what it can't do: for us that is a line of the log and no more, and GitHub keeps
 * ten warnings of a step. Nothing else may write annotations meanwhile.
 */
export async function asPlainLines<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  stdout.write = new Proxy(write, {
    apply: (target, _, [chunk, ...rest]: readonly unknown[]) =>
      Boolean(Reflect.apply(target, stdout, [plain(chunk), ...rest])),
  })
  try {
    return await work()
  } finally {
    stdout.write = write
  }
}

// commands other than annotations, such as masks, pass
function plain(chunk: unknown): unknown {
  return typeof chunk === 'string' ? chunk.replaceAll(/^::(?:error|warning|notice)(?: [^:]*)?::/gm, '') : chunk
}
