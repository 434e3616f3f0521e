import type { Entry } from './saving.ts'

/** What seals a file (answer-file.ts). A page that may need it has it fetched in time; most never do. */
export function sealing() {
  return import('./answer-file.ts')
}

/** `key`: hexadecimal */
export type FileOf = { readonly attemptId: string; readonly key: string; readonly name: string }

/** Hands the sealed answers to the browser as a download. Returns the file's name. */
export async function saveAnswerFile({ attemptId, key, name }: FileOf, answers: readonly Entry[]): Promise<string> {
  const { nonceBytes, sealAnswers } = await sealing()
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const url = URL.createObjectURL(new Blob([sealAnswers(attemptId, answers, bytes, nonce)]))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/\s/g, '').replace(/[\\/:*?"<>|]+/g, '-')}.yucai`
  link.click()
  // Some browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return link.download
}
