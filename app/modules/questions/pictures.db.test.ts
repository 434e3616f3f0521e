import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import { cameraNotes, joined, jpegNotes, jpegSegment, taggedPng, tinyPng } from '#tests/support/pictures.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { forgetBank } from './bank.server.ts'
import { orientationNote } from './exchange/exif-orientation.ts'
import { readPicture } from './pictures.server.ts'
import { actOnDraft, type DraftAnswer, openQuestion } from './question-desk.server.ts'
import { mostPictureBytes } from './question-draft.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const png = Buffer.from(tinyPng)
const hash = createHash('sha256').update(png).digest('hex')

let author: Actor
beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
})

const typed: Readonly<Record<string, string>> = {
  ...{
    intent: 'picture',
    base: '0',
    kind: 'single',
    subject: 'zs',
    stem: '看图回答：',
    key: '0',
    explanation: '见图。',
  },
  ...{ 'options.0': '接案', 'options.1': '预估', points: 'process-intake', difficulty: '2', source: '原创' },
  ...{ pictureAlt: '郁奶奶的家系图', pictureField: 'stem' },
}

function post(file: Uint8Array | null, over: Readonly<Record<string, string>> = {}, name = 'a.png') {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...typed, ...over })) form.set(field, value)
  if (file) form.set('pictureFile', new File([new Uint8Array(file)], name))
  return actOnDraft(author, { newIn: 'zs' }, form, now)
}

async function answered(run: ReturnType<typeof post>): Promise<DraftAnswer> {
  const outcome = await run
  if (outcome.kind !== 'answer') throw new Error('it was saved')
  return outcome
}

test('a picture is kept under the hash of its bytes, stands in the text, and nothing else that was typed is lost', async () => {
  const { draft, errors, focus } = await answered(post(png))

  expect(errors).toBeUndefined()
  expect(draft).toMatchObject({
    stem: `看图回答：\n\n![郁奶奶的家系图](image:${hash})`,
    options: ['接案', '预估'],
    key: ['0'],
  })
  expect(focus).toBe('stem')
  const shown = await readPicture(hash)
  expect(shown.headers.get('Content-Type')).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
  expect(await db.read.question.count()).toBe(0)
})

test('where a photo was taken and with what is neither kept nor served; which way up it is, is', async () => {
  const place = Buffer.from('N31°14′E121°29′')
  const scan = [jpegSegment(0xda, [1, 2, 3]), [9, 8, 7, 0xff, 0xd9]]
  const photo = joined([[0xff, 0xd8], jpegNotes(cameraNotes(6, place)), jpegSegment(0xfe, place), ...scan])
  const { draft } = await answered(post(photo, {}, 'photo.jpg'))
  const [, name = ''] = /image:([0-9a-f]{64})/.exec(draft.stem) ?? []
  const served = Buffer.from(await (await readPicture(name)).arrayBuffer())
  expect(createHash('sha256').update(served).digest('hex')).toBe(name)
  expect(served).toEqual(Buffer.from(joined([[0xff, 0xd8], jpegNotes(orientationNote(6)), ...scan])))
  for (const { base64 } of await db.read.questionPicture.findMany()) {
    expect(Buffer.from(base64, 'base64').includes(place)).toBe(false)
  }
})

test('the same picture twice is one row, whatever was written into it', async () => {
  await post(png)
  await post(taggedPng('place'))
  await post(png, { pictureField: 'explanation' })
  expect(await db.read.questionPicture.count()).toBe(1)
})

test.each<readonly [string, Uint8Array | null, Readonly<Record<string, string>>, Record<string, string>]>([
  ['no file', null, {}, { pictureFile: 'pictureMissing' }],
  ['a script that is called a picture', Buffer.from('<svg onload="alert(1)"/>'), {}, { pictureFile: 'pictureKind' }],
  [
    'a picture of a megabyte',
    Buffer.concat([png, Buffer.alloc(mostPictureBytes)]),
    {},
    { pictureFile: 'pictureLarge' },
  ],
  ['a picture that is cut off', png.subarray(0, 40), {}, { pictureFile: 'pictureKind' }],
  ['nothing said of it', png, { pictureAlt: '  ' }, { pictureAlt: 'pictureAlt' }],
  ['a place that there is not', png, { pictureField: 'options.7' }, { pictureField: 'required' }],
])('%s: refused at its field, and kept is nothing', async (_case, file, over, errors) => {
  const answer = await answered(post(file, over))

  expect(answer.errors).toEqual(errors)
  expect(answer.draft.stem).toBe('看图回答：')
  expect(answer.picture).toEqual({ alt: over.pictureAlt ?? typed.pictureAlt, field: over.pictureField ?? 'stem' })
  expect(await db.read.questionPicture.count()).toBe(0)
})

test('one that was chosen but not put in goes in when the question is saved', async () => {
  const outcome = await post(png, { intent: 'save' })
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome.errors))
  expect((await openQuestion(author, outcome.questionId)).draft.stem).toContain(`(image:${hash})`)
})

test('one that cannot be taken stops the saving, so that it is not left out unseen', async () => {
  expect((await answered(post(png, { intent: 'save', pictureAlt: '' }))).errors).toEqual({ pictureAlt: 'pictureAlt' })
  expect(await db.read.question.count()).toBe(0)
})

test('it is taken out by its button', async () => {
  const { draft } = await answered(post(null, { intent: `dropPicture:${hash}`, stem: `看图：![图](image:${hash})` }))
  expect(draft.stem).toBe('看图：')
})
