import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DomainError } from '~/platform/errors.ts'
import type { MarkdownSurroundings } from './guard-markdown.ts'
import { type CompiledMarkdown, markdownLimits } from './lesson-markdown.ts'
import { problem } from './problems.ts'

/** Made by `npm run content`: one file with all it needs, so that it runs the same in development, tests and production. */
const workerFile = resolve('.content', 'lesson-markdown.worker.cjs')

/** for the thread to be there, on a busy machine; the text's own time begins after it */
const startSeconds = 10
const atOnce = 2
const queueLimit = 20
let running = 0
const waiting: Array<() => void> = []

/** Compiles in a thread of its own: whatever the text does to the parser, the site goes on and the thread ends in time. */
export async function compileMarkdown(source: string, surroundings: MarkdownSurroundings): Promise<CompiledMarkdown> {
  if (running >= atOnce) {
    if (waiting.length >= queueLimit) throw new DomainError('busy')
    await new Promise<void>((go) => waiting.push(go))
  }
  running += 1
  try {
    return await compileInWorker(source, surroundings)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function compileInWorker(source: string, surroundings: MarkdownSurroundings): Promise<CompiledMarkdown> {
  return new Promise((settle) => {
    const worker = new Worker(workerFile, {
      workerData: { source, surroundings },
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    let timer = setTimeout(() => end(refused), startSeconds * 1_000)
    const end = (result: CompiledMarkdown) => {
      clearTimeout(timer)
      settle(result)
      void worker.terminate()
    }
    const refused = { problems: [problem('tooSlow', '', { line: 1, column: 1 }, { seconds: markdownLimits.seconds })] }
    worker.on('message', (message: 'ready' | CompiledMarkdown) => {
      if (message !== 'ready') return end(message)
      clearTimeout(timer)
      timer = setTimeout(() => end(refused), markdownLimits.seconds * 1_000)
    })
    // Out of memory or of stack: for the author the same as out of time.
    worker.once('error', () => end(refused))
    worker.once('exit', () => end(refused))
  })
}
