import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { docx, pdf, pictureOf, xlsx } from '#tests/fixtures/files/made-files.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow as now } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { longestSide, mostBytes, type Refusal } from './file-kinds.ts'
import { type Added, type Adding, addFile, listFiles, readFile, removeFile, usedBytes } from './files.server.ts'
import { mostAtOnce, mostBytesAPerson, uploadLaw } from './quota.ts'
import { arrivingFolder, pathOfHash } from './store.server.ts'
import { sweepFiles } from './sweep.server.ts'

useDatabase()

let dataDir: string
let author: Actor
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'yucai-files-'))
  author = await createPerson()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const subject = { subjectType: 'work', subjectId: 'w1' }
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const anybody = () => true

async function* streamed(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 7_000) yield bytes.subarray(at, at + 7_000)
}

function add(actor: Actor, name: string, bytes: Uint8Array, over: Partial<Adding> = {}, at = now): Promise<Added> {
  const kind = /\.(jpe?g|png|webp|heic)$/i.test(name) ? 'image' : 'document'
  const incoming = { name, kind, body: streamed(bytes) } as const
  return addFile(actor, { dataDir, subject, incoming, mayAdd: async () => true, ...over }, at)
}

async function added(...args: Parameters<typeof add>): Promise<string> {
  const outcome = await add(...args)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.id
}

const refusedAs = (code: Refusal) => ({ ok: false, code })
const arriving = () => readdirSync(arrivingFolder(dataDir))
const stored = async () => (await db.read.storedFile.findMany({ orderBy: { createdAt: 'asc' } }))[0]

/** Makes a file as old as if it had been put there then. */
const age = (path: string, at: Date) => utimesSync(path, at, at)

test('a photo is kept upright, smaller, as its owner called it; nothing of what arrived stays', async () => {
  const photo = await pictureOf('jpeg', { width: 3_000, height: 1_500 })
  const id = await added(author, '家访\u202E.JPG', photo)

  expect(await listFiles(subject)).toMatchObject([
    { id, ownerId: author.personId, name: '家访.jpg', kind: 'image', addedAt: now, ...subject },
  ])
  const file = await stored()
  expect(file).toMatchObject({ kind: 'image', mime: 'image/jpeg', width: longestSide, height: longestSide / 2 })
  const path = pathOfHash(dataDir, file?.hash ?? '')
  expect(statSync(path)).toMatchObject({ size: file?.bytes })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path).equals(photo)).toBe(false)
  expect(arriving()).toEqual([])
})

