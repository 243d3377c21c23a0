/** The platform object of an index entry (OCI image spec, image-index.md). */
export interface WrittenPlatform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
  readonly 'os.version'?: string
  readonly 'os.features'?: readonly string[]
}

const grammar = /^(?<os>[^/(]+)(?:\((?<version>[^)]*)\))?\/(?<architecture>[^/]+)(?:\/(?<variant>.+))?$/

/** Reads `linux/arm64/v8` and containerd's `windows(10.0.17763.1)/amd64`. Throws for anything else. */
export function platformOf(text: string): WrittenPlatform {
  const parts = grammar.exec(text)?.groups
  const os = parts?.['os']
  const architecture = parts?.['architecture']
  if (os === undefined || architecture === undefined) throw new Error(`not a platform: ${text}`)
  const variant = parts?.['variant']
  const version = parts?.['version']
  return {
    architecture,
    os,
    ...(variant === undefined ? {} : { variant }),
    ...(version === undefined ? {} : { 'os.version': version }),
  }
}
