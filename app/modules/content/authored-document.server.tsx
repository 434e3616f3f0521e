import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { Check, Option, Why } from './authoring/check.tsx'
import { Reflection } from './authoring/islands.tsx'
import { Cell, HeadCell, Link, Table } from './authoring/markdown.tsx'
import { Callout, Case, Compare, Reveal, Source, Step, Steps, Term } from './authoring/passages.tsx'
import { markBlocks } from './blocks.ts'
import type { LessonDocument } from './document.ts'
import type { GlossaryEntry } from './library.ts'
import { hrefOf, readLink } from './links.ts'
import { fingerprint, renderDocument } from './render-document.server.tsx'
import type { Tree } from './tree.ts'

type Props<Component extends (props: never) => unknown> = Parameters<Component>[0]

/** The elements of `lesson-tags.ts`, and the components that show them: the same ones as for lessons of the repository. */
const components = {
  'x-callout': Callout,
  'x-case': Case,
  'x-reveal': Reveal,
  'x-check': ({ item, ...props }: Omit<Props<typeof Check>, 'id'> & { item: string }) => <Check id={item} {...props} />,
  'x-option': Option,
  'x-why': Why,
  'x-reflect': ({ item, prompt }: { item: string; prompt: string }) => <Reflection id={item} prompt={prompt} />,
  'x-steps': Steps,
  'x-step': Step,
  'x-compare': Compare,
  'x-source': ({ checkedOn, ...props }: Omit<Props<typeof Source>, 'checked'> & { checkedOn: string }) => (
    <Source checked={checkedOn} {...props} />
  ),
  'x-term': ({ term, children }: { term: string; children?: React.ReactNode }) => <Term id={term}>{children}</Term>,
  a: Link,
  table: Table,
  th: HeadCell,
  td: Cell,
}

/** Makes a document of a lesson tree: what staff wrote in the browser looks like what stands in the repository. */
export function documentOfTree(tree: Tree, glossary: readonly GlossaryEntry[]): LessonDocument {
  const own = structuredClone(tree)
  const marked = markBlocks(own, fingerprint)
  const content = toJsxRuntime(own as never, {
    Fragment,
    jsx,
    jsxs,
    components: components as never,
    tableCellAlignToStyle: false,
    ignoreInvalidStyle: true,
  })
  const terms = new Map(glossary.map((entry) => [entry.id, entry]))
  return renderDocument(content, marked, {
    term: (id) => terms.get(id),
    figure: () => undefined,
    media: () => undefined,
    link: (url) => {
      const target = readLink(url)
      if (!target) return undefined
      const rel = 'noopener noreferrer nofollow ugc'
      return target.kind === 'web' ? { href: hrefOf(target), rel } : { href: hrefOf(target) }
    },
  })
}
