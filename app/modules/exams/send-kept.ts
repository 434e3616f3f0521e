/*
 * Answers that a device kept go out later, from wherever she is. Those of one name go together, the oldest first, and each is
 * forgotten when the site has taken it. Whose they are the site says: at a shared computer some may be another's.
 */
export type Post = (path: string, message: object) => Promise<Response | null>

export type Kept<One> = {
  readonly nameOf: (one: One) => string
  readonly pathOf: (one: One) => string
  readonly messageOf: (batch: readonly [One, ...One[]]) => object
  /** does not fail: what cannot be forgotten is sent again */
  readonly forget: (one: One) => Promise<void>
}

export type Outcome = 'sent' | 'others' | 'signedOut' | 'left'

export type Sending<One> = { readonly left: readonly One[]; readonly outcomes: ReadonlySet<Outcome> }

/** As many as the site takes at once. */
const atOnce = 50

/** `post`: null when she is signed out; throws when nobody answers. */
export async function sendKept<One extends { readonly seq: number }>(
  all: readonly One[],
  kept: Kept<One>,
  post: Post,
): Promise<Sending<One>> {
  const left: One[] = []
  const outcomes = new Set<Outcome>()
  for (const batch of batchesOf(all, kept.nameOf)) {
    const outcome = await send(post, kept.pathOf(batch[0]), () => kept.messageOf(batch))
    outcomes.add(outcome)
    if (outcome === 'sent') for (const one of batch) await kept.forget(one)
    else if (outcome !== 'others') left.push(...batch)
  }
  return { left, outcomes }
}

/** To what is taken the site answers for every one; of another's it says that there is nothing. */
async function send(post: Post, path: string, message: () => object): Promise<Outcome> {
  try {
    const response = await post(path, message())
    if (response === null) return 'signedOut'
    if (response.ok) return 'sent'
    return response.status === 404 ? 'others' : 'left'
  } catch {
    return 'left'
  }
}

function batchesOf<One extends { readonly seq: number }>(all: readonly One[], nameOf: (one: One) => string) {
  const open = new Map<string, [One, ...One[]]>()
  const batches: Array<readonly [One, ...One[]]> = []
  for (const one of all.toSorted((a, b) => a.seq - b.seq)) {
    const batch = open.get(nameOf(one))
    if (batch && batch.length < atOnce) batch.push(one)
    else {
      const next: [One, ...One[]] = [one]
      open.set(nameOf(one), next)
      batches.push(next)
    }
  }
  return batches
}
