import { bank as texts } from '~/i18n/bank.ts'
import { translator } from '~/i18n/messages.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { questionsIn } from './bank-list.server.ts'
import { addressOf, type BankQuery } from './bank-query.ts'
import { picturesNamed } from './exchange/picture-kind.ts'
import { writeQuestions } from './exchange/read-file.server.ts'
import { type StagedPicture, textsOf } from './exchange/staged-item.ts'
import { writeTemplate } from './exchange/workbook.server.ts'
import { ExportForm } from './import-acts.schema.ts'
import { chunks } from './import-matches.server.ts'
import type { Question } from './question.ts'

export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const files = {
  xlsx: { ending: 'xlsx', type: spreadsheet },
  gift: { ending: 'gift', type: 'text/plain; charset=utf-8' },
  'moodle-xml': { ending: 'xml', type: 'application/xml; charset=utf-8' },
} as const

/** What is filtered, with keys and explanations, as a file that reads back. That somebody took it is in the audit. */
export async function exportQuestions(
  actor: Actor,
  query: BankQuery,
  form: FormData,
  now: Date,
): Promise<ExportedFile> {
  const t = translator(texts, actor.locale)
  const parsed = parseForm(ExportForm, form)
  if (!parsed.ok) throw new DomainError('invalid')
  const { format } = parsed.value
  const found = await questionsIn(actor, query)
  if (format === 'template') {
    return { name: `${t('export.template')}.xlsx`, type: spreadsheet, bytes: await writeTemplate() }
  }
  const keys = await rowKeysOf(found.map(({ id }) => id))
  const questions = found.map(({ id, question }) => ({ rowKey: keys.get(id) ?? id, question }))
  const pictures = format === 'moodle-xml' ? await picturesOf(found) : undefined
  const bytes = await writeQuestions(questions, format, pictures)
  const reason = [format, found.length, ...Object.values(addressOf({ ...query, search: '' })).filter(Boolean)].join(' ')
  await db.write((tx) =>
    audit(tx, { actor, action: 'bank.exported', objectType: 'bank', objectId: 'bank', reason, now }),
  )
  const { ending, type } = files[format]
  return { name: `${t('title')} ${dayOf(now)}.${ending}`, type, bytes }
}

/** The keys by which earlier files know their questions, so that the same file can come back. */
async function rowKeysOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>()
  for (const some of chunks(ids, 400)) {
    const rows = await db.read.question.findMany({
      where: { id: { in: [...some] }, rowKey: { not: null } },
      select: { id: true, rowKey: true },
    })
    for (const { id, rowKey } of rows) if (rowKey !== null) keys.set(id, rowKey)
  }
  return keys
}

async function picturesOf(
  questions: ReadonlyArray<{ readonly question: Question }>,
): Promise<ReadonlyMap<string, StagedPicture>> {
  const hashes = questions.flatMap(({ question }) => textsOf(question.body).flatMap(picturesNamed))
  const pictures = new Map<string, StagedPicture>()
  for (const some of chunks([...new Set(hashes)], 100)) {
    const rows = await db.read.questionPicture.findMany({ where: { hash: { in: [...some] } } })
    for (const { hash, mediaType, base64 } of rows) {
      pictures.set(hash, { sha256: hash, mediaType, bytes: Buffer.from(base64, 'base64') })
    }
  }
  return pictures
}
