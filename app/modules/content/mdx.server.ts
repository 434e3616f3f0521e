import { bundleMDX } from 'mdx-bundler'
import { getMDXComponent } from 'mdx-bundler/client/index.js'
import { type ComponentType, createElement, type ReactNode } from 'react'
import remarkGfm from 'remark-gfm'
import { authorComponents } from './authoring/author-components.ts'
import { type MarkedBlocks, markBlocks } from './blocks.ts'
import { inspectLesson, type LessonMentions } from './inspect-lesson.ts'
import { type ContentProblem, inOrder, problem } from './problems.ts'
import { countCharacters } from './prose.ts'
import { fingerprint } from './render-document.server.tsx'
import type { Tree } from './tree.ts'

export type CompiledMdx = {
  /** absent when the text could not be read */
  readonly content?: ReactNode
  readonly marked: MarkedBlocks
  readonly mentions: LessonMentions
  readonly characters: number
  readonly problems: readonly ContentProblem[]
}

const nothing = {
  marked: { blocks: [], outline: [] },
  mentions: { terms: [], figures: [], media: [], links: [], islands: [] },
  characters: 0,
} as const

/**
 * Compiles a lesson of the repository with mdx-bundler and evaluates it, in the process of `npm run content` and nowhere
 * else: the site that serves the result cannot turn text into code.
 */
export async function compileMdx(source: string, file: string): Promise<CompiledMdx> {
  const problems: ContentProblem[] = []
  let mentions: LessonMentions = nothing.mentions
  let marked: MarkedBlocks = nothing.marked
  let characters = 0
  const inspect = () => (tree: unknown) => {
    mentions = inspectLesson(tree as Tree, (code, place, values) => problems.push(problem(code, file, place, values)))
  }
  const mark = () => (tree: unknown) => {
    marked = markBlocks(tree as Tree, fingerprint)
    characters = countCharacters(marked.blocks.map((block) => block.text).join(''))
  }
  try {
    const { code } = await bundleMDX({
      source,
      mdxOptions: (options) => {
        // The first plugin sets the frontmatter apart; the next would turn it into an export, which is code to `inspect`.
        const [frontmatter, ...others] = options.remarkPlugins ?? []
        return {
          ...options,
          remarkPlugins: [...(frontmatter ? [frontmatter] : []), remarkGfm, inspect, ...others],
          rehypePlugins: [mark],
          tableCellAlignToStyle: false,
        }
      },
      esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
    })
    const isSound = problems.every((one) => one.isWarning)
    const Lesson = getMDXComponent(code) as ComponentType<{ components: typeof authorComponents }>
    const content = isSound ? createElement(Lesson, { components: authorComponents }) : undefined
    return { content, marked, mentions, characters, problems: inOrder(problems) }
  } catch (thrown) {
    return { ...nothing, problems: inOrder([...problems, ...syntaxProblems(thrown, file)]) }
  }
}

type BuildFailure = { errors: ReadonlyArray<{ text: string; location: { line: number; column: number } | null }> }

function syntaxProblems(thrown: unknown, file: string): readonly ContentProblem[] {
  if (!isBuildFailure(thrown)) throw thrown
  return thrown.errors.map(({ text, location }) => {
    // An element that is never closed is said at the end of the file; where it begins stands in the sentence.
    const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)/.exec(text) ?? []
    const place = line ? { line: Number(line), column: Number(column) } : placeOfFailure(location)
    return problem('syntax', file, place, {
      detail: text.replace(/^Cannot process MDX file with esbuild:\s*(?:\d+:\d+: )?/, ''),
    })
  })
}

function placeOfFailure(location: { line: number; column: number } | null) {
  return { line: location?.line || 1, column: (location?.column ?? 0) + 1 }
}

function isBuildFailure(thrown: unknown): thrown is BuildFailure {
  return thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors)
}
