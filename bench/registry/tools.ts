import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/** The usual tools, one process an image and 64 at a time; what is not on PATH is left out. */
const commands = [
  ['crane', 'crane manifest --insecure --platform linux/amd64 {}'],
  ['regctl', 'image={}; regctl --host reg=${image%%/*},tls=insecure image manifest --platform linux/amd64 {}'],
  ['skopeo', 'skopeo inspect --raw --tls-verify=false docker://{}'],
] as const

/** What each tool that is there needs for all images, in milliseconds. */
export async function timeTools(references: readonly string[]): Promise<readonly (readonly [string, number])[]> {
  const there = commands.filter(([name]) => isOnPath(name))
  const times: [string, number][] = []
  for (const [name, command] of there) times.push([name, await timeOne(command, references)])
  return times
}

async function timeOne(command: string, references: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  const child = spawn('xargs', ['-P64', '-I{}', 'sh', '-c', command], { stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(references.join('\n'))
  await once(child, 'close')
  if (child.exitCode !== 0) process.stderr.write(`${command}: ended with ${child.exitCode}\n`)
  return performance.now() - startedAt
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
