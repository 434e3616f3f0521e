import { useLocale, useT } from '~/i18n/messages.ts'
import { printPapers } from '~/i18n/print-papers.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { QuestionLine, QuestionText } from '~/modules/questions/question-text.tsx'
import type { KeyItem, PrintSection, SheetItem } from './paper-print.server.ts'
import { ordinalOf } from './part-ordinal.ts'
import { optionColumns, writingLines } from './print-layout.ts'
import { readableScore } from './readable-score.ts'

export function PrintedSections({ sections }: { sections: readonly PrintSection[] }) {
  const t = useT(printPapers)
  const hasChoices = sections.some(({ kind }) => kind !== 'constructed')
  const hasWritten = sections.some(({ kind }) => kind === 'constructed')
  return (
    <>
      <section className="print-rules" aria-labelledby="rules">
        <h2 id="rules">{t('rules.title')}</h2>
        <ol>
          {hasChoices && <li>{t('rules.sheet')}</li>}
          {hasChoices && <li>{t('rules.pencil')}</li>}
          {hasWritten && <li>{t('rules.writing')}</li>}
        </ol>
      </section>
      {sections.map((section, at) => (
        <PrintedSection key={section.items[0]?.itemId ?? at} section={section} at={at} />
      ))}
      <p className="print-end">{t('end')}</p>
    </>
  )
}

function PrintedSection({ section: { kind, halfPoints, items }, at }: { section: PrintSection; at: number }) {
  const t = useT(printPapers)
  const locale = useLocale()
  return (
    <section className="print-section" aria-labelledby={`part-${at}`}>
      <h2 id={`part-${at}`}>
        {t('part', { ordinal: ordinalOf(at + 1, locale), kind: t(`kind.${kind}`) })}
        <span>{t('part.note', { count: items.length, points: readableScore(halfPoints) })}</span>
      </h2>
      <p className="print-part-note">{t(`part.${kind}`)}</p>
      {items.map((item) => (
        <article key={item.itemId} className="print-item" lang="zh-CN">
          {item.caseStem !== null && (
            <div className="print-case">
              <QuestionText text={item.caseStem} />
            </div>
          )}
          <div className="print-stem">
            <span className="print-number">{item.number}.</span>
            <div>
              {kind === 'case' && item.kind !== 'constructed' && (
                <span className="print-tag">{t(`item.choice.${item.kind}`)}</span>
              )}
              <QuestionText text={item.stem} />
            </div>
          </div>
          {item.options.length > 0 && (
            <ol className="print-options" data-columns={optionColumns(item.options)}>
              {item.options.map((option, place) => (
                <li key={option}>
                  <span>{lettersOf([place])}.</span>
                  <QuestionLine text={option} />
                </li>
              ))}
            </ol>
          )}
        </article>
      ))}
    </section>
  )
}

/** 答题卡: boxes for choices, five items to a block, and lines for what is written. */
export function PrintedSheet({ items }: { items: readonly SheetItem[] }) {
  const t = useT(printPapers)
  const choices = items.filter(({ kind }) => kind !== 'constructed')
  const written = items.filter(({ kind }) => kind === 'constructed')
  const blocks = Array.from({ length: Math.ceil(choices.length / 5) }, (_, at) => choices.slice(at * 5, at * 5 + 5))
  return (
    <>
      {choices.length > 0 && (
        <section className="print-section" aria-labelledby="choices">
          <h2 id="choices">{t('sheet.choices')}</h2>
          <p className="print-part-note">{t('rules.pencil')}</p>
          <div className="bubble-blocks">
            {blocks.map((block) => (
              <ol key={block[0]?.number} className="bubble-block">
                {block.map((item) => (
                  <BubbleRow key={item.number} item={item} />
                ))}
              </ol>
            ))}
          </div>
        </section>
      )}
      {written.length > 0 && (
        <section className="print-section" aria-labelledby="written">
          <h2 id="written">{t('sheet.written')}</h2>
          {written.map(({ number, halfPoints }) => (
            <div key={number} className="writing">
              <h3>{t('sheet.item', { number, points: readableScore(halfPoints), count: halfPoints / 2 })}</h3>
              {Array.from({ length: writingLines(halfPoints) }, (_, line) => `${number}.${line}`).map((line) => (
                <div key={line} className="writing-line" />
              ))}
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function BubbleRow({ item: { number, kind, optionCount } }: { item: SheetItem }) {
  const letters = Array.from({ length: optionCount }, (_, at) => lettersOf([at]))
  return (
    <li className="bubble-row" data-kind={kind}>
      <span className="bubble-number">{number}</span>
      {letters.map((letter) => (
        <span key={letter} className="bubble">
          {letter}
        </span>
      ))}
    </li>
  )
}

/** Letters of all choices at a glance, then what is said about each. */
export function PrintedKey({ items }: { items: readonly KeyItem[] }) {
  const t = useT(printPapers)
  const choices = items.filter(({ kind }) => kind !== 'constructed')
  return (
    <>
      {choices.length > 0 && (
        <section className="print-section" aria-labelledby="letters">
          <h2 id="letters">{t('key.table')}</h2>
          <ol className="key-letters">
            {choices.map(({ number, key }) => (
              <li key={number}>
                <span>{number}</span>
                <strong>{lettersOf(key)}</strong>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="print-section" aria-labelledby="explanations">
        <h2 id="explanations">{t('key.explanations')}</h2>
        {items.map((item) => (
          <KeyEntry key={item.number} item={item} />
        ))}
      </section>
    </>
  )
}

function KeyEntry({ item: { number, key, explanation, answerPoints } }: { item: KeyItem }) {
  const t = useT(printPapers)
  return (
    <article className="print-item" lang="zh-CN">
      <div className="print-stem">
        <span className="print-number">{number}.</span>
        <div>
          {key.length > 0 && <strong>{t('key.answer', { letters: lettersOf(key) })}</strong>}
          {answerPoints.length > 0 && (
            <>
              <strong>{t('key.answerPoints')}</strong>
              <ol className="print-points">
                {answerPoints.map(({ text, halfPoints }) => (
                  <li key={text}>
                    <QuestionLine text={text} />{' '}
                    {t('points', { points: readableScore(halfPoints), count: halfPoints / 2 })}
                  </li>
                ))}
              </ol>
            </>
          )}
          {explanation && <QuestionText text={explanation} />}
        </div>
      </div>
    </article>
  )
}
