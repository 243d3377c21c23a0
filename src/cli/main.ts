#!/usr/bin/env node
import process from 'node:process'
import { keepCompiledCode } from './compiled-code.ts'

const wrongCall = 2
const oldestNode = 24

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < oldestNode) {
  process.stderr.write(`will-it-pull needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = wrongCall
} else {
  keepCompiledCode(process.argv.slice(2))
  const { start } = await import('./start.ts')
  await start()
}
