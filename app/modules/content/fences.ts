import type { Values } from '~/i18n/messages.ts'
import { directiveNamed, ruleOf, tongueOf } from './directives.ts'
import type { ProblemCode } from './problems.ts'

type FenceProblem = { readonly code: ProblemCode; readonly line: number; readonly values: Values }
export type LeveledFences = { readonly text: string; readonly problems: readonly FenceProblem[] }

type Fence = { readonly at: number; readonly name: string; readonly rest: string; height: number }

const opening = /^ {0,3}:{3,}\s*([\p{L}][\p{L}\p{N}-]*)\s*(.*)$/u
const closing = /^ {0,3}:{3,}\s*$/
const leaf = /^ {0,3}::[^:]/
const codeFence = /^ {0,3}(`{3,}|~{3,})/
const titleAndProps = /^(?:\[(?:[^[\]\\]|\\.)*\])?(?:\{[^{}]*\})?\s*$/

/**
 * Directives want an outer container to have more colons than an inner one. Nobody should have to count: here every
 * container is written with three, and gets as many as it needs. Lines keep their numbers.
 */
export function levelFences(source: string): LeveledFences {
  const lines = source.split('\n')
  const problems: FenceProblem[] = []
  const open: Fence[] = []
  let code: string | undefined
  lines.forEach((line, at) => {
    const mark = codeFence.exec(line)?.[1]
    if (mark !== undefined) {
      if (code === undefined) code = mark
      else if (mark.startsWith(code)) code = undefined
      return
    }
    if (code !== undefined) return
    if (leaf.test(line)) lines[at] = straightened(line)
    if (/^\s*：{2,}/.test(line)) problems.push({ code: 'fullWidthColons', line: at + 1, values: {} })

    const [, name, rest = ''] = opening.exec(line) ?? []
    if (name !== undefined) {
      if (!titleAndProps.test(rest)) problems.push(formProblem(name, at + 1))
      open.push({ at, name, rest, height: 0 })
    } else if (closing.test(line)) {
      const fence = open.pop()
      if (!fence) {
        problems.push({ code: 'strayFence', line: at + 1, values: {} })
        return
      }
      const colons = ':'.repeat(3 + fence.height)
      lines[fence.at] = `${colons}${fence.name}${straightened(fence.rest)}`
      lines[at] = colons
      const parent = open.at(-1)
      if (parent) parent.height = Math.max(parent.height, fence.height + 1)
    }
  })
  for (const { at, name } of open) {
    problems.push({ code: 'unclosed', line: at + 1, values: { name: `:::${name}`, fence: ':::' } })
  }
  return { text: lines.join('\n'), problems }
}

function formProblem(name: string, line: number): FenceProblem {
  const known = directiveNamed(name)
  const form = known ? ruleOf(known).forms[tongueOf(name)] : `:::${name}[…]`
  return { code: 'directiveForm', line, values: { name: `:::${name}`, form } }
}

/** A Chinese keyboard writes “ ” around a value. */
function straightened(rest: string): string {
  return rest.replace(/=\s*“([^”"{}]*)”/gu, '="$1"')
}
