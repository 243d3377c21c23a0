import process from 'node:process'
import { CommanderError } from 'commander'
import { oneLine } from '../report/escape/terminal.ts'
import { buildProgram } from './program.ts'
import { run } from './run.ts'

const wrongCall = 2

/** The whole program, from the command line to the exit code. Never rejects. */
export async function start(): Promise<void> {
  try {
    await call()
  } catch (error) {
    process.stderr.write(`will-it-pull met a mistake of its own: ${messageChain(error)}\n`)
    process.stderr.write('Please report it with the command that you ran.\n')
    process.exitCode = wrongCall
  }
}

async function call(): Promise<void> {
  const program = buildProgram(async asked => {
    process.exitCode = await run(asked)
  })
  program.exitOverride()
  for (const command of program.commands) command.exitOverride()
  try {
    await program.parseAsync(process.argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : wrongCall
  }
}

// a reader that closes the pipe, as `head` does, has seen enough
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

function messageChain(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error))
  const whole = process.env['RUNNER_DEBUG'] === '1' ? (error.stack ?? error.message) : error.message
  // a message may quote a path of a pull request
  const text = whole.split('\n').map(oneLine).join('\n')
  return error.cause === undefined ? text : `${text}: ${messageChain(error.cause)}`
}
