/**
 * What is dear to compute and follows from its key alone, at most `most` of it: the one asked for longest ago goes first. A
 * cache and nothing else: whoever asks without it gets the same.
 */
export function keptInMemory<Value>(most: number) {
  const kept = new Map<string, Value>()
  return {
    get(key: string, compute: () => Value): Value {
      const known = kept.get(key)
      const value = known === undefined ? compute() : known
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return value
    },
  }
}
