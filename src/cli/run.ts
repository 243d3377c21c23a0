import type { Call } from './program.ts'

/** Runs one command; gives the exit code. Each command is loaded when it is asked for. */
export async function run(call: Call): Promise<number> {
  switch (call.command) {
    case 'check':
    case 'list':
      return (await import('./run-check.ts')).runCheck(call)
    case 'demo':
      return (await import('../demo/run.ts')).runDemo()
    case 'explain':
      return (await import('./run-explain.ts')).runExplain(call)
    case 'triage':
      return (await import('./run-triage.ts')).runTriage(call)
    case 'walkthrough':
      return (await import('../demo/walkthrough/run.ts')).runWalkthrough(call)
  }
}
