import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDatabase, networkFileSystemOf, sqlitePath, timeToDisk } from './db-file.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yucai-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Locks in a process of its own, and kills that process if asked to. */
function lockElsewhere(path: string, end: string) {
  const script = `
    import { lockDatabase } from './app/platform/db-file.server.ts'
    lockDatabase(${JSON.stringify(path)})
    ${end}`
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' })
}

test('one holder at a time, in this process and in another', () => {
  const path = join(folder, 'site.db')
  const unlock = lockDatabase(path)
  expect(() => lockDatabase(path)).toThrow(/in use by another process/)
  expect(lockElsewhere(path, '').stderr).toContain('in use by another process')
  unlock()
  expect(lockElsewhere(path, '').status).toBe(0)
  lockDatabase(path)()
})

test('a holder that is killed leaves no lock behind', () => {
  const path = join(folder, 'site.db')
  expect(lockElsewhere(path, `process.kill(process.pid, 'SIGKILL')`).signal).toBe('SIGKILL')
  lockDatabase(path)()
})

test('the file behind a URL', () => {
  expect(sqlitePath('file:/var/lib/yucai/yucai.db')).toBe('/var/lib/yucai/yucai.db')
  expect(sqlitePath('file:///var/lib/yucai/yucai.db')).toBe('/var/lib/yucai/yucai.db')
  expect(sqlitePath('file:./data/yucai.db')).toBe('./data/yucai.db')
})

test('network drives are known by their magic number, local disks are not refused', () => {
  expect([0x6969, 0x517b, -28095166, 0x65735546].map(networkFileSystemOf)).toEqual(['NFS', 'SMB', 'SMB', 'FUSE'])
  expect([0xef53, 0x01021994, 0x58465342, 0x9123683e].map(networkFileSystemOf)).toEqual([null, null, null, null])
})

test('the disk is timed and nothing left on it', () => {
  expect(timeToDisk(join(folder, 'site.db'))).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual([])
})
