import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OfflineAnswer } from './offline-set.ts'

/*
 * Answers to practice on the device, written before they are sent. Where the page may be kept, those that the server has stay for
 * the day: the copy is older than they are, and asks nothing twice. Keyed by person: at a shared computer nobody meets
 * another's answers, and nobody sends them.
 */
export type StoredPractice = {
  readonly personId: string
  readonly id: string
  /** an OfflineAnswer as JSON */
  readonly value: string
  readonly seq: number
  /** the server has it */
  readonly isSent?: boolean
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

/** What the server has not said that it has. */
export async function storedPractice(personId: string): Promise<readonly StoredPractice[]> {
  return (await ofPerson(personId)).filter(({ isSent }) => !isSent)
}

/** What the server has, of the day that began at `since`; what is older is forgotten. */
export async function sentPractice(personId: string, since: number): Promise<readonly OfflineAnswer[]> {
  const sent = (await ofPerson(personId))
    .filter(({ isSent }) => isSent)
    .map(({ id, value }): { id: string; answer: OfflineAnswer } => ({ id, answer: JSON.parse(value) }))
  const isOver = (answer: OfflineAnswer) => answer.at < since
  for (const { id, answer } of sent) if (isOver(answer)) await (await database()).delete('answers', [personId, id])
  return sent.map(({ answer }) => answer).filter((answer) => !isOver(answer))
}

async function ofPerson(personId: string): Promise<readonly StoredPractice[]> {
  return (await database()).getAllFromIndex('answers', 'person', personId)
}

/** The same of everybody. */
export async function allStoredPractice(): Promise<readonly StoredPractice[]> {
  return (await (await database()).getAll('answers')).filter(({ isSent }) => !isSent)
}

export async function storePractice(answer: StoredPractice): Promise<void> {
  await (await database()).put('answers', answer)
}

/** The server has it, or will not have it; unless more was said of it since. `isKept`: it stays, as one that was sent. */
export async function settlePractice(personId: string, id: string, seq: number, isKept: boolean): Promise<void> {
  const write = (await database()).transaction('answers', 'readwrite')
  const settle = async () => {
    const held = await write.store.get([personId, id])
    if (!held || held.seq > seq) return
    if (isKept) await write.store.put({ ...held, isSent: true })
    else await write.store.delete([personId, id])
  }
  // Both may fail, where the browser takes the storage away meanwhile.
  await Promise.all([settle(), write.done])
}
