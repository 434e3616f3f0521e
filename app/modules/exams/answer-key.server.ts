import { hkdfSync } from 'node:crypto'
import { siteSecret } from '~/platform/site-secret.server.ts'

/**
 * Seals what one attempt could not send (answer-file.ts). The device that sits is given it with the page; we make it again
 * when the file comes, so that nothing is kept.
 */
export async function answerKey(attemptId: string, now: Date): Promise<Buffer> {
  const secret = await siteSecret('answer-file', now)
  return Buffer.from(hkdfSync('sha256', secret, '', attemptId, 32))
}
