import { pinyin } from 'pinyin-pro'

/** How a person is sorted and found. Kept with her, because neither database sorts or searches Chinese by sound. */
export type NameKeys = { readonly sortKey: string; readonly searchText: string }

/**
 * Sorted by pinyin, syllable by syllable («li na» before «lian»); found by name, username, phone, pinyin and initials
 * («xiaoman», «lxm»). Surnames are read as surnames: 曾 is zeng, 单 is shan.
 */
export function nameKeys(person: { name: string; username: string; phone: string | null }): NameKeys {
  const name = person.name.normalize('NFKC').toLowerCase()
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.trim())
    .filter((syllable) => /[\p{L}\p{N}]/u.test(syllable))
  const sortKey = [...syllables, name].join(' ')
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  const searchText = [name, person.username, person.phone ?? '', syllables.join(''), syllables.join(' '), initials]
  return { sortKey, searchText: searchText.filter((part) => part !== '').join(' ') }
}
