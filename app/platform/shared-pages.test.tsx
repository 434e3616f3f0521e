import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { canFillHole, cutAtHoles, drain, drainAddress, fillHoles, holeOf, wordBytes } from './shared-pages.server.ts'

const route = 'routes/lesson'
type Own = {
  token: string
  doneOn: string | null
  minutes: number
  note: { body: string }
  words: { kind: string; said: string }[]
}
type Data = { root: { person: { name: string } }; [route]: Own }

function dataOf(
  name: string,
  token: string,
  doneOn: string | null,
  minutes = 5,
  body = '记一笔',
  said = ['一', '二'],
): Data {
  const words = said.map((one, at) => ({ kind: `k${at}`, said: one }))
  return { root: { person: { name } }, [route]: { token, doneOn, minutes, note: { body }, words } }
}

/** What a page does with its data: texts, attributes, and a choice. */
function Page({ data }: { data: Data }) {
  const { token, doneOn, minutes, note, words } = data[route]
  return (
    <main title={data.root.person.name}>
      <p>{data.root.person.name}</p>
      <input type="hidden" defaultValue={token} />
      <textarea defaultValue={note.body} />
      {words.map(({ kind, said }) => (
        <a key={said} href={said} data-kind={kind}>
          {said}
        </a>
      ))}
      {doneOn ? <p>已学完：{doneOn}</p> : <p>{minutes}</p>}
    </main>
  )
}

const own = [['token'], ['doneOn'], ['note', 'body'], ['words', '*', 'said']]
const filled = (page: ReturnType<typeof cutAtHoles>, words: readonly string[]) =>
  Buffer.concat(fillHoles(page, (name) => wordBytes(words[Number(name)] ?? ''))).toString()
const draw = (data: unknown) => renderToString(<Page data={data as Data} />)

test('law: a filled page is the page that would have been rendered, whatever the words are', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('<b>', '"', "'", '&amp;', '社工', holeOf(0).slice(0, 9)),
  )
  const first = drain(dataOf('甲', 't1', '今天'), route, own)
  const page = cutAtHoles(draw(first.loaderData))
  fc.assert(
    fc.property(word, word, word, fc.string(), fc.tuple(word, word), (name, token, doneOn, body, said) => {
      fc.pre(canFillHole(body))
      const data = dataOf(name, token, doneOn, 5, body, said)
      const mine = drain(data, route, own)
      expect(JSON.stringify(mine.loaderData)).toBe(JSON.stringify(first.loaderData))
      expect(filled(page, mine.words)).toBe(draw(data))
    }),
  )
})

test('what is not hers is part of the key', () => {
  const keyOf = (data: Data) => JSON.stringify(drain(data, route, own).loaderData)
  expect(keyOf(dataOf('甲', 'a', null))).toBe(keyOf(dataOf('乙', 'b', null)))
  expect(keyOf(dataOf('甲', 'a', null))).not.toBe(keyOf(dataOf('甲', 'a', '今天')))
  expect(keyOf(dataOf('甲', 'a', null, 5))).not.toBe(keyOf(dataOf('甲', 'a', null, 6)))
})

test('the named parts of an address are holes, the others stay and are part of the key', () => {
  const { words, emptied } = drainAddress({ attemptId: 'a1', part: 'b2' }, ['attemptId', 'gone'], ['甲'])
  expect(words).toEqual(['甲', 'a1'])
  expect(emptied('/attempts/a1/b2')).toBe(`/attempts/${holeOf(1)}/b2`)
  expect(emptied('http://127.0.0.1/attempts/a1')).toBe(`http://127.0.0.1/attempts/${holeOf(1)}`)
})

test('the data of the request are left as they were', () => {
  const data = dataOf('甲', 'a', '今天')
  drain(data, route, own)
  expect(data).toEqual(dataOf('甲', 'a', '今天'))
})
