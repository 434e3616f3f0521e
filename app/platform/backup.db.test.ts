import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBlankDatabase, currentTestDatabase, useDatabase } from '#tests/support/db.ts'
import { takeBackup } from './backup.server.ts'
import { tableFile } from './backup-load.server.ts'
import { lastBackup, listBackups, readManifest } from './backup-manifest.server.ts'
import { restoreBackup } from './backup-restore.server.ts'
import { openSnapshot } from './backup-snapshot.server.ts'
import { digestTable, tablesToKeep } from './backup-tables.server.ts'
import { db } from './db.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.120Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'yucai-backup-'))
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files', 'ab', 'abcd'), '一份文件')
  writeFileSync(join(dataDir, 'files', 'top'), Buffer.from([0, 255, 10, 13]))
  symlinkSync('/etc/hostname', join(dataDir, 'files', 'link'))
  await fill()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Every kind of column, with what is likely to be mangled on the way. */
async function fill(): Promise<void> {
  await db.write(async (tx) => {
    const organisation = { kind: 'street', name: '乔头堡街道', createdAt: now }
    await tx.organisation.create({ data: { ...organisation, id: 'z' } })
    await tx.organisation.create({ data: { ...organisation, id: 'a', parentId: 'z', kind: 'community' } })
    const person = {
      organisationId: 'a',
      locale: 'zh-CN',
      theme: 'dark',
      createdAt: now,
      sortKey: 'x',
      searchText: 'x',
    }
    await tx.person.create({
      data: { ...person, id: 'p1', username: 'u1', name: '林\n晓\u2028雨 "😀"', largePrint: true },
    })
    await tx.person.create({
      data: { ...person, id: 'P2', username: 'u2', name: '', largePrint: false, suspendedAt: now },
    })
    const session = { createdAt: now, lastSeenAt: now, expiresAt: now, absoluteEndAt: now, sharedComputer: true }
    await tx.session.create({ data: { ...session, id: 'hash-of-a-session', personId: 'p1', device: 'x' } })
    const links = Array.from({ length: 2_500 }, (_, n) => ({ id: `link ${n}`, tokenHash: `${n}`, createdAt: now }))
    await tx.setupLink.createMany({ data: links })
  })
}

const site = () => ({ databaseUrl: currentTestDatabase().url, dataDir })

async function digests(url: string): Promise<Record<string, unknown>> {
  const snapshot = await openSnapshot(url)
  const found: Record<string, unknown> = {}
  for (const table of tablesToKeep(snapshot)) found[table.name] = await digestTable(snapshot, table)
  await snapshot.close()
  return found
}

/** Restores into a database and a folder of its own, and hands both over. */
async function restored<T>(folder: string, look: (site: { databaseUrl: string; dataDir: string }) => Promise<T>) {
  const database = await createBlankDatabase()
  const target = { databaseUrl: database.url, dataDir: mkdtempSync(join(tmpdir(), 'yucai-restored-')) }
  try {
    await restoreBackup(folder, target, hours(1))
    return await look(target)
  } finally {
    rmSync(target.dataDir, { recursive: true })
    await database.remove()
  }
}

test('what is restored has the rows and the files of the backup, and nobody is signed in', async () => {
  const folder = await takeBackup(site(), now)
  await db.write((tx) => tx.person.update({ where: { id: 'p1' }, data: { name: 'later' } }))
  await restored(folder, async (target) => {
    expect(await digests(target.databaseUrl)).toEqual(readManifest(folder).tables)
    expect(readFileSync(join(target.dataDir, 'files', 'ab', 'abcd'), 'utf8')).toBe('一份文件')
    expect([...readFileSync(join(target.dataDir, 'files', 'top'))]).toEqual([0, 255, 10, 13])
    expect(existsSync(join(target.dataDir, 'files', 'link'))).toBe(false)
    const snapshot = await openSnapshot(target.databaseUrl)
    const sessions = snapshot.tables.find(({ name }) => name === 'Session')
    expect(sessions && (await digestTable(snapshot, sessions)).rows).toBe(0)
    await snapshot.close()
  })
})

