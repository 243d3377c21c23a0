interface WindowsVersion {
  readonly major: number
  readonly minor: number
  readonly build: number
}

// Windows Server 2022 and 2025: from 2022 on a host also runs containers of the long-term release before it
const longTermReleases = [20_348, 26_100]

/**
 * Whether a Windows host runs containers of a Windows version (containerd/platforms v1.0.0-rc.2,
 * platform_windows_compat.go). An unknown host build and an image without a version match everything.
 */
export function windowsVersionsAgree(host: string | undefined, image: string | undefined): boolean {
  const node = versionOf(host)
  if (node === undefined || image === undefined || image === '') return true
  const container = versionOf(image) ?? { major: 0, minor: 0, build: 0 }
  if (node.major !== container.major || node.minor !== container.minor) return false
  const [oldest = 0] = longTermReleases
  if (node.build < oldest) return node.build === container.build
  const floor = longTermReleases.findLast(release => node.build > release) ?? oldest
  return floor <= container.build && container.build <= node.build
}

function versionOf(written: string | undefined): WindowsVersion | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:\.|$)/.exec(written ?? '')
  if (match === null) return undefined
  const [major = 0, minor = 0, build = 0] = match.slice(1).map(Number)
  const fits = major <= 0xff && minor <= 0xff && build <= 0xffff
  return fits && major + minor + build > 0 ? { major, minor, build } : undefined
}
