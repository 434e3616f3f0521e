import { Check, Option, Why } from './check.tsx'
import { Reflection, Video } from './islands.tsx'
import { Cell, HeadCell, Link, Table } from './markdown.tsx'
import { Callout, Case, Compare, Figure, Reveal, Source, Step, Steps, Term } from './passages.tsx'

/** What MDX sets for each name of the language, and for Markdown's own elements. */
export const authorComponents = {
  Callout,
  Figure,
  Case,
  Reveal,
  Check,
  Option,
  Why,
  Reflect: Reflection,
  Term,
  Steps,
  Step,
  Compare,
  Video,
  Source,
  a: Link,
  table: Table,
  th: HeadCell,
  td: Cell,
}
