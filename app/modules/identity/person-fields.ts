/*
 * Names, usernames and phones as they are kept: one spelling of each, so that what is typed on a phone keyboard, pasted from
 * a sheet or read from paper finds the same person.
 */
const longestName = 40
const longestUsername = 32

/** «  林　小满 » → «林 小满»; null when it is no name. */
export function cleanName(text: string): string | null {
  const name = text
    .normalize('NFC')
    .replace(/[\p{C}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const isName = name.length > 0 && [...name].length <= longestName && /\p{L}/u.test(name) && !/\d{3}/.test(name)
  return isName ? name : null
}

/** «+86 139-1234 5678», full width or not → «13912345678»; null when it is no mobile number of the mainland. */
export function cleanPhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-().]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** Lower case, half width. It holds a letter, so it can never be taken for a phone. */
export function cleanUsername(text: string): string | null {
  const username = text.normalize('NFKC').trim().toLowerCase()
  const isUsername =
    username.length >= 3 && username.length <= longestUsername && /^[a-z0-9][a-z0-9._-]*$/.test(username)
  return isUsername && /[a-z]/.test(username) ? username : null
}

/** Who has only a phone signs in with it. A username holds a letter, so that it is never a phone: «p13912345678». */
export function usernameFor(phone: string): string {
  return `p${phone}`
}

/** What somebody may sign in with, as staff read it: a username that was only made of her phone is left out. */
export function shownAccounts({ username, phone }: { username: string; phone: string | null }): readonly string[] {
  if (phone === null) return [username]
  return username === usernameFor(phone) ? [phone] : [username, phone]
}

export type SignInName = { readonly kind: 'phone' | 'username'; readonly value: string }

/** What somebody types to say who she is. */
export function signInName(text: string): SignInName | null {
  const phone = cleanPhone(text)
  if (phone !== null) return { kind: 'phone', value: phone }
  const username = cleanUsername(text)
  return username === null ? null : { kind: 'username', value: username }
}

/** The words of a search: any spelling of width and case; what the database would take for a wildcard is left out. */
export function searchWords(query: string): readonly string[] {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[%_\\\p{C}]/gu, ' ')
    .split(/\s+/)
  return words.filter((word) => word !== '').slice(0, 5)
}
