import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Entry } from './saving.ts'

/*
 * 应急答卷: what a device could not send, in a file that somebody carries to the coordinator. A line that says what it is, a
 * line that names the attempt, then a nonce and the answers, sealed with the attempt's own key (answer-key.server.ts). The two
 * lines are sealed with it: whoever carries the file can neither read nor change a byte.
 *
 * Not `crypto.subtle`: over plain http, as in a hall without a certificate, browsers do not have it.
 */
const sign = 'yucai-answers-1'
const head = /^yucai-answers-1\n([\w-]{1,64})\n/
const longestHead = sign.length + 1 + 64 + 1
export const nonceBytes = 24

export function sealAnswers(attemptId: string, answers: readonly Entry[], key: Uint8Array, nonce: Uint8Array) {
  const clear = new TextEncoder().encode(`${sign}\n${attemptId}\n`)
  const sealed = xchacha20poly1305(key, nonce, clear).encrypt(new TextEncoder().encode(JSON.stringify(answers)))
  const file = new Uint8Array(clear.length + nonce.length + sealed.length)
  file.set(clear)
  file.set(nonce, clear.length)
  file.set(sealed, clear.length + nonce.length)
  return file
}

/** Whose it says it is; null: not such a file. */
export function attemptOfFile(file: Uint8Array): string | null {
  return head.exec(new TextDecoder().decode(file.subarray(0, longestHead)))?.[1] ?? null
}

/** What was sealed, not checked any further; null when a byte is not as it was, or the key is another's. */
export function openAnswers(file: Uint8Array, key: Uint8Array): unknown {
  const attemptId = attemptOfFile(file)
  if (attemptId === null) return null
  const start = sign.length + attemptId.length + 2
  const [clear, nonce] = [file.subarray(0, start), file.subarray(start, start + nonceBytes)]
  try {
    const opened = xchacha20poly1305(key, nonce, clear).decrypt(file.subarray(start + nonceBytes))
    return JSON.parse(new TextDecoder().decode(opened))
  } catch {
    return null
  }
}
