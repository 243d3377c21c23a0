import { once } from 'node:events'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingJudges } from '../../support/docker-registry.ts'
import { observed, simulated } from './situation.ts'
import type { Situation } from './situation.ts'
import { squidSituations } from './squid-situations.ts'
import { nginxSituations, overHttp2 } from './nginx-situations.ts'
import { basicSituations, bearerSituations, openSituations } from './registry-situations.ts'
import { setStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { find } from './started.ts'

const missing = [...missingJudges, ...['nginx', 'squid'].filter(program => find(program) === undefined)]
const note = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} is not installed; see .ci/run)`

describe.skipIf(missing.length > 0)(`real programs and the simulator are told alike${note}`, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 60_000)
  afterAll(async () => stage?.[Symbol.asyncDispose]())

  test('docker-registry and one nginx offer HTTP/2, the other does not', async () => {
    const { open, nginx, modern } = stage
    const offers = [open, modern.host('good'), nginx.host('good')].map(protocolOf)
    expect(await Promise.all(offers)).toEqual(['h2', 'h2', 'http/1.1'])
  })

  describe.each([
    ['docker-registry', openSituations],
    ['docker-registry with htpasswd', basicSituations],
    ['docker-registry with a token server', bearerSituations],
    ['nginx', nginxSituations],
    ['nginx over HTTP/2', overHttp2(nginxSituations)],
    ['squid', squidSituations],
    ['squid before HTTP/2', overHttp2(squidSituations)],
  ] as const)('%s', (_, situations) => {
    test.each(situations.map(situation => [situation.name, situation] as const))('%s', async (_name, situation) => {
      const told = await Promise.all([observed(situation, stage), simulated(situation)])
      expect(told).toEqual([told[1], truthOf(situation, told[1].requests)])
    })
  })
})

/** What a server chooses of HTTP/2 and HTTP/1.1. */
async function protocolOf(host: string): Promise<unknown> {
  const [address = '', port] = host.split(':')
  const ALPNProtocols = ['h2', 'http/1.1']
  const socket = connect({ host: address, port: Number(port), rejectUnauthorized: false, ALPNProtocols })
  await once(socket, 'secureConnect')
  socket.destroy()
  return socket.alpnProtocol
}

function truthOf({ verdict, code }: Situation, requests: number): unknown {
  const codes = code === undefined ? [] : [code]
  return { verdict, codes, requests, messages: codes.map((): unknown => expect.any(String)) }
}
