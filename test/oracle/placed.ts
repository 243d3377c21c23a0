import type { Stage } from './stage.ts'

/** A text in which names in capitals stand for registries of the stage: `MIRROR` for its host. */
export function placed(text: string, stage: Stage): string {
  return text.replaceAll(/\b[A-Z]{3,}\b/g, word => {
    if (word === 'CLOSED') return stage.closed
    const name = names.find(candidate => candidate.toUpperCase() === word)
    return name === undefined ? word : stage[name].host
  })
}

const names = ['open', 'mirror', 'second', 'basic', 'silent', 'tls', 'expired', 'mutual', 'deep', 'bare'] as const
