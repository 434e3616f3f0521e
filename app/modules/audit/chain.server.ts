import { createHash } from 'node:crypto'
import { db } from '~/platform/db.server.ts'
import { canonical, type Entry } from './canonical.ts'

/** A place in the chain that was written down elsewhere: in the log, in a backup. */
export type Anchor = { readonly seq: number; readonly hash: string }

export const chainStart: Anchor = { seq: 0, hash: '0'.repeat(64) }

export function nextHash(previous: string, entry: Entry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical(entry)}`)
    .digest('hex')
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: Anchor; readonly unsealed: number }
  /** the first place where the chain does not hold */
  | { readonly ok: false; readonly seq: number; readonly problem: ChainProblem }

type ChainProblem = 'seal missing' | 'entry missing' | 'hash differs' | 'anchor differs'

const stride = 1_000

/**
 * Walks the whole chain. A changed, swapped or removed entry breaks it; a tail that was cut off together with its seals is
 * noticed only against `anchors` noted earlier.
 */
export async function verifyAuditChain(anchors: readonly Anchor[] = []): Promise<ChainVerdict> {
  let head = chainStart
  for (;;) {
    const seals = await db.read.auditSeal.findMany({
      where: { seq: { gt: head.seq } },
      orderBy: { seq: 'asc' },
      take: stride,
    })
    if (seals.length === 0) break
    const entries = await db.read.auditEntry.findMany({ where: { id: { in: seals.map(({ entryId }) => entryId) } } })
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    for (const seal of seals) {
      const verdict = judge(head, seal, byId.get(seal.entryId), anchors)
      if (verdict) return { ok: false, seq: head.seq + 1, problem: verdict }
      head = seal
    }
  }
  const beyond = anchors.find(({ seq }) => seq > head.seq)
  if (beyond) return { ok: false, seq: head.seq + 1, problem: 'seal missing' }
  return { ok: true, head: { seq: head.seq, hash: head.hash }, unsealed: (await db.read.auditEntry.count()) - head.seq }
}

function judge(
  head: Anchor,
  seal: Anchor,
  entry: Entry | undefined,
  anchors: readonly Anchor[],
): ChainProblem | undefined {
  if (seal.seq !== head.seq + 1) return 'seal missing'
  if (!entry) return 'entry missing'
  if (nextHash(head.hash, entry) !== seal.hash) return 'hash differs'
  if (anchors.some(({ seq, hash }) => seq === seal.seq && hash !== seal.hash)) return 'anchor differs'
  return undefined
}
