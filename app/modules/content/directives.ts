import type { PropKind } from './language.ts'

/*
 * The components of lessons that staff write in the browser, in Markdown with directives. Each has a Chinese and an English
 * name; what stands in square brackets is its title.
 */
type DirectiveKind = 'container' | 'leaf' | 'text'
const directiveNames = [
  ...(['note', 'tip', 'warn', 'law', 'case', 'reveal', 'check', 'reflect'] as const),
  ...(['steps', 'compare', 'source', 'term'] as const),
]
export type DirectiveName = (typeof directiveNames)[number]

type PropRule = { readonly names: readonly [zh: string, en: string]; readonly kind: PropKind; readonly required?: true }
export type DirectiveRule = {
  readonly names: readonly [zh: string, en: string]
  readonly kind: DirectiveKind
  readonly hasTitle?: true
  /** kept with the reader's answers, so the author names it: {#q1} */
  readonly hasId?: true
  readonly props?: Readonly<Record<string, PropRule>>
  readonly parent?: DirectiveName
  readonly isIsland?: true
  /** how it is written, for the sentence that says that it was not */
  readonly forms: readonly [zh: string, en: string]
}

const callout = (zh: string, en: string): DirectiveRule => ({
  names: [zh, en],
  kind: 'container',
  hasTitle: true,
  forms: [`:::${zh}[标题]`, `:::${en}[title]`],
})

const directives: Readonly<Record<DirectiveName, DirectiveRule>> = {
  note: callout('记住', 'note'),
  tip: callout('窍门', 'tip'),
  warn: callout('当心', 'warn'),
  law: callout('法规', 'law'),
  case: { names: ['案例', 'case'], kind: 'container', hasTitle: true, forms: [':::案例[标题]', ':::case[title]'] },
  reveal: {
    names: ['分析', 'reveal'],
    kind: 'container',
    hasTitle: true,
    parent: 'case',
    forms: [':::分析[看看处理方法]', ':::reveal[label]'],
  },
  check: {
    names: ['自测', 'check'],
    kind: 'container',
    hasId: true,
    props: { optional: { names: ['选做', 'optional'], kind: 'flag' } },
    isIsland: true,
    forms: [':::自测{#q1}', ':::check{#q1}'],
  },
  reflect: {
    names: ['想一想', 'reflect'],
    kind: 'container',
    hasId: true,
    isIsland: true,
    forms: [':::想一想{#r1}', ':::reflect{#r1}'],
  },
  steps: { names: ['步骤', 'steps'], kind: 'container', forms: [':::步骤', ':::steps'] },
  compare: {
    names: ['对照', 'compare'],
    kind: 'container',
    hasTitle: true,
    forms: [':::对照[标题]', ':::compare[title]'],
  },
  source: {
    names: ['出处', 'source'],
    kind: 'leaf',
    hasTitle: true,
    props: {
      publisher: { names: ['发布', 'publisher'], kind: 'text', required: true },
      checked: { names: ['核对', 'checked'], kind: 'day', required: true },
      url: { names: ['网址', 'url'], kind: 'url' },
    },
    forms: [
      '::出处[《志愿服务条例》]{发布="国务院" 核对="2026-11-23"}',
      '::source[title]{publisher="…" checked="2026-11-23"}',
    ],
  },
  term: { names: ['词语', 'term'], kind: 'text', hasTitle: true, forms: [':词语[人在情境中]', ':term[word]'] },
}

export function ruleOf(name: DirectiveName): DirectiveRule {
  return directives[name]
}

export function directiveNamed(written: string): DirectiveName | undefined {
  return directiveNames.find((name) => ruleOf(name).names.some((known) => known === written))
}

/** 0 when this author writes Chinese names, 1 when English ones: hints answer in kind. */
export function tongueOf(written: string): 0 | 1 {
  return /^[a-z]+$/i.test(written) ? 1 : 0
}

const colons: Readonly<Record<DirectiveKind, string>> = { container: ':::', leaf: '::', text: ':' }

export function knownDirectives(written: string): string {
  return directiveNames.map((name) => colons[ruleOf(name).kind] + ruleOf(name).names[tongueOf(written)]).join(' ')
}
