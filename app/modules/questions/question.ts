/*
 * What a question is. Pure data: the same in the official pack, in the bank's immutable versions, in a staged import and in
 * a frozen paper. Options stand in the order of their letters: index 0 is A. Texts are plain, with line breaks; a picture
 * stands in them as «![what it shows](image:<sha256>)», a table as lines of «| a | b |».
 */
export const choiceKinds = ['single', 'multiple', 'judgement'] as const
export type ChoiceKind = (typeof choiceKinds)[number]
export const questionKinds = [...choiceKinds, 'case', 'constructed'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One thing to choose an answer to. */
export type Choice = {
  readonly kind: ChoiceKind
  readonly stem: string
  /** a judgement has 正确 and 错误, in this order */
  readonly options: readonly string[]
  /** indexes of the right options, ascending, without repeats */
  readonly key: readonly number[]
  readonly explanation: string
}

/** 案例分析共用题干: one stem, several choices that are answered one by one. */
export type CaseGroup = {
  readonly kind: 'case'
  readonly stem: string
  readonly items: readonly Choice[]
}

/** 采分点: one thing that a marker looks for. */
export type AnswerPoint = {
  readonly text: string
  /** what it is worth, in half-points */
  readonly halfPoints: number
  /** other wordings that count */
  readonly accept: readonly string[]
}

/** 主观题: written in one's own words and marked by answer points. */
export type Constructed = {
  readonly kind: 'constructed'
  readonly stem: string
  readonly answerPoints: readonly AnswerPoint[]
  /** full marks, in half-points: at most the sum of the answer points */
  readonly outOf: number
  readonly explanation: string
}

export type QuestionBody = Choice | CaseGroup | Constructed

/** «《民法典》第一千零六十二条», and while what it says is the law; days as «2021-01-01», null while there is no end. */
export type LawReference = {
  readonly name: string
  readonly article: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** What stands beside the question: where it belongs and where it is from. */
export type QuestionFacts = {
  /** code of the subject: see `subjects.ts` */
  readonly subject: string
  /** ids of knowledge points: content/exam/syllabus/points.yaml */
  readonly points: readonly string[]
  /** 1 (nearly everybody knows it) to 5 (few do), as its author thinks */
  readonly difficulty: number
  readonly source: string
  readonly laws: readonly LawReference[]
}

export type Question = { readonly body: QuestionBody; readonly facts: QuestionFacts }

/** The choices that are scored one by one: none of a constructed response. */
export function choicesOf(body: QuestionBody): readonly Choice[] {
  switch (body.kind) {
    case 'case':
      return body.items
    case 'constructed':
      return []
    default:
      return [body]
  }
}

/** [0, 2, 3] → «ACD». */
export function lettersOf(indexes: readonly number[]): string {
  return indexes.map((index) => String.fromCharCode(65 + index)).join('')
}
