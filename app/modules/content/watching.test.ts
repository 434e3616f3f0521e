import { expect, test } from 'vitest'
import type { Interval } from './intervals.ts'
import { type Film, recordWatching } from './watching.ts'

function fakeFilm() {
  const listeners = new Map<string, () => void>()
  const film = {
    currentTime: 0,
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
    removeEventListener: (event: string) => listeners.delete(event),
  }
  const fire = (event: string) => listeners.get(event)?.()
  return {
    film: film as unknown as Film,
    at: (time: number) => {
      film.currentTime = time
      fire('timeupdate')
    },
    jump: (time: number) => {
      film.currentTime = time
    },
    fire,
    listeners,
  }
}

function play(tape: ReturnType<typeof fakeFilm>, from: number, to: number) {
  for (let time = from; time <= to; time++) tape.at(time)
}

test('what is played is watched; what is skipped is not', () => {
  const tape = fakeFilm()
  const seen: Array<readonly Interval[]> = []
  recordWatching(tape.film, [], (all) => seen.push(all))
  tape.fire('play')
  play(tape, 0, 10)
  play(tape, 80, 90)
  tape.fire('pause')
  expect(seen.at(-1)).toEqual([
    [0, 10],
    [80, 90],
  ])
})

test('a later visit adds to the earlier one', () => {
  const tape = fakeFilm()
  const seen: Array<readonly Interval[]> = []
  recordWatching(tape.film, [[0, 10]], (all) => seen.push(all))
  tape.jump(8)
  tape.fire('play')
  play(tape, 8, 14)
  tape.fire('ended')
  expect(seen.at(-1)).toEqual([[0, 14]])
})

test('moving about while paused watches nothing', () => {
  const tape = fakeFilm()
  const seen: Array<readonly Interval[]> = []
  recordWatching(tape.film, [], (all) => seen.push(all))
  play(tape, 0, 40)
  tape.fire('pause')
  expect(seen).toEqual([])
})

test('a long watch is told in between, and leaving the page tells the rest', () => {
  const tape = fakeFilm()
  const seen: Array<readonly Interval[]> = []
  const stop = recordWatching(tape.film, [], (all) => seen.push(all), 5)
  tape.fire('play')
  play(tape, 0, 12)
  expect(seen).toEqual([[[0, 5]], [[0, 10]]])
  stop()
  expect(seen.at(-1)).toEqual([[0, 12]])
  expect(tape.listeners.size).toBe(0)
})
