/*
 * What somebody calls her file. Kept in the database and shown to people; on the disk a file is called after its bytes, so
 * that no name ever leads anywhere.
 */
const longestName = 120

/** Its last letters after a dot, in lower case; «» where there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/.exec(plain(name).toLowerCase())?.[1] ?? ''
}

/**
 * The name as it is kept: one line, without folders, without what cannot be seen (a mark that turns the direction of writing
 * makes «gpj.exe» of «exe.jpg»), not too long, and with `extension` at its end.
 */
export function cleanName(name: string, extension: string): string {
  const bare = plain(name)
  const stem = bare.toLowerCase().endsWith(`.${extension}`) ? bare.slice(0, -extension.length - 1) : bare
  const dotless = stem.replace(/^[.\s]+|[.\s]+$/g, '')
  const letters = [...dotless].slice(0, longestName).join('').trimEnd()
  return `${letters || 'file'}.${extension}`
}

function plain(name: string): string {
  const folderless = name.normalize('NFC').replace(/^.*[/\\]/s, '')
  return folderless
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
}

/** A Content-Disposition for a name in any script: plain letters for old programs, the whole of it for the others (RFC 6266). */
export function dispositionOf(name: string, isShown: boolean): string {
  const extension = extensionOf(name)
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(/['()*]/g, percent)
  return `${isShown ? 'inline' : 'attachment'}; filename="file.${extension}"; filename*=UTF-8''${whole}`
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
}
