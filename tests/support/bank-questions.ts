import type { Choice, Question, QuestionFacts } from '~/modules/questions/question.ts'

/* Makers of questions: each gives the smallest valid thing, `over` says what matters to the test. */

export function buildChoice(over: Partial<Choice> = {}): Choice {
  return {
    ...{ kind: 'single', stem: '社工小吴最先要做的是：', options: ['接案', '预估', '计划', '结案'], key: [0] },
    ...{ explanation: '先接案。', ...over },
  }
}

export function buildQuestion(over: Partial<Choice> = {}, facts: Partial<QuestionFacts> = {}): Question {
  return {
    body: buildChoice(over),
    facts: { subject: 'zs', points: ['process-intake'], difficulty: 2, source: '原创', laws: [], ...facts },
  }
}
