import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import { bits, der, explicit, identifier, integer, octets, sequence, set, utcTime, utf8, yes } from './der.ts'

/** A certificate with its key. */
export interface Identity {
  readonly name: string
  readonly key: KeyObject
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly privateKey: string
}

/** What a certificate is to say. */
export interface CertificateOptions {
  readonly name: string
  /** Absent: it signs itself. */
  readonly issuer?: Identity | undefined
  /** DNS names and addresses; none for an authority. */
  readonly names?: readonly string[]
  readonly isAuthority?: boolean
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

const day = 24 * 60 * 60 * 1000
const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'))

/** Makes an X.509 certificate on P-256 (RFC 5280), valid from yesterday to tomorrow unless told otherwise. */
export function makeCertificate(options: CertificateOptions): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(randomBytes(8)),
    ecdsaWithSha256,
    commonName(options.issuer?.name ?? options.name),
    sequence(utcTime(options.from ?? new Date(now - day)), utcTime(options.to ?? new Date(now + day))),
    commonName(options.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...extensions(options))),
  )
  const signature = sign('sha256', body, options.issuer?.key ?? privateKey)
  return {
    name: options.name,
    key: privateKey,
    certificate: pem(sequence(body, ecdsaWithSha256, bits(signature))),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function extensions({ isAuthority = false, names = [] }: CertificateOptions): Buffer[] {
  const basicConstraints = extension('2.5.29.19', sequence(...(isAuthority ? [yes] : [])))
  if (isAuthority) return [basicConstraints, extension('2.5.29.15', bits(Buffer.from([0x06]), 1))]
  const serverAndClient = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'].map(identifier)
  return [
    basicConstraints,
    extension('2.5.29.15', bits(Buffer.from([0x80]), 7)),
    extension('2.5.29.37', sequence(...serverAndClient)),
    extension('2.5.29.17', sequence(...names.map(alternativeName))),
  ]
}

function extension(id: string, value: Buffer): Buffer {
  const critical = id === '2.5.29.19' ? [yes] : []
  return sequence(identifier(id), ...critical, octets(value))
}

function alternativeName(name: string): Buffer {
  return isIP(name) === 0 ? der(0x82, Buffer.from(name)) : der(0x87, addressBytes(name))
}

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  if (address !== '::1') throw new Error(`no certificate for the address ${address}`)
  return Buffer.concat([Buffer.alloc(15), Buffer.from([1])])
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(identifier('2.5.4.3'), utf8(name))))
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
