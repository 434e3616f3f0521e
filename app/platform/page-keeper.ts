import {
  copyToShow,
  filesOf,
  isOfCopy,
  type KeptCopy,
  keptForHeader,
  labelPath,
  nameOfCopy,
  namesToDrop,
  refutedBy,
} from './kept-pages.ts'

/** What is used of the browser's caches. */
export type Shelves = {
  readonly keys: () => Promise<string[]>
  readonly open: (name: string) => Promise<{
    match: (path: string) => Promise<Response | undefined>
    put: (path: string, response: Response) => Promise<void>
  }>
  readonly delete: (name: string) => Promise<boolean>
}

export type KeeperMachine = {
  readonly shelves: Shelves
  /** follows no redirect */
  readonly ask: (path: string) => Promise<Response>
  readonly now: () => number
  readonly random: () => string
}

/** The copies that are whole. */
export async function wholeCopies(shelves: Shelves): Promise<readonly KeptCopy[]> {
  const names = (await shelves.keys()).filter(isOfCopy)
  const labels = await Promise.all(names.map(async (name) => (await shelves.open(name)).match(labelPath)))
  const copies = await Promise.all(labels.map((label, at) => label && readLabel(label, names[at] ?? '')))
  return copies.filter((copy) => copy !== undefined)
}

async function readLabel(response: Response, name: string): Promise<KeptCopy> {
  const label: Omit<KeptCopy, 'name'> = await response.json()
  return { ...label, name }
}

/**
 * Makes a fresh copy of a page for one person, and only then lets the older ones go. When it cannot be made whole, or the
 * server does not allow it, what was there stays, unless the answer says that it is not hers.
 */
export async function keepPage(machine: KeeperMachine, path: string, personId: string): Promise<void> {
  const { shelves, ask, now, random } = machine
  const page = await ask(path)
  await drop(shelves, await refuted(shelves, page))
  if (!page.ok || page.headers.get(keptForHeader) !== personId) return

  const keptAt = now()
  const siteAhead = Date.parse(page.headers.get('Date') ?? '') - keptAt || 0
  const made = { name: nameOfCopy(keptAt, random()), path, personId, keptAt, siteAhead }
  try {
    await fill(shelves, made, page, ask)
  } catch (error) {
    await shelves.delete(made.name)
    throw error
  }
  await drop(shelves, namesToDrop(await shelves.keys(), await wholeCopies(shelves), made, keptAt))
}

async function fill(shelves: Shelves, made: KeptCopy, page: Response, ask: KeeperMachine['ask']): Promise<void> {
  const shelf = await shelves.open(made.name)
  const html = await page.clone().text()
  await Promise.all(
    filesOf(html).map(async (file) => {
      const response = await ask(file)
      // A picture that is nowhere is missing on the page itself, too.
      if (response.status === 404 && !file.startsWith('/assets/')) return
      if (!response.ok) throw new Error(`${file}: ${response.status}`)
      await shelf.put(file, response)
    }),
  )
  await shelf.put(made.path, page)
  const { name: _, ...label } = made
  await shelf.put(labelPath, Response.json(label))
}

/** The names of the copies that may not stay, as an answer of the server to a kept page says. */
export async function refuted(shelves: Shelves, { status, type, headers }: Response): Promise<readonly string[]> {
  const answered = { status, type, keptFor: headers.get(keptForHeader) }
  return refutedBy(answered, await wholeCopies(shelves)).map(({ name }) => name)
}

/** The page as it was kept, or nothing. */
export async function keptPage(shelves: Shelves, path: string, now: number): Promise<Response | undefined> {
  const copy = copyToShow(await wholeCopies(shelves), path, now)
  return copy ? (await shelves.open(copy.name)).match(path) : undefined
}

/** A file that belongs to a copy. Its name is its content's, so any copy's will do. */
export async function keptFile(shelves: Shelves, path: string): Promise<Response | undefined> {
  for (const name of (await shelves.keys()).filter(isOfCopy)) {
    const file = await (await shelves.open(name)).match(path)
    if (file) return file
  }
  return undefined
}

/** Of nobody but her anything stays. */
export async function forgetOthers(shelves: Shelves, personId: string): Promise<void> {
  const others = (await wholeCopies(shelves)).filter((copy) => copy.personId !== personId)
  await drop(
    shelves,
    others.map(({ name }) => name),
  )
}

export async function drop(shelves: Shelves, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => shelves.delete(name)))
}
