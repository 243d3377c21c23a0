import process from 'node:process'
import { runAction } from './run.ts'

try {
  process.exitCode = await runAction(process.env)
} catch (error) {
  const { setFailed } = await import('@actions/core')
  setFailed(`will-it-pull met a mistake of its own: ${error instanceof Error ? error.message : String(error)}`)
}
