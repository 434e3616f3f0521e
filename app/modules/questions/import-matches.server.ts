import type { Tx } from '~/platform/db.server.ts'

/* Which questions of the bank an import meets: by what they say, and by the key that the file knows them by. */
const atOnce = 400

/** Questions whose newest version says the same, by the hash of its text. */
export async function questionsByText(
  reader: Pick<Tx, 'questionVersion'>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const some of chunks([...new Set(hashes)], atOnce)) {
    const rows = await reader.questionVersion.findMany({
      where: { textHash: { in: [...some] } },
      select: { textHash: true, questionId: true, number: true, question: { select: { newestVersion: true } } },
      orderBy: { questionId: 'asc' },
    })
    for (const { textHash, questionId, number, question } of rows) {
      if (number === question.newestVersion && !found.has(textHash)) found.set(textHash, questionId)
    }
  }
  return found
}

export type Known = {
  readonly id: string
  readonly status: string
  readonly newestVersion: number
  readonly hash: string
}

/** A key is a file's own; the same one in another subject is another question. */
export type RowKey = { readonly subject: string; readonly key: string }

export function keyName({ subject, key }: RowKey): string {
  return `${subject} ${key}`
}

/** Questions of the centre that a file's keys name: the key that an earlier import gave them, or their own id. By `keyName`. */
export async function questionsByKey(
  reader: Pick<Tx, 'question'>,
  keys: ReadonlyArray<string | null>,
): Promise<ReadonlyMap<string, Known>> {
  const found = new Map<string, Known>()
  for (const some of chunks([...new Set(keys.filter((key) => key !== null))], atOnce)) {
    const rows = await reader.question.findMany({
      where: { origin: 'centre', OR: [{ rowKey: { in: [...some] } }, { id: { in: [...some] } }] },
      select: {
        ...{ id: true, subject: true, status: true, rowKey: true, newestVersion: true },
        versions: { orderBy: { number: 'desc' }, take: 1, select: { hash: true } },
      },
    })
    for (const { id, subject, status, rowKey, newestVersion, versions } of rows) {
      const known = { id, status, newestVersion, hash: versions[0]?.hash ?? '' }
      for (const key of rowKey === null ? [id] : [id, rowKey]) found.set(keyName({ subject, key }), known)
    }
  }
  return found
}

export function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
