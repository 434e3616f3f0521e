/**
 * The language of lessons: the components that authors may use, and what each takes. `content/README.md` tells it to
 * people; both pipelines check against this table.
 */
export type PropKind = 'text' | 'id' | 'day' | 'url' | 'path' | 'seconds' | 'flag' | 'tone'
type PropRule = { readonly kind: PropKind; readonly required?: true }
export type ComponentRule = {
  readonly props: Readonly<Record<string, PropRule>>
  /** may only stand directly inside this one */
  readonly parent?: ComponentName
  /** has a slot of the reader's own, so it stands at the top level of the text */
  readonly isIsland?: true
}

export const componentNames = [
  'Callout',
  'Figure',
  'Case',
  'Reveal',
  'Check',
  'Option',
  'Why',
  'Reflect',
  'Term',
  'Steps',
  'Step',
  'Compare',
  'Video',
  'Source',
] as const
export type ComponentName = (typeof componentNames)[number]

const requiredText = { kind: 'text', required: true } as const
const requiredId = { kind: 'id', required: true } as const
const requiredPath = { kind: 'path', required: true } as const

export const language: Readonly<Record<ComponentName, ComponentRule>> = {
  Callout: { props: { tone: { kind: 'tone', required: true }, title: requiredText } },
  Figure: { props: { src: requiredPath, alt: requiredText, caption: requiredText } },
  Case: { props: { title: requiredText } },
  Reveal: { props: { label: requiredText }, parent: 'Case' },
  Check: { props: { id: requiredId, question: requiredText, optional: { kind: 'flag' } }, isIsland: true },
  Option: { props: { right: { kind: 'flag' } }, parent: 'Check' },
  Why: { props: {}, parent: 'Check' },
  Reflect: { props: { id: requiredId, prompt: requiredText }, isIsland: true },
  Term: { props: { id: requiredId } },
  Steps: { props: {} },
  Step: { props: { title: requiredText }, parent: 'Steps' },
  Compare: { props: { caption: requiredText } },
  Video: {
    props: {
      id: requiredId,
      src: requiredPath,
      seconds: { kind: 'seconds', required: true },
      captions: requiredPath,
      title: requiredText,
    },
    isIsland: true,
  },
  Source: {
    props: {
      title: requiredText,
      publisher: requiredText,
      url: { kind: 'url' },
      checked: { kind: 'day', required: true },
    },
  },
}

export const tones = ['note', 'tip', 'warn', 'law'] as const
export type Tone = (typeof tones)[number]

export function isComponentName(name: string | null | undefined): name is ComponentName {
  return componentNames.some((known) => known === name)
}

const patterns: Readonly<Record<Exclude<PropKind, 'flag' | 'day'>, RegExp>> = {
  text: /\S/u,
  id: /^[a-z][a-z0-9-]{0,63}$/,
  url: /^https?:\/\/[^\s<>"]+$/,
  path: /^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.[a-z0-9]{2,5}$/,
  seconds: /^[1-9]\d{0,4}$/,
  tone: new RegExp(`^(?:${tones.join('|')})$`),
}

/** May a property of this kind hold this text? */
export function isValidProp(kind: PropKind, value: string): boolean {
  if (kind === 'flag') return value === ''
  if (kind === 'day') return isDay(value)
  return value.length <= 2_000 && patterns[kind].test(value)
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value)
}
