import { spawn } from 'node:child_process'
import { readFileSync, watch } from 'node:fs'
import { resolve } from 'node:path'
import type { Library } from './library.ts'
import { libraryFormat, openLibrary, type StoredLibrary } from './stored-library.ts'

export const contentFolder = resolve('.content')
export const libraryFile = resolve(contentFolder, 'library.json')
export const mediaFolder = resolve(contentFolder, 'media')

let stored: StoredLibrary | undefined
let library: Library | undefined

/** The official library, from memory. Loaded once, at the start of the site (or of a test that needs it). */
export function contentLibrary(): Library {
  library ??= openLibrary(storedLibrary())
  return library
}

export function storedLibrary(): StoredLibrary {
  stored ??= readLibrary()
  return stored
}

/** `isHot`: while developing, a change below `content/` is compiled and taken up at once. */
export async function loadContentLibrary({ isHot }: { isHot: boolean }): Promise<void> {
  take(readLibrary())
  if (isHot) watchContent()
}

function take(next: StoredLibrary): void {
  stored = next
  library = openLibrary(next)
}

function readLibrary(): StoredLibrary {
  // Written by `npm run content` of this same version of the code: its shape is known once its format is.
  const read = JSON.parse(readFileSync(libraryFile, 'utf8')) as StoredLibrary
  if (read.format !== libraryFormat) throw new Error(`${libraryFile} has another format: run npm run content`)
  return read
}

const settleMs = 150

function watchContent(): void {
  let timer: NodeJS.Timeout | undefined
  watch('content', { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(recompile, settleMs)
  })
}

/** In a process of its own: the site itself never compiles. What is wrong appears on the console; the last good text stays. */
function recompile(): void {
  const compiler = spawn(process.execPath, ['--import', 'tsx', 'app/modules/content/compile.cli.ts'], {
    stdio: 'inherit',
  })
  compiler.on('exit', (code) => {
    if (code === 0) take(readLibrary())
  })
}
