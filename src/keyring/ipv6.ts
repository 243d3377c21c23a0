const group = /^[0-9a-fA-F]{1,4}$/
const octet = /^(?:0|[1-9][0-9]{0,2})$/

/** Whether a text is an IPv6 address (RFC 4291, 2.2), without zone. */
export function isIPv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map(half => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1) ?? ''
  const isMapped = last.includes('.')
  if (isMapped && !isIPv4(last)) return false
  const written = groups.flat()
  const hex = isMapped ? written.slice(0, -1) : written
  const count = written.length + (isMapped ? 1 : 0)
  return hex.every(part => group.test(part)) && (halves.length === 2 ? count < 8 : count === 8)
}

function isIPv4(text: string): boolean {
  const octets = text.split('.')
  return octets.length === 4 && octets.every(part => octet.test(part) && Number(part) <= 255)
}
