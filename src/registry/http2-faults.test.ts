import { describe, expect, test } from 'vitest'
import { http2Faults } from '../simulator/faults/http2.ts'
import type { Http2FaultName } from '../simulator/faults/http2.ts'
import { askFaulty } from './testing/ask-faulty.ts'
import { summaryOf } from './testing/summary.ts'

type Row = readonly [fault: Http2FaultName, answer: string, asked: readonly string[]]

const h2 = '2.0'
const h1 = '1.1'
const rows: readonly Row[] = [
  // was not worked on: again over HTTP/2, and in the end over HTTP/1.1
  ['h2-refused-stream', 'found index', [h2, h2, h2, h1]],
  ['h2-goaway', 'found index', [h2, h2, h2, h1]],
  ['h2-goaway-internal', 'found index', [h2, h2, h2, h1]],
  ['h2-goaway-late', 'found index', [h2]],
  // what may pass: the next attempt goes over HTTP/1.1
  ['h2-internal-error', 'found index', [h2, h1]],
  ['h2-cancel', 'found index', [h2, h1]],
  ['h2-no-error', 'found index', [h2, h1]],
  ['h2-calm', 'found index', [h2, h1]],
  ['h2-goaway-calm', 'found index', [h2, h1]],
  ['h2-unknown-error', 'found index', [h2, h1]],
  ['h2-reset-mid-body', 'found index', [h2, h1]],
  ['h2-cancel-mid-body', 'found index', [h2, h1]],
  ['h2-no-error-mid-body', 'found index', [h2, h1]],
  ['h2-less-than-length', 'found index', [h2, h1]],
  ['h2-more-than-length', 'found index', [h2, h1]],
  ['h2-early-hints', 'found index', [h2, h1]],
  ['h2-pings', 'found index', [h2, h1]],
  // the two do not get along in HTTP/2: over HTTP/1.1 at once
  ['h2-http11-required', 'found index', [h2, h1]],
  ['h2-goaway-http11', 'found index', [h2, h1]],
  ['h2-protocol-error', 'found index', [h2, h1]],
  ['h2-nonsense', 'found index', [h2, h1]],
  ['h2-frame-too-large', 'found index', [h2, h1]],
  ['h2-bad-hpack', 'found index', [h2, h1]],
  ['h2-idle-stream', 'found index', [h2, h1]],
  ['h2-window-zero', 'found index', [h2, h1]],
  ['h2-push', 'found index', [h2, h1]],
  ['h2-without-status', 'found index', [h2, h1]],
  ['h2-connection-header', 'found index', [h2, h1]],
  ['h2-upper-case-header', 'found index', [h2, h1]],
  ['h2-endless-headers', 'found index', [h2, h1]],
]

describe.concurrent('HTTP/2 with one fault', () => {
  test('every fault of the simulator has its row', () => {
    expect(rows.map(([fault]) => fault).toSorted()).toEqual(Object.keys(http2Faults).toSorted())
  })

  test.each(rows)('%s: it is %s, asked over %s', async (fault, expected, asked) => {
    const told = await askFaulty({ fault, ask: 'manifest', guarded: false, http2: true })
    expect([summaryOf(told.answer), ...told.received.map(({ httpVersion }) => httpVersion)]).toEqual([
      expected,
      ...asked,
    ])
  })
})
