import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/*
 * Answers on the device, written before they are sent and taken away only when the server has said that it has them. Keyed
 * by attempt, which belongs to one person: at a shared computer nobody meets another's answers.
 */
export type StoredAnswer = {
  readonly attemptId: string
  readonly itemId: string
  readonly value: string
  readonly isMarked: boolean
  readonly epoch: number
  readonly seq: number
  /** with what it can go into a file (answer-file.ts); null: nobody could load one */
  readonly file: { readonly key: string; readonly title: string } | null
}

interface Schema extends DBSchema {
  answers: { key: [string, string, number]; value: StoredAnswer; indexes: { attempt: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('yucai-attempts', 1, {
    upgrade(fresh) {
      // An answer from before a takeover stands beside a newer one to the same item until the server has both.
      const answers = fresh.createObjectStore('answers', { keyPath: ['attemptId', 'itemId', 'epoch'] })
      answers.createIndex('attempt', 'attemptId')
    },
  })
  return opened
}

/** What this device has not been told to forget. A browser without storage (some private windows) has nothing. */
export async function storedAnswers(attemptId: string): Promise<readonly StoredAnswer[]> {
  return (await database()).getAllFromIndex('answers', 'attempt', attemptId)
}

/** The same of every attempt. */
export async function allStoredAnswers(): Promise<readonly StoredAnswer[]> {
  return (await database()).getAll('answers')
}

export async function storeAnswer(answer: StoredAnswer): Promise<void> {
  await (await database()).put('answers', answer)
}

/** Forgets an answer unless it was changed since: only the very one that the server acknowledged goes. */
export async function forgetAnswer(
  attemptId: string,
  { itemId, epoch, seq }: Pick<StoredAnswer, 'itemId' | 'epoch' | 'seq'>,
): Promise<void> {
  const write = (await database()).transaction('answers', 'readwrite')
  const forget = async () => {
    const held = await write.store.get([attemptId, itemId, epoch])
    if (held && held.seq <= seq) await write.store.delete([attemptId, itemId, epoch])
  }
  // Both may fail, where the browser takes the storage away meanwhile.
  await Promise.all([forget(), write.done])
}
