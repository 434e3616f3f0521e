import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { escaped } from '~/platform/html.ts'
import type { Handing } from './handing.ts'
import type { Outcome, Standing } from './scoring.ts'

/*
 * Every item of a result with her answer, the key, the explanation, the point it tests and where that is taught, written as
 * text: eighty questions are too many for elements.
 */
export type ResultItem = {
  readonly itemId: string
  readonly number: number
  readonly outcome: Outcome
  readonly halfPoints: number
  readonly outOf: number
  readonly stem: string
  readonly caseStem: string | null
  readonly options: ReadonlyArray<{ readonly text: string; readonly isKey: boolean; readonly isPicked: boolean }>
  /** a written answer, as she wrote it */
  readonly text: string | null
  readonly answerPoints: ReadonlyArray<{
    readonly text: string
    readonly halfPoints: number
    readonly isTicked: boolean
  }>
  /** she marks it herself, by ticking answer points */
  readonly maySelfMark: boolean
  /** of a written answer: whether her mentors were asked to look; null: it is a choice */
  readonly handing: Handing | null
  readonly explanation: string
  /** marks were changed after the fact; null: scored as it was drawn */
  readonly ruling: ShownRuling | null
  readonly points: ReadonlyArray<{ readonly title: string; readonly path: string }>
}

export type ShownRuling = {
  /** what is accepted now, in letters as she saw them; null: as before */
  readonly keys: readonly string[] | null
  readonly standing: Standing
  /** what it is worth now; null: as before */
  readonly halfPoints: number | null
  /** the explanation was written for another key */
  readonly isExplanationOld: boolean
}

export type ResultWords = {
  readonly number: (number: number) => string
  readonly points: (halfPoints: number, outOf: number) => string
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly key: string
  readonly yours: string
  readonly explanation: string
  readonly tested: string
  readonly answerPoints: string
  readonly noText: string
  readonly selfMark: string
  readonly selfMarkSave: string
  readonly hand: string
  readonly takeBack: string
  /** how it stands with her mentors; «» where there is nothing to say */
  readonly handing: (handing: Handing) => string
  readonly ruling: (ruling: ShownRuling) => string
  readonly oldExplanation: string
}

export function resultHtml(
  items: readonly ResultItem[],
  words: ResultWords,
  picturePath: (hash: string) => string,
): string {
  return items.map((item) => itemHtml(item, words, picturePath)).join('')
}

function itemHtml(item: ResultItem, words: ResultWords, picturePath: (hash: string) => string): string {
  const common =
    item.caseStem === null ? '' : `<div class="exam-case">${questionHtml(item.caseStem, picturePath)}</div>`
  const head = `<h3><span>${escaped(words.number(item.number))}</span><span class="result-outcome">${escaped(words.outcomes[item.outcome])}</span><span class="result-sign">${escaped(words.points(item.halfPoints, item.outOf))}</span></h3>`
  const ruling = item.ruling ? `<p class="result-ruling">${escaped(words.ruling(item.ruling))}</p>` : ''
  const old = item.ruling?.isExplanationOld ? `<p class="result-sign">${escaped(words.oldExplanation)}</p>` : ''
  const explanation = item.explanation
    ? `<div class="result-explanation"><p class="result-sign">${escaped(words.explanation)}</p>${old}${questionHtml(item.explanation, picturePath)}</div>`
    : ''
  return `<section class="result-item" id="r-${escaped(item.itemId)}" data-outcome="${item.outcome}" lang="zh-CN">${head}${ruling}${common}<div class="exam-stem">${questionHtml(item.stem, picturePath)}</div>${answerHtml(item, words, picturePath)}${explanation}${pointsHtml(item, words)}</section>`
}

function answerHtml(item: ResultItem, words: ResultWords, picturePath: (hash: string) => string): string {
  if (item.text !== null) {
    const own = item.text.trim() === '' ? `<p>${escaped(words.noText)}</p>` : questionHtml(item.text, picturePath)
    return `<div class="exam-case"><p class="result-sign">${escaped(words.yours)}</p>${own}</div>${answerPointsHtml(item, words)}${handingHtml(item, words)}`
  }
  const options = item.options.map(({ text, isKey, isPicked }, at) => {
    const signs = [isKey ? words.key : '', isPicked ? words.yours : ''].filter(Boolean).join(' · ')
    const marks = `${isKey ? ' data-key' : ''}${isPicked ? ' data-picked' : ''}`
    return `<li${marks}><b class="exam-letter">${String.fromCharCode(65 + at)}</b><span>${inlineHtml(text, picturePath)}</span><span class="result-sign">${escaped(signs)}</span></li>`
  })
  return `<ul class="result-options">${options.join('')}</ul>`
}

/** 采分点: a list to read, or a form in which she ticks what she finds in her answer. */
function answerPointsHtml(item: ResultItem, words: ResultWords): string {
  const head = `<p class="result-sign">${escaped(words.answerPoints)}</p>`
  if (!item.maySelfMark) {
    const list = item.answerPoints.map(
      ({ text, halfPoints }) => `<li>${escaped(text)} <span class="result-sign">${halfPoints / 2}</span></li>`,
    )
    return `${head}<ol>${list.join('')}</ol>`
  }
  const ticks = item.answerPoints.map(
    ({ text, halfPoints, isTicked }, at) =>
      `<label class="choice"><input type="checkbox" name="point" value="${at}"${isTicked ? ' checked' : ''}><span>${escaped(text)} <span class="result-sign">${halfPoints / 2}</span></span></label>`,
  )
  return `<form method="post" class="self-mark"><input type="hidden" name="intent" value="mark"><input type="hidden" name="item" value="${escaped(item.itemId)}"><fieldset><legend class="result-sign">${escaped(words.selfMark)}</legend>${ticks.join('')}</fieldset><button type="submit" class="button" data-kind="plain">${escaped(words.selfMarkSave)}</button></form>`
}

/** 请导师看看: how it stands, and the one thing that she may do about it. */
function handingHtml({ itemId, handing }: ResultItem, words: ResultWords): string {
  const sentence = handing ? words.handing(handing) : ''
  if (!handing || sentence === '') return ''
  const told = `<p class="result-sign">${escaped(sentence)}</p>`
  const form = (intent: string, kind: string, label: string) =>
    `<form method="post"><input type="hidden" name="intent" value="${intent}"><input type="hidden" name="item" value="${escaped(itemId)}"><button type="submit" class="button" data-kind="${kind}">${escaped(label)}</button></form>`
  const act =
    handing.kind === 'may'
      ? form('hand', 'plain', words.hand)
      : handing.kind === 'waiting'
        ? form('takeBack', 'quiet', words.takeBack)
        : ''
  const parts = handing.kind === 'waiting' ? told + act : act + told
  return `<div class="result-handing" data-handing="${handing.kind}">${parts}</div>`
}

function pointsHtml({ points }: ResultItem, words: ResultWords): string {
  if (points.length === 0) return ''
  const links = points.map(
    ({ title, path }) => `<li><a class="link" href="${escaped(path)}">${escaped(title)}</a></li>`,
  )
  return `<ul class="point-list"><li class="result-sign">${escaped(words.tested)}</li>${links.join('')}</ul>`
}
