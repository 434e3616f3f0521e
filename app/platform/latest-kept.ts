/** Keeps what was asked for last in memory, so many of them: the one that was asked for longest ago makes room. */
export class LatestKept<Key, Value> {
  readonly #kept = new Map<Key, Value>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: Key): Value | undefined {
    const value = this.#kept.get(key)
    if (value !== undefined) this.keep(key, value)
    return value
  }

  keep(key: Key, value: Value): void {
    this.#kept.delete(key)
    const oldest = this.#kept.size >= this.#most ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, value)
  }
}
