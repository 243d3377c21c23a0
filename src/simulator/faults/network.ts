import type { Fault } from './fault.ts'
import { doorAnswer, onWire } from './make.ts'

/** What goes wrong below HTTP. Refused connections are `registry.refuseConnections()`. */
export const networkFaults = {
  // Before anything is read; with TLS this is a handshake that hangs or ends.
  'hang-on-connect': { at: 'connection', take: socket => void socket.resume() },
  'close-on-connect': { at: 'connection', take: socket => void socket.end() },
  'reset-on-connect': { at: 'connection', take: socket => void socket.resetAndDestroy() },
  'ssh-on-connect': { at: 'connection', take: socket => void socket.write('SSH-2.0-OpenSSH_9.6\r\n') },
  'garbage-on-connect': { at: 'connection', take: socket => void socket.write(Buffer.alloc(512, 0xff)) },
  /** A TLS alert 40, handshake failure (RFC 8446, 6). */
  'tls-handshake-failure': {
    at: 'connection',
    take: socket => void socket.once('data', () => socket.end(Buffer.from('15030300020228', 'hex'))),
  },

  'close-before-headers': doorAnswer(onWire(wire => wire.close())),
  'reset-before-headers': doorAnswer(onWire(wire => wire.reset())),
  'hang-before-headers': doorAnswer(onWire(() => undefined)),
  'hang-mid-headers': doorAnswer(onWire(wire => wire.write('HTTP/1.1 200 OK\r\nContent-Type: application/js'))),
  'close-mid-headers': doorAnswer(
    onWire(wire => {
      wire.write('HTTP/1.1 200 OK\r\nContent-Type: application/js')
      wire.close()
    }),
  ),
  'not-http': doorAnswer(
    onWire(wire => {
      wire.write('* OK IMAP4 ready\r\n')
      wire.close()
    }),
  ),
} as const satisfies Record<string, Fault>
