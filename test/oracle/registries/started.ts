import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'

/** Absolute path of a program, where the machine has it. */
export function find(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']
  return folders.map(folder => join(folder, program)).find(path => existsSync(path))
}

/** A server of another program that is to run in the foreground. */
export interface ServerCall {
  readonly program: string
  readonly arguments: readonly string[]
  readonly folder: string
  /** What it prints on standard error when its ports are open. */
  readonly ready: RegExp
}

/** Starts a server and waits until it is ready; disposing it ends that one process. */
export async function startServer(call: ServerCall): Promise<AsyncDisposable> {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: call.folder }
  const child = spawn(call.program, call.arguments, {
    cwd: call.folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    if (!call.ready.test(line)) continue
    child.stderr.resume()
    return {
      async [Symbol.asyncDispose]() {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      },
    }
  }
  throw new Error(`${call.program} did not start:\n${lines.slice(-20).join('\n')}`)
}

/** Ports of 127.0.0.1 that are free now, for servers which can't choose one themselves. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map(server => once(server, 'listening')))
  const ports = servers.map(server => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map(server => once(server.close(), 'close')))
  return ports
}
