import { guessableWords, keyboardWalks } from './common-passwords.ts'

/*
 * Which passwords are taken. No rules of composition and no expiry: length, and a block list. A password is guessable when
 * what is left of it after taking out well-known words, walks over the keyboard, repeats, years and what everybody knows
 * about its owner is less than four characters.
 */
export const shortestPassword = 10
export const longestPassword = 128
const ownCharacters = 4
const shortestWalk = 3
/** Nothing longer needs to be looked for: a password of 128 characters is judged in as many steps. */
const longestWalk = Math.max(...keyboardWalks.map(({ length }) => length))

export type PasswordFault = 'passwordTooShort' | 'passwordTooLong' | 'passwordGuessable'

/** As it is hashed and compared: «é» typed in two ways is one password. Nothing is cut off. */
export function normalPassword(password: string): string {
  return password.normalize('NFC')
}

/** What is wrong with a new password, or null. `known` is what others know of its owner: username, phone, name, pinyin. */
export function passwordFault(password: string, known: readonly string[] = []): PasswordFault | null {
  const length = [...normalPassword(password)].length
  if (length < shortestPassword) return 'passwordTooShort'
  if (length > longestPassword) return 'passwordTooLong'
  return isGuessable(password, known) ? 'passwordGuessable' : null
}

function isGuessable(password: string, known: readonly string[]): boolean {
  const text = folded(password)
  if (/^1[3-9]\d{9}$/.test(text) || /^\d{17}[\dx]$/.test(text)) return true
  const words = [...guessableWords, ...known].map(folded).filter((word) => [...word].length >= 2)
  return own(text, words) < ownCharacters
}

/** The fewest characters that no word, walk, repeat or year accounts for. */
function own(text: string, words: readonly string[]): number {
  const characters = [...text]
  const best = [0]
  for (let end = 1; end <= characters.length; end++) {
    const reached = characters.slice(0, end).join('')
    const whole = words.filter((word) => reached.endsWith(word)).map((word) => [...word].length)
    if (/(19|20)\d\d$/.test(reached)) whole.push(4)
    // A word counts as a whole; of a walk or a repeat any last part does, where a word before it takes the first.
    const longest = Math.max(walkEndingAt(characters, end), repeatEndingAt(characters, end))
    const lengths = [...whole, ...Array.from({ length: longest }, (_, at) => at + 1)]
    const starts = lengths.map((length) => end - length)
    best[end] = Math.min((best[end - 1] ?? 0) + 1, ...starts.map((start) => best[start] ?? 0))
  }
  return best[characters.length] ?? 0
}

function walkEndingAt(characters: readonly string[], end: number): number {
  for (let length = Math.min(end, longestWalk); length >= shortestWalk; length--) {
    const part = characters.slice(end - length, end).join('')
    const back = [...part].reverse().join('')
    if (keyboardWalks.some((walk) => walk.includes(part) || walk.includes(back))) return length
  }
  return 0
}

/** «aaaa», «121212»: the same one or two characters over and over. */
function repeatEndingAt(characters: readonly string[], end: number): number {
  for (const period of [1, 2]) {
    let length = period
    while (length < end && characters[end - length - 1] === characters[end - length - 1 + period]) length++
    if (length >= period + 2) return length
  }
  return 0
}

/** Case, width, spaces and punctuation make no password better. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