test('it goes from one kind of database to the other and back, row by row the same', async () => {
  const folder = await takeBackup(site(), now)
  const before = await digests(currentTestDatabase().url)
  const elsewhere = mkdtempSync(join(tmpdir(), 'yucai-elsewhere-'))
  const other = { databaseUrl: `file:${join(elsewhere, 'site.db')}`, dataDir: elsewhere }
  await restoreBackup(folder, other, hours(1))
  expect(await digests(other.databaseUrl)).toEqual(before)
  const again = await takeBackup(other, hours(2))
  await restored(again, async (target) => expect(await digests(target.databaseUrl)).toEqual(before))
  rmSync(elsewhere, { recursive: true })
})

test('a backup taken while others write is of one instant', async () => {
  let isRunning = true
  const writing = (async () => {
    for (let n = 0; isRunning; n += 1) {
      await db.write(async (tx) => {
        await tx.cohort.create({
          data: { id: `c${n}`, name: 'x', startsOn: '2026-09-01', endsOn: '2027-01-31', createdAt: now },
        })
        await tx.cohortMember.create({ data: { cohortId: `c${n}`, personId: 'p1', joinedAt: now } })
      })
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  const { tables } = readManifest(await takeBackup(site(), now))
  isRunning = false
  await writing
  expect(tables.Cohort?.rows).toBe(tables.CohortMember?.rows)
})

test('doors that stand open are not in it', async () => {
  const folder = await takeBackup(site(), now)
  const names = readdirSync(join(folder, 'tables'))
  const bytes = names.map((name) => gunzipSync(readFileSync(join(folder, 'tables', name))).toString()).join()
  expect(bytes).toContain('乔头堡街道')
  expect(bytes).not.toContain('hash-of-a-session')
})

const person = (folder: string) => tableFile(folder, 'Person')
const manifest = (folder: string) => join(folder, 'manifest.json')
const rewrite = (path: string, change: (text: string) => string) =>
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString())))
const remanifest = (folder: string, change: (parsed: { migrations: string[]; files: { path: string }[] }) => void) => {
  const parsed = JSON.parse(readFileSync(manifest(folder), 'utf8'))
  change(parsed)
  writeFileSync(manifest(folder), JSON.stringify(parsed))
}
const cutTo = (path: string, bytes: number) => writeFileSync(path, readFileSync(path).subarray(0, bytes))

const spoilt: Readonly<Record<string, (folder: string) => void>> = {
  'no manifest': (folder) => rmSync(manifest(folder)),
  'half a manifest': (folder) => cutTo(manifest(folder), 300),
  'a table missing': (folder) => rmSync(person(folder)),
  'a table cut short': (folder) => cutTo(person(folder), 100),
  'a row less': (folder) => rewrite(person(folder), (text) => text.replace(/\[[^\n]*\]\n$/, '')),
  'a word changed': (folder) => rewrite(person(folder), (text) => text.replace('dark', 'light')),
  'a file missing': (folder) => rmSync(join(folder, 'files', 'top')),
  'a file changed': (folder) => writeFileSync(join(folder, 'files', 'top'), 'other'),
  'a newer version': (folder) => remanifest(folder, ({ migrations }) => migrations.push('20990101000000_future')),
  'an uploaded file changed': (folder) => writeFileSync(join(folder, placeOf(hashOf('a report'))), 'a rebort'),
  'a file that leads out of it': (folder) =>
    remanifest(folder, ({ files: [first] }) => {
      if (first) first.path = '../../../escape'
    }),
}

test('a spoilt backup is refused, whatever is wrong with it', async () => {
  await upload('a report')
  const folder = await takeBackup(site(), now)
  const refused: string[] = []
  for (const [what, spoil] of Object.entries(spoilt)) {
    const copy = join(dataDir, what)
    cpSync(folder, copy, { recursive: true })
    spoil(copy)
    await restored(copy, async () => what).catch(() => refused.push(what))
  }
  expect(refused).toEqual(Object.keys(spoilt))
})

