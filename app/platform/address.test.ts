import { expect, test } from 'vitest'
import { clientAddress, networkOf } from './address.ts'

test.each([
  ['no proxy is trusted', '9.9.9.9', '1.2.3.4', [], '9.9.9.9'],
  ['a trusted proxy tells', '127.0.0.1', '1.2.3.4', ['127.0.0.1'], '1.2.3.4'],
  ['only what the proxy itself wrote counts', '127.0.0.1', '6.6.6.6, 1.2.3.4', ['127.0.0.1'], '1.2.3.4'],
  ['a header from a stranger is ignored', '9.9.9.9', '1.2.3.4', ['127.0.0.1'], '9.9.9.9'],
  ['mapped addresses are plain', '::ffff:127.0.0.1', undefined, [], '127.0.0.1'],
  ['the proxy said nothing', '127.0.0.1', undefined, ['127.0.0.1'], '127.0.0.1'],
] as const)('the address when %s', (_case, socket, forwarded, trusted, expected) => {
  expect(clientAddress(socket, forwarded, trusted)).toBe(expected)
})

test('logs and the audit know networks, not addresses', () => {
  expect(networkOf('10.20.30.40')).toBe('10.20.30.0/24')
  expect(networkOf('2001:db8:1:2::7')).toBe('2001:db8:1::/48')
})
