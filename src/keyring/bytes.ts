/**
 * Go's strings are bytes, and the kubelet compares, sorts and unescapes keys as such. Here a byte string is a string
 * of which each character is one byte.
 */
export function toBytes(text: string): string {
  return /^[\0-\x7f]*$/.test(text)
    ? text
    : Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join('')
}

/** Text of a byte string; what is no UTF-8 becomes U+FFFD. */
export function fromBytes(bytes: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)))
}