test.each<readonly [string, Uint8Array]>([
  ['报告.pdf', pdf()],
  ['报告.docx', docx()],
  ['名单.xlsx', xlsx()],
])('%s is kept as it came, and served to be saved', async (name, bytes) => {
  const response = await readFile(dataDir, await added(author, name, bytes), anybody)

  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  expect(response.headers.get('Content-Disposition')).toBe(
    `attachment; filename="file.${name.slice(-4).replace('.', '')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
})

test('a picture is served to be seen, and to nobody’s script', async () => {
  const response = await readFile(dataDir, await added(author, 'a.png', await pictureOf('png')), anybody)

  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'image/png',
    'content-length': String((await stored())?.bytes),
    'content-disposition': `inline; filename="file.png"; filename*=UTF-8''a.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  await response.body?.cancel()
})

test('who may not read it is told that there is none, and is asked with what it belongs to', async () => {
  const id = await added(author, 'a.pdf', pdf())
  const asked: unknown[] = []
  const refuse = (file: unknown) => {
    asked.push(file)
    return false
  }
  await expect(readFile(dataDir, id, refuse)).rejects.toMatchObject({ code: 'notFound' })
  await expect(readFile(dataDir, 'nothing', anybody)).rejects.toMatchObject({ code: 'notFound' })
  expect(asked).toMatchObject([{ id, ownerId: author.personId, ...subject }])
})

test('a file that the disk has lost is gone, not another’s', async () => {
  const id = await added(author, 'a.pdf', pdf())
  rmSync(pathOfHash(dataDir, (await stored())?.hash ?? ''))
  await expect(readFile(dataDir, id, anybody)).rejects.toMatchObject({ code: 'gone' })
})

test('the same file sent again is the same one; elsewhere, or by another, it is stored once', async () => {
  const id = await added(author, 'a.pdf', pdf())
  expect(await added(author, 'b.pdf', pdf())).toBe(id)
  const other = await createPerson()
  await added(author, 'a.pdf', pdf(), { subject: { ...subject, subjectId: 'w2' } })
  await added(other, 'a.pdf', pdf())
  expect([await db.read.fileUse.count(), await db.read.storedFile.count()]).toEqual([3, 1])
  expect(await usedBytes(db.read, author)).toBe(pdf().length)
})

test('who may not add it sends nothing', async () => {
  const incoming = { name: 'a.pdf', kind: 'document', body: streamed(pdf()) } as const
  const refused = add(author, '', pdf(), { incoming, mayAdd: async () => false })
  await expect(refused).rejects.toMatchObject({ code: 'notFound' })
  expect((await incoming.body.next()).done).toBe(false)
})

test('who may not add it any more when it is there keeps no row, and the file goes with the sweep', async () => {
  const answers = [true, false]
  const refused = add(author, 'a.pdf', pdf(), { mayAdd: async () => answers.shift() ?? false })
  await expect(refused).rejects.toMatchObject({ code: 'notFound' })
  expect(await db.read.storedFile.count()).toBe(0)
  expect((await sweepFiles(dataDir, new Date(Date.now() + 2 * 86_400_000))).removedFiles).toBe(1)
})

test('what her quota refuses is not left on the disk', async () => {
  await uses(author, mostBytesAPerson - 10)
  expect(await add(author, 'a.pdf', pdf())).toEqual(refusedAs('quota'))
  expect(readdirSync(join(dataDir, 'files'), { recursive: true })).toEqual(['tmp'])
})

test('a connection that breaks leaves nothing', async () => {
  async function* broken() {
    yield pdf().subarray(0, 20)
    throw new Error('cut')
  }
  const incoming = { name: 'a.pdf', kind: 'document', body: broken() } as const
  await expect(add(author, 'a.pdf', pdf(), { incoming })).rejects.toThrow('cut')
  expect([arriving(), await db.read.storedFile.count()]).toEqual([[], 0])
})

test('as soon as it is too much, nobody listens any more', async () => {
  let sent = 0
  async function* endless() {
    for (;;) {
      sent += 1
      yield new Uint8Array(1_000_000)
    }
  }
  const incoming = { name: 'a.pdf', kind: 'document', body: endless() } as const
  expect(await add(author, '', pdf(), { incoming })).toEqual(refusedAs('tooLarge'))
  expect(sent).toBe(mostBytes.document / 1_000_000 + 1)
  expect(arriving()).toEqual([])
})

/** As if she had uploaded so many bytes before. */
async function uses(actor: Actor, bytes: number): Promise<void> {
  for (let at = 0, left = bytes; left > 0; at += 1, left -= mostBytes.document) {
    const hash = String(at).padStart(64, '0')
    const own = { hash, ownerId: actor.personId, ...subject, name: 'a.pdf', addedAt: now }
    await db.write(async (tx) => {
      const file = { hash, kind: 'document', mime: 'application/pdf', bytes: Math.min(left, mostBytes.document) }
      await tx.storedFile.create({ data: { ...file, createdAt: now } })
      await tx.fileUse.create({ data: { id: `u${at}`, ...own } })
    })
  }
}

test('her quota is full to the byte, and not over; what she has already costs nothing; what she takes away makes room', async () => {
  await uses(author, mostBytesAPerson - pdf().length)
  await added(author, 'a.pdf', pdf())
  expect(await usedBytes(db.read, author)).toBe(mostBytesAPerson)
  const other = { subject: { ...subject, subjectId: 'w2' } }
  expect(await add(author, 'b.pdf', pdf([], '%%EOF'), other)).toEqual(refusedAs('quota'))
  await added(await createPerson(), 'b.pdf', pdf([], '%%EOF'), other)
  await removeFile(author, 'u0', async () => true, now)
  await added(author, 'a.pdf', pdf(), other)
  await added(author, 'b.pdf', pdf([], '%%EOF'), other)
})

test('two uploads at once do not pass the quota together', async () => {
  await uses(author, mostBytesAPerson - pdf().length - 10)
  const both = await Promise.all([add(author, 'a.pdf', pdf()), add(author, 'b.pdf', pdf([], '%%EOF'))])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await usedBytes(db.read, author)).toBeLessThanOrEqual(mostBytesAPerson)
})

