import { afterEach, beforeEach, vi } from 'vitest'

/** An error on the console fails the test: React and Node put real defects there. A test that expects one takes over the spy. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    throw new Error(`console.error: ${words.map(String).join(' ')}`)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})
