import type { Choice, Constructed, QuestionFacts } from '../question.ts'
import { type Extras, writeExtras } from './exchange-extras.schema.ts'
import { escapeHtml, textAsHtml } from './html-text.ts'
import { shareOf } from './moodle-parts.ts'
import { picturesNamed, replacePictures } from './picture-kind.ts'
import type { ExportedQuestion, StagedPicture } from './staged-item.ts'
import { escapeXml } from './xml-tree.ts'

export type Pictures = ReadonlyMap<string, StagedPicture>

/**
 * Questions as Moodle XML. Texts are plain, so that nothing of them is taken for HTML; a text whose pictures are at hand is
 * HTML with its files beside it. A case is a description with its questions after it, held together by our own element,
 * which Moodle passes over.
 */
export function writeMoodleXml(questions: readonly ExportedQuestion[], pictures: Pictures = new Map()): string {
  const body = questions.flatMap((question) => written(question, pictures))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${body.join('\n')}\n</quiz>\n`
}

function written({ rowKey, question: { body, facts } }: ExportedQuestion, pictures: Pictures): readonly string[] {
  if (body.kind === 'case') {
    const head = question('description', rowKey, body.stem, pictures, [
      element('defaultgrade', '0'),
      ...common(facts, { facts, caseOf: body.items.length }),
    ])
    return [head, ...body.items.map((item, at) => choiceOf(item, `${rowKey}#${at + 1}`, pictures, []))]
  }
  if (body.kind === 'constructed') {
    const { answerPoints, outOf } = body
    return [essayOf(body, rowKey, pictures, common(facts, { facts, answerPoints, outOf }))]
  }
  return [choiceOf(body, rowKey, pictures, common(facts, { facts }))]
}

function question(type: string, rowKey: string, stem: string, pictures: Pictures, parts: readonly string[]): string {
  const name = [...stem.replace(/\s+/g, ' ')].slice(0, 60).join('')
  const all = [
    `<name><text>${escapeXml(name)}</text></name>`,
    textElement('questiontext', stem, pictures),
    element('idnumber', rowKey),
    element('hidden', '0'),
    ...parts,
  ]
  return `  <question type="${type}">\n${all.map((one) => `    ${one}`).join('\n')}\n  </question>`
}

function common(facts: QuestionFacts, extras: Extras): readonly string[] {
  const tags = facts.points.map((point) => `<tag><text>${escapeXml(point)}</text></tag>`)
  return [`<tags>${tags.join('')}</tags>`, element('yucai', writeExtras(extras))]
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

function choiceOf(choice: Choice, rowKey: string, pictures: Pictures, more: readonly string[]): string {
  const { kind, stem, options, key, explanation } = choice
  const feedback = explanation === '' ? [] : [textElement('generalfeedback', explanation, pictures)]
  if (kind === 'judgement') {
    const answers = ['true', 'false'].map((word, at) => {
      const fraction = key.includes(at) ? '100' : '0'
      return `<answer fraction="${fraction}" format="moodle_auto_format"><text>${word}</text></answer>`
    })
    return question('truefalse', rowKey, stem, pictures, [
      element('defaultgrade', '1'),
      ...feedback,
      ...answers,
      ...more,
    ])
  }
  const isSingle = kind === 'single'
  const fractionOf = (at: number) =>
    key.includes(at) ? (isSingle ? '100' : shareOf(key.length)) : isSingle ? '0' : '-100'
  const answers = options.map((text, at) => textElement('answer', text, pictures, ` fraction="${fractionOf(at)}"`))
  return question('multichoice', rowKey, stem, pictures, [
    ...[element('defaultgrade', isSingle ? '1' : '2'), element('single', String(isSingle))],
    ...[element('shuffleanswers', 'false'), element('answernumbering', 'ABCD')],
    ...[...feedback, ...answers, ...more],
  ])
}

/** Markers see the answer points as a list with what each is worth. */
function essayOf(body: Constructed, rowKey: string, pictures: Pictures, more: readonly string[]): string {
  const { stem, answerPoints, outOf, explanation } = body
  const told = answerPoints.map(({ text, halfPoints, accept }, at) => {
    const other = accept.length > 0 ? `（或：${accept.join('；')}）` : ''
    return `${at + 1}. ${text}${other}（${halfPoints / 2}分）`
  })
  return question('essay', rowKey, stem, pictures, [
    element('defaultgrade', String(outOf / 2)),
    ...(explanation === '' ? [] : [textElement('generalfeedback', explanation, pictures)]),
    ...[element('responseformat', 'editor'), element('responserequired', '1'), element('attachments', '0')],
    textElement('graderinfo', told.join('\n'), pictures),
    ...more,
  ])
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

function textElement(name: string, text: string, pictures: Pictures, attributes = ''): string {
  const held = picturesNamed(text).flatMap((sha256) => pictures.get(sha256) ?? [])
  if (held.length === 0) return `<${name}${attributes} format="plain_text"><text>${escapeXml(text)}</text></${name}>`
  const fileName = ({ sha256, mediaType }: StagedPicture) => `${sha256.slice(0, 24)}.${extensions[mediaType] ?? 'bin'}`
  const tagged = (line: string) => {
    const tags: string[] = []
    const marked = replacePictures(line, (alt, sha256, whole) => {
      const picture = pictures.get(sha256)
      if (!picture) return whole
      tags.push(`<img src="@@PLUGINFILE@@/${fileName(picture)}" alt="${escapeHtml(alt)}">`)
      return `\uE200${tags.length - 1}\uE201`
    })
    return escapeHtml(marked).replace(/\uE200(\d+)\uE201/g, (_, at: string) => tags[Number(at)] ?? '')
  }
  const html = escapeXml(textAsHtml(text, tagged))
  const files = held.map(
    (picture) => `<file name="${fileName(picture)}" path="/" encoding="base64">${toBase64(picture.bytes)}</file>`,
  )
  return `<${name}${attributes} format="html"><text>${html}</text>${files.join('')}</${name}>`
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  return btoa(parts.join(''))
}
