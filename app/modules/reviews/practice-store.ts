import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/*
 * Answers to practice on the device, written before they are sent and taken away only when the server has said that it has
 * them. Keyed by person: at a shared computer nobody meets another's answers, and nobody sends them.
 */
export type StoredPractice = {
  readonly personId: string
  readonly id: string
  /** an OfflineAnswer as JSON */
  readonly value: string
  readonly seq: number
}

interface Schema extends DBSchema {
  answers: { key: [string, string]; value: StoredPractice; indexes: { person: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('yucai-practice', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('answers', { keyPath: ['personId', 'id'] }).createIndex('person', 'personId')
    },
  })
  return opened
}

/** What this device has not been told to forget. */
export async function storedPractice(personId: string): Promise<readonly StoredPractice[]> {
  return (await database()).getAllFromIndex('answers', 'person', personId)
}

export async function storePractice(answer: StoredPractice): Promise<void> {
  await (await database()).put('answers', answer)
}

/** Forgets an answer unless more was said of it since: only what the server acknowledged goes. */
export async function forgetPractice(personId: string, id: string, seq: number): Promise<void> {
  const write = (await database()).transaction('answers', 'readwrite')
  const held = await write.store.get([personId, id])
  if (held && held.seq <= seq) await write.store.delete([personId, id])
  await write.done
}
