/**
 * The client's address. `X-Forwarded-For` is believed only when the connection comes from a trusted proxy, and then only
 * its last entry: the one that this proxy wrote.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | string[] | undefined,
  trustedProxies: readonly string[],
): string {
  const plain = socketAddress.replace(/^::ffff:/, '')
  if (!trustedProxies.includes(plain)) return plain
  const last = [forwardedFor].flat().join(',').split(',').at(-1)?.trim()
  return last || plain
}

/** Cut to its network, for logs and the audit: /24 for IPv4, /48 for IPv6. */
export function networkOf(address: string): string {
  if (address.includes('.')) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  return `${address.split(':').slice(0, 3).join(':')}::/48`
}
