/** Kinds of pictures that every browser shows and that can hold no script; told by their first bytes, not by their names. */
export function pictureKind(bytes: Uint8Array): string | null {
  const starts = (...signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  const isRiff = starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45 && bytes[10] === 0x42
  return isRiff ? 'image/webp' : null
}

export function pictureMarker(name: string, sha256: string): string {
  return `![${name.replace(/[[\]\r\n]/g, ' ').trim()}](image:${sha256})`
}

const marker = /!\[([^\]\n]*)\]\(image:([0-9a-f]{64})\)/g

/** The pictures that a text names, in order. */
export function picturesNamed(text: string): readonly string[] {
  return [...new Set([...text.matchAll(marker)].map(([, , sha256 = '']) => sha256))]
}

/** The text with each of its pictures replaced. */
export function replacePictures(text: string, by: (name: string, sha256: string, whole: string) => string): string {
  return text.replace(marker, (whole, name: string, sha256: string) => by(name, sha256, whole))
}
