import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ourAuthority } from '../../../src/simulator/tls/authority.ts'
import { makeCertificate } from '../../../src/simulator/tls/certificate.ts'
import type { CertificateOptions, Identity } from '../../../src/simulator/tls/certificate.ts'
import { fileTree } from '../../support/file-tree.ts'
import { find, freePorts, startServer } from './started.ts'

/** What stands before a registry. */
interface Site {
  /** Directives of its `server` block. */
  readonly does: string
  /** Default: a good certificate of our own authority. */
  readonly certificate?: Partial<CertificateOptions> | 'none'
}

const names = ['registry.test', 'storage.test', 'denied.test', 'login.test']
const day = 24 * 60 * 60 * 1000

/** Names of the sites. */
export type SiteName = keyof ReturnType<typeof sitesOver>

/** The servers behind the sites, as `127.0.0.1:port`. */
export interface Upstreams {
  readonly registry: string
  /** Takes connections and says nothing. */
  readonly silent: string
  /** Breaks off in the middle of each answer. */
  readonly cutting: string
  /** Where nothing listens. */
  readonly closed: string
  /** File with a user for Basic. */
  readonly users: string
}

function sitesOver({ registry, silent, cutting, closed, users }: Upstreams) {
  const pass = `location / { proxy_pass http://${registry}; }`
  const site = (does: string, certificate?: Site['certificate']): Site => ({
    does,
    ...(certificate !== undefined && { certificate }),
  })
  return {
    good: site(pass),
    expired: site(pass, { to: new Date(Date.now() - day / 2) }),
    tomorrow: site(pass, { from: new Date(Date.now() + day / 2) }),
    otherName: site(pass, { names: ['somewhere.else.test'] }),
    stranger: site(pass, { issuer: makeCertificate({ name: 'Somebody Else Root', isAuthority: true }) }),
    oldProtocol: site(`ssl_protocols TLSv1 TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0; ${pass}`),
    mutual: site(`ssl_client_certificate authority.pem; ssl_verify_client on; ${pass}`),
    plain: site(pass, 'none'),
    elsewhere: site(`location ~ /blobs/ { return 307 https://storage.test$request_uri; } ${pass}`),
    loop: site('location / { return 307 https://registry.test$request_uri; }'),
    downgrade: site('location / { return 307 http://plain.test$request_uri; }'),
    limited: site(`limit_req zone=few; limit_req_status 429; ${pass}`),
    maintenance: site('return 503;'),
    forbidden: site('deny all; root .;'),
    lost: site('return 404;'),
    page: site('default_type text/html; return 200 "<!doctype html><title>Welcome</title>";'),
    dropped: site('return 444;'),
    down: site(`location / { proxy_pass http://${closed}; }`),
    hanging: site(`location / { proxy_pass http://${silent}; }`),
    late: site(`proxy_read_timeout 200ms; location / { proxy_pass http://${silent}; }`),
    cut: site(`location / { proxy_pass http://${cutting}; }`),
    slow: site(`limit_rate 1; ${pass}`),
    guarded: site(`auth_basic "of the tests"; auth_basic_user_file ${users}; ${pass}`),
  } as const satisfies Record<string, Site>
}

/** nginx with a site on a port of its own for each way in which a registry may be fronted. */
export interface Nginx extends AsyncDisposable {
  /** `127.0.0.1:41231` */
  host(site: SiteName): string
}

/** `http2` lets all sites with TLS offer HTTP/2. */
export async function startNginx(upstreams: Upstreams, http2: boolean): Promise<Nginx> {
  await using stack = new AsyncDisposableStack()
  const sites: readonly (readonly [string, Site])[] = Object.entries(sitesOver(upstreams))
  const ports = await freePorts(sites.length)
  const folder = stack.use(await fileTree({ 'authority.pem': ourAuthority().certificate })).root
  const blocks = sites.map(async ([name, site], at) => blockOf(name, site, { port: ports[at] ?? 0, folder, http2 }))
  await writeFile(join(folder, 'nginx.conf'), configOf(await Promise.all(blocks)))
  const words = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr']
  stack.use(await startServer({ program: find('nginx') ?? '', arguments: words, folder, ready: /event method/ }))
  const started = stack.move()
  return {
    host: site => `127.0.0.1:${ports[sites.findIndex(([name]) => name === site)]}`,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

interface Where {
  readonly port: number
  readonly folder: string
  readonly http2: boolean
}

async function blockOf(name: string, { does, certificate = {} }: Site, where: Where) {
  const { port, folder, http2 } = where
  if (certificate === 'none') return `server { listen 127.0.0.1:${port}; ${does} }`
  const identity = makeCertificate({ name: 'registry.test', issuer: ourAuthority(), names, ...certificate })
  await writeIdentity(folder, name, identity)
  const listening = `listen 127.0.0.1:${port} ssl${http2 ? ' http2' : ''};`
  return `server { ${listening} ssl_certificate ${name}.crt; ssl_certificate_key ${name}.key; ${does} }`
}

async function writeIdentity(folder: string, name: string, { certificate, privateKey }: Identity): Promise<void> {
  await writeFile(join(folder, `${name}.crt`), certificate)
  await writeFile(join(folder, `${name}.key`), privateKey)
}

// one process, which gives no rights away and so reads the files of the tests
function configOf(blocks: readonly string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${kind};`)
  return `daemon off; master_process off; pid nginx.pid; error_log stderr notice;
events { worker_connections 256; }
http {
  access_log off;
  limit_req_zone $server_port zone=few:64k rate=1r/m;
  ${temporary.join(' ')}
  ${blocks.join('\n  ')}
}
`
}
