import type { z } from 'zod'
import { DomainError } from './errors.ts'
import { isStorableText } from './params.ts'

/** The JSON body of a request, through its schema; what does not fit is refused as a whole. */
export async function parseJson<Schema extends z.ZodType>(schema: Schema, request: Request): Promise<z.infer<Schema>> {
  const body = await request.text()
  // NUL and lone surrogates arrive escaped or not; neither may reach a database.
  const read = isStorableText(body) ? readJson(body) : undefined
  const parsed = schema.safeParse(read)
  if (!parsed.success || !isStorableText(textsIn(parsed.data))) throw new DomainError('invalid')
  return parsed.data
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(textsIn).join('\n')
}
