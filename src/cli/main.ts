#!/usr/bin/env node
import process from 'node:process'
import { CommanderError } from 'commander'
import { oneLine } from '../report/escape/terminal.ts'
import { buildProgram } from './program.ts'
import { run } from './run.ts'

const wrongCall = 2

const oldestNode = 24

async function main(): Promise<void> {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < oldestNode) {
    process.stderr.write(`will-it-pull needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.\n`)
    process.exitCode = wrongCall
    return
  }
  const program = buildProgram(async call => {
    process.exitCode = await run(call)
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

try {
  await main()
} catch (error) {
  process.stderr.write(`will-it-pull met a mistake of its own: ${messageChain(error)}\n`)
  process.stderr.write('Please report it with the command that you ran.\n')
  process.exitCode = wrongCall
}

function messageChain(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error))
  const whole = process.env['RUNNER_DEBUG'] === '1' ? (error.stack ?? error.message) : error.message
  // a message may quote a path of a pull request
  const text = whole.split('\n').map(oneLine).join('\n')
  return error.cause === undefined ? text : `${text}: ${messageChain(error.cause)}`
}