test('a site is replaced whole, and what was there before stays', async () => {
  const folder = await takeBackup(site(), now)
  const place = mkdtempSync(join(tmpdir(), 'yucai-site-'))
  const target = { databaseUrl: `file:${join(place, 'yucai.db')}`, dataDir: place }
  await restoreBackup(folder, target, hours(1))
  writeFileSync(join(place, 'files', 'new'), 'new')
  await restoreBackup(folder, target, hours(2))
  expect(readdirSync(join(place, 'files')).sort()).toEqual(['ab', 'top'])
  const kept = readdirSync(place)
    .filter((name) => name.includes('.before-restore-'))
    .sort()
  expect(kept).toEqual(['files.before-restore-2026-11-23T040000', 'yucai.db.before-restore-2026-11-23T040000'])
  expect(await digests(target.databaseUrl)).toEqual(readManifest(folder).tables)
  rmSync(place, { recursive: true })
})

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
const placeOf = (hash: string) => join('files', hash.slice(0, 2), hash.slice(2))

/** As people upload them: a row, and the bytes under their hash. */
async function upload(content: string): Promise<string> {
  const hash = hashOf(content)
  const path = join(dataDir, placeOf(hash))
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  chmodSync(path, 0o600)
  const row = { hash, kind: 'document', mime: 'application/pdf', bytes: content.length, createdAt: now }
  await db.write((tx) => tx.storedFile.create({ data: row }))
  return placeOf(hash)
}

test('an uploaded file comes back, for its owner alone; one that is still arriving is left out', async () => {
  const path = await upload('a report')
  mkdirSync(join(dataDir, 'files', 'tmp'))
  writeFileSync(join(dataDir, 'files', 'tmp', 'half'), 'half')
  const folder = await takeBackup(site(), now)
  expect(readManifest(folder).lost).toEqual([])
  await restored(folder, async (target) => {
    expect(readFileSync(join(target.dataDir, path), 'utf8')).toBe('a report')
    expect(statSync(join(target.dataDir, path)).mode & 0o777).toBe(0o600)
    expect(existsSync(join(target.dataDir, 'files', 'tmp'))).toBe(false)
  })
})

test('a file is on the disk once for all backups, and once for the site', async () => {
  const path = await upload('a report')
  const [first, second] = [await takeBackup(site(), now), await takeBackup(site(), hours(1))]
  const [live, one, two] = [dataDir, first, second].map((place) => statSync(join(place, path)).ino)
  expect(two).toBe(one)
  expect(two).not.toBe(live)
  rmSync(first, { recursive: true })
  await restored(second, async (target) => {
    expect(readFileSync(join(target.dataDir, path), 'utf8')).toBe('a report')
  })
})

test('what an earlier backup has let spoil is copied anew', async () => {
  const path = await upload('a report')
  writeFileSync(join(await takeBackup(site(), now), path), 'a rebort')
  const second = await takeBackup(site(), hours(1))
  expect(readFileSync(join(second, path), 'utf8')).toBe('a report')
})

test('a file that the site has lost or let spoil is named, and all else is in the backup', async () => {
  const [kept, missing, spoilt] = [await upload('kept'), await upload('missing'), await upload('spoilt')]
  rmSync(join(dataDir, missing))
  writeFileSync(join(dataDir, spoilt), 'spoiled')
  const folder = await takeBackup(site(), now)
  expect([...readManifest(folder).lost].sort()).toEqual([hashOf('missing'), hashOf('spoilt')].sort())
  await restored(folder, async (target) => expect(readFileSync(join(target.dataDir, kept), 'utf8')).toBe('kept'))
})

test('a backup from before files could be lost is read as one that lost none', async () => {
  const folder = await takeBackup(site(), now)
  const { lost: _, ...older } = JSON.parse(readFileSync(manifest(folder), 'utf8'))
  writeFileSync(manifest(folder), JSON.stringify(older))
  expect(readManifest(folder).lost).toEqual([])
})

test('the newest complete backup is the last one; half ones are swept away, old ones thinned out', async () => {
  expect(lastBackup(dataDir)).toBeNull()
  for (const hour of [0, 1, 2]) await takeBackup(site(), hours(hour))
  mkdirSync(join(dataDir, 'backups', '2026-11-23T230000Z'))
  mkdirSync(join(dataDir, 'backups', '.unfinished-2026-11-23T230000'))
  expect(lastBackup(dataDir)?.takenAt).toEqual(hours(2))
  const folder = await takeBackup(site(), hours(48))
  expect(listBackups(dataDir).map(({ takenAt }) => takenAt)).toEqual([hours(48), hours(2)])
  expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.includes('23T230000'))).toEqual([])
  expect(lastBackup(dataDir)?.folder).toBe(folder)
})