test('a few at once, and so many in an hour', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* slow() {
    await held
    yield pdf()
  }
  const incoming = () => ({ incoming: { name: 'a.pdf', kind: 'document', body: slow() } }) as const
  const first = Array.from({ length: mostAtOnce }, () => add(author, '', pdf(), incoming()))
  await expect(add(author, '', pdf(), incoming())).rejects.toMatchObject({ code: 'busy' })
  release()
  expect((await Promise.all(first)).every(({ ok }) => ok)).toBe(true)
  for (let at = mostAtOnce + 1; at < uploadLaw.limit; at += 1) await add(author, 'a.svg', pdf())
  await expect(add(author, 'a.pdf', pdf())).rejects.toMatchObject({ code: 'throttled' })
  await added(author, 'a.pdf', pdf(), {}, new Date(now.getTime() + uploadLaw.windowMs))
})

test('taken away, it is nobody’s any more; another’s, or against the rules of what it belongs to, it stays', async () => {
  const id = await added(author, 'a.pdf', pdf())
  const other = await createPerson()
  await expect(removeFile(other, id, async () => true, now)).rejects.toMatchObject({ code: 'notFound' })
  await expect(removeFile(author, id, async () => false, now)).rejects.toMatchObject({ code: 'notFound' })
  expect(await listFiles(subject)).toHaveLength(1)
  await removeFile(author, id, async () => true, now)
  expect(await listFiles(subject)).toEqual([])
  await expect(readFile(dataDir, id, anybody)).rejects.toMatchObject({ code: 'notFound' })
  expect(await added(author, 'a.pdf', pdf())).not.toBe(id)
  const entries = await db.read.auditEntry.findMany({ select: { action: true, objectId: true } })
  expect(
    entries
      .filter(({ objectId }) => objectId === id)
      .map(({ action }) => action)
      .sort(),
  ).toEqual(['file.added', 'file.removed'])
})

test('the database refuses to change what a file is and whose it is', async () => {
  const id = await added(author, 'a.pdf', pdf())
  await expect(db.write((tx) => tx.storedFile.updateMany({ data: { mime: 'text/html' } }))).rejects.toThrow()
  await expect(db.write((tx) => tx.fileUse.update({ where: { id }, data: { subjectId: 'w2' } }))).rejects.toThrow()
  await expect(db.write((tx) => tx.fileUse.update({ where: { id }, data: { ownerId: 'x' } }))).rejects.toThrow()
})

test('a file that was taken away is kept a month, and then forgotten: first its rows, a day later its bytes', async () => {
  const id = await added(author, 'a.pdf', pdf())
  const path = pathOfHash(dataDir, (await stored())?.hash ?? '')
  age(path, now)
  await removeFile(author, id, async () => true, now)

  expect(await sweepFiles(dataDir, days(30))).toMatchObject({ forgottenUses: 0, removedFiles: 0 })
  expect(await sweepFiles(dataDir, days(31))).toMatchObject({ forgottenUses: 1, forgottenFiles: 1, removedFiles: 0 })
  expect(await sweepFiles(dataDir, days(32))).toMatchObject({ removedFiles: 0 })
  expect(statSync(path).isFile()).toBe(true)
  expect(await sweepFiles(dataDir, days(33))).toMatchObject({ removedFiles: 1 })
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
})

test('what is used stays, however old; what has no row goes after a day; what is not ours is left alone', async () => {
  await added(author, 'a.pdf', pdf())
  const used = pathOfHash(dataDir, (await stored())?.hash ?? '')
  const stray = pathOfHash(dataDir, `${(await stored())?.hash.slice(0, 2)}${'0'.repeat(62)}`)
  const half = join(arrivingFolder(dataDir), 'half')
  const foreign = join(dataDir, 'files', 'readme')
  for (const path of [stray, half, foreign]) writeFileSync(path, 'x')
  for (const path of [used, stray, half, foreign]) age(path, now)

  const nothing = { forgottenUses: 0, forgottenFiles: 0, removedFiles: 0, removedArrivals: 0 }
  expect(await sweepFiles(dataDir, days(1))).toEqual(nothing)
  expect(await sweepFiles(dataDir, days(2))).toEqual({ ...nothing, removedFiles: 1, removedArrivals: 1 })
  expect([used, foreign, stray, half].map((path) => statSync(path, { throwIfNoEntry: false }) !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(await sweepFiles(join(dataDir, 'empty'), now)).toEqual(nothing)
})
