import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTree } from '../../support/file-tree.ts'
import { find, freePorts, startServer } from './started.ts'

/**
 * squid as a company's proxy: `*.test` leads to loopback, `denied.test` is forbidden by policy, `login.test` wants a
 * login in Proxy-Authorization.
 */
export interface Squid extends AsyncDisposable {
  /** For HTTPS_PROXY. */
  readonly origin: string
  /** The same with a login. */
  readonly withLogin: string
}

export async function startSquid(): Promise<Squid> {
  await using stack = new AsyncDisposableStack()
  const [port = 0] = await freePorts(1)
  const hosts = ['registry.test', 'denied.test', 'login.test'].map(name => `127.0.0.1 ${name}\n`).join('')
  const folder = stack.use(await fileTree({ hosts, 'squid.conf': '' })).root
  // it gives up the rights of root before it reads
  await chmod(folder, 0o755)
  const config = stack.use(await fileTree({ 'squid.conf': configOf(port, folder) })).root
  const words = ['-N', '-d', '1', '-f', join(config, 'squid.conf')]
  const ready = /Accepting HTTP Socket connections/
  stack.use(await startServer({ program: find('squid') ?? '', arguments: words, folder, ready }))
  const started = stack.move()
  return {
    origin: `http://127.0.0.1:${port}`,
    withLogin: `http://proxy:hunter2@127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

function configOf(port: number, folder: string): string {
  return `http_port 127.0.0.1:${port}
hosts_file ${folder}/hosts
auth_param basic program /usr/lib/squid/basic_fake_auth
auth_param basic children 1
acl denied dstdomain denied.test
acl wanted dstdomain login.test
acl known proxy_auth REQUIRED
http_access deny denied
http_access deny wanted !known
http_access allow all
cache deny all
cache_mem 0
memory_cache_shared off
access_log none
cache_log /dev/null
cache_store_log none
netdb_filename none
pid_filename none
pinger_enable off
visible_hostname proxy.test
shutdown_lifetime 0 seconds
`
}
