import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hostile } from '#tests/fixtures/files/hostile.ts'
import { hostileDocuments } from '#tests/fixtures/files/hostile-documents.ts'
import { hostileNames } from '#tests/fixtures/files/hostile-names.ts'
import { hostilePictures } from '#tests/fixtures/files/hostile-pictures.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { addFile, readFile } from './files.server.ts'
import { mostBytesAPerson } from './quota.ts'
import { pathOfHash } from './store.server.ts'

useDatabase()

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yucai-hostile-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function* streamed(body: Iterable<Uint8Array>) {
  yield* body
}

/** Each two minutes after the one before: nobody uploads more than sixty an hour. */
async function upload(actor: Actor, { name, kind, body }: Hostile, at: number) {
  const subject = { subjectType: 'work', subjectId: `w${at}` }
  const adding = { dataDir, subject, incoming: { name, kind, body: streamed(body) }, mayAdd: async () => true }
  return addFile(actor, adding, new Date(testNow.getTime() + at * 120_000))
}

async function expectInert(id: string, { what, kind, marks, nameMarks }: Hostile): Promise<void> {
  const { headers, text } = await served(id)
  expect(headers['x-content-type-options'], what).toBe('nosniff')
  expect(headers['content-security-policy'], what).toBe("sandbox; default-src 'none'")
  const disposition = headers['content-disposition'] ?? ''
  expect(disposition, what).toMatch(/^(inline|attachment); filename="file\.[a-z]+"; filename\*=UTF-8''[\w.%!~-]+$/)
  expect(
    nameMarks.filter((mark) => disposition.includes(mark)),
    what,
  ).toEqual([])
  expect(disposition.length, what).toBeLessThan(1_300)
  if (kind === 'document') {
    expect(disposition, what).toMatch(/^attachment/)
    return
  }
  expect(headers['content-type'], what).toMatch(/^image\/(jpeg|png|webp)$/)
  expect(
    marks.filter((mark) => text.includes(mark)),
    what,
  ).toEqual([])
  // From the disk, because the store has shut every other door of the library.
  const { file } = await db.read.fileUse.findUniqueOrThrow({ where: { id }, include: { file: true } })
  const { exif, xmp, iptc, icc, format } = await sharp(pathOfHash(dataDir, file.hash)).metadata()
  expect({ exif, xmp, iptc, icc }, what).toEqual({})
  expect(headers['content-type'], what).toBe(`image/${format}`)
}

async function served(id: string) {
  const response = await readFile(dataDir, id, () => true)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { headers: Object.fromEntries(response.headers), text: bytes.toString('latin1') }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
}

test('hostile files are refused, each with its reason, or inert', { timeout: 120_000 }, async () => {
  const all = [...(await hostilePictures()), ...(await hostileNames()), ...(await hostileDocuments())]
  expect(all.length).toBeGreaterThanOrEqual(60)
  const actor = await createPerson()
  const outcomes = new Map<string, number>()
  const surprises: string[] = []
  for (const [at, one] of all.entries()) {
    const added = await upload(actor, one, at)
    const outcome = added.ok ? 'inert' : added.code
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (outcome !== one.becomes) surprises.push(`${one.what}: ${outcome} and not ${one.becomes}`)
    else if (added.ok) await expectInert(added.id, one)
  }
  console.log(`${all.length} hostile files`, Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a)))
  expect(surprises).toEqual([])

  const rows = await db.read.storedFile.findMany({ orderBy: { hash: 'asc' } })
  const places = rows.map(({ hash }) => join(dataDir, 'files', hash.slice(0, 2), hash.slice(2)))
  expect([...filesBelow(dataDir)].sort()).toEqual(places)
  expect(places.filter((path) => (statSync(path).mode & 0o777) !== 0o600)).toEqual([])
  expect(rows.reduce((total, { bytes }) => total + bytes, 0)).toBeLessThanOrEqual(mostBytesAPerson)
  expect(readFileSync(places[0] ?? '').length).toBe(rows[0]?.bytes)
})
