import type { Log, Progress } from '../world.ts'

/** Where progress goes: a terminal gets one line that is rewritten, anything else gets nothing but debug lines. */
export interface ProgressOutput {
  readonly isTTY: boolean
  readonly columns: number
  write(text: string): void
}

const clearLine = '\r\u001B[2K'

/** A log for a person at a terminal. `quiet` says nothing; `debug` adds what only a developer wants. */
export function createLog(
  output: ProgressOutput,
  mode: { readonly quiet: boolean; readonly debug: boolean },
): Log & Disposable {
  const shows = output.isTTY && !mode.quiet
  let isShown = false
  const clear = () => {
    if (isShown) output.write(clearLine)
    isShown = false
  }
  return {
    progress(step) {
      if (shows) output.write(clearLine + sentence(step).slice(0, Math.max(20, output.columns - 1)))
      isShown = shows
    },
    debug(text) {
      if (!mode.debug) return
      clear()
      output.write(`${plain(text)}\n`)
    },
    [Symbol.dispose]: clear,
  }
}

const verbs: Readonly<Record<Progress['stage'], string>> = {
  render: 'Rendering',
  probe: 'Asking registries',
  wait: 'Waiting for images',
}

function sentence({ stage, done, total, label }: Progress): string {
  return `${verbs[stage]} ${done}/${total}  ${plain(label)}`
}

// labels come from a pull request: no control character reaches the terminal
function plain(text: string): string {
  return text.replace(/\p{C}/gu, ' ')
}
