import { expect, test } from 'vitest'
import { collectDocuments, ensureDocument, knownPart, rememberDocument } from './documents.ts'

const hash = (letter: string) => letter.repeat(32)

/** A page that holds these documents, as the browser would list them. */
function page(parts: Readonly<Record<string, string>>): Pick<Document, 'querySelectorAll'> {
  const elements = Object.entries(parts).map(([key, innerHTML]) => ({ innerHTML, getAttribute: () => key }))
  return { querySelectorAll: () => elements as unknown as NodeListOf<Element> }
}

function server(status: number, body: string) {
  const asked: string[] = []
  const get = async (url: unknown) => {
    asked.push(String(url))
    return new Response(body, { status })
  }
  return { asked, get: get as typeof fetch }
}

test('what stands in the page is what React will find there, whoever has touched it before', () => {
  collectDocuments(page({ [`${hash('a')}:0`]: '<p>甲</p><div id="extension"></div>', [`${hash('a')}:1`]: '<p>乙</p>' }))
  expect(knownPart(hash('a'), 0)).toBe('<p>甲</p><div id="extension"></div>')
  expect(knownPart(hash('a'), 1)).toBe('<p>乙</p>')
  expect(knownPart(hash('a'), 2)).toBeUndefined()
})

test('a document is cut at its islands', () => {
  rememberDocument(hash('b'), '<p>一</p><island-end></island-end><p>二</p>')
  expect([0, 1].map((part) => knownPart(hash('b'), part))).toEqual(['<p>一</p>', '<p>二</p>'])
})

test('what is not here is fetched once, however many ask, and then known', async () => {
  const { asked, get } = server(200, '<p>文</p>')
  await Promise.all([ensureDocument(hash('c'), get), ensureDocument(hash('c'), get)])
  await ensureDocument(hash('c'), get)
  expect(asked).toEqual([`/documents/${hash('c')}`])
  expect(knownPart(hash('c'), 0)).toBe('<p>文</p>')
})

test('a refusal is an error, and asking again asks again', async () => {
  const { asked, get } = server(404, 'not found')
  await expect(ensureDocument(hash('d'), get)).rejects.toThrow('404')
  await expect(ensureDocument(hash('d'), get)).rejects.toThrow('404')
  expect(asked).toHaveLength(2)
  expect(knownPart(hash('d'), 0)).toBeUndefined()
})
