import { parentPort, workerData } from 'node:worker_threads'
import type { MarkdownSurroundings } from './guard-markdown.ts'
import { compileLessonMarkdown } from './lesson-markdown.ts'

/** What `compile-markdown.server.ts` hands over; bundled to `.content/` by `npm run content`. */
const { source, surroundings } = workerData as { source: string; surroundings: MarkdownSurroundings }
parentPort?.postMessage('ready')
parentPort?.postMessage(compileLessonMarkdown(source, surroundings))
