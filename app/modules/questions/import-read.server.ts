import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { normalText } from './bank-text.ts'
import { type QuestionFile, readQuestions } from './exchange/read-file.server.ts'
import { UploadForm } from './import-acts.schema.ts'
import { syllabus } from './official-pack.server.ts'
import { mostBytes } from './question-import.ts'
import { stageImport } from './question-imports.server.ts'
import type { Subject } from './subjects.ts'

export type UploadOutcome =
  | { readonly kind: 'staged'; readonly importId: string }
  | { readonly kind: 'refused'; readonly fault: UploadFault; readonly text: string }
export type UploadFault = 'nothing' | 'tooLarge' | 'tooMany' | 'unstorable'

/** Reads a file, or what was pasted, and lays it out. A file that cannot be read is laid out, too: with the reason. */
export async function uploadQuestions(
  actor: Actor,
  subject: Subject,
  form: FormData,
  now: Date,
): Promise<UploadOutcome> {
  demand(mayAuthor(actor))
  const parsed = parseForm(UploadForm, form)
  const pasted = form.get('text')
  const text = typeof pasted === 'string' ? pasted : ''
  const refused = (fault: UploadFault): UploadOutcome => ({ kind: 'refused', fault, text })
  if (!parsed.ok) return refused(parsed.errors.text === 'tooLong' ? 'tooLarge' : 'unstorable')
  const file = await fileIn(form, text)
  if (!file) return refused('nothing')
  if (file.bytes.length > mostBytes) return refused('tooLarge')
  const { format, items } = readQuestions(file, { subject, findPoint })
  try {
    return { kind: 'staged', importId: await stageImport(actor, { subject, fileName: file.name, format, items }, now) }
  } catch (thrown) {
    if (thrown instanceof DomainError && thrown.code === 'tooLarge') return refused('tooMany')
    throw thrown
  }
}

/** The file counts before the text; neither is nothing. */
async function fileIn(form: FormData, text: string): Promise<QuestionFile | null> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  return text.trim() === '' ? null : { name: '', bytes: new TextEncoder().encode(text) }
}

let byName: ReadonlyMap<string, string> | undefined

/** A knowledge point by its id or its title in either language. */
function findPoint(name: string): string | null {
  byName ??= new Map(
    syllabus().points.flatMap(({ id, title, titleEn }) =>
      [id, title, titleEn].map((one) => [normalText(one), id] as const),
    ),
  )
  return byName.get(normalText(name)) ?? null
}
