const firstBytes = 128 * 1024

/**
 * A page that is written as bytes: what is the same for everybody was encoded once and is copied. A text of a hundred thousand
 * letters that is put together first and encoded then costs ten times as much.
 */
export class HtmlBytes {
  #page = Buffer.allocUnsafe(firstBytes)
  #length = 0

  /** Tags, ids, numbers: nothing beyond ASCII. */
  markup(ascii: string): void {
    this.#makeRoom(ascii.length)
    this.#length += this.#page.write(ascii, this.#length, 'latin1')
  }

  /** What was encoded before. */
  bytes(html: Uint8Array): void {
    this.#makeRoom(html.length)
    this.#page.set(html, this.#length)
    this.#length += html.length
  }

  done(): Buffer {
    return this.#page.subarray(0, this.#length)
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#page.length) return
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#page.length, this.#length + bytes))
    this.#page.copy(larger, 0, 0, this.#length)
    this.#page = larger
  }
}
