/**
 * A function that is asked the same few thousand things again and again, and answers from memory. When it has kept `most` it
 * forgets them all: simpler than knowing which was asked for longest ago, and as good for what a hall reads on one evening.
 */
export function remembered<Asked, Answer>(answer: (asked: Asked) => Answer, most = 5_000): (asked: Asked) => Answer {
  const kept = new Map<Asked, Answer>()
  return (asked) => {
    const known = kept.get(asked)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const fresh = answer(asked)
    kept.set(asked, fresh)
    return fresh
  }
}
