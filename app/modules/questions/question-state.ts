/** 草稿 · 待审 · 启用 · 停用: what the bank keeps of a question. */
export const questionStatuses = ['draft', 'review', 'active', 'retired'] as const
export type QuestionStatus = (typeof questionStatuses)[number]

export type Standing = {
  readonly status: QuestionStatus
  readonly newestVersion: number
  readonly activeVersion: number | null
}

/** What an author sees of it: `revised` is asked in its approved version while a newer one waits. */
export type QuestionState = QuestionStatus | 'revised'

export function stateOf({ status, newestVersion, activeVersion }: Standing): QuestionState {
  return status === 'active' && newestVersion !== activeVersion ? 'revised' : status
}

/** A version waits for somebody's approval. */
export function isWaiting(state: QuestionState): boolean {
  return state === 'review' || state === 'revised'
}

/**
 * After its next version is saved: an active question stays active in its approved version, one in review stays there, so
 * that whoever reviews sees the newest; one that was retired begins again.
 */
export function statusAfterSave(status: QuestionStatus, isProposed: boolean): QuestionStatus {
  if (status === 'active' || status === 'review') return status
  return isProposed ? 'review' : 'draft'
}

/** Back in use in the version that two people have seen; one that was never approved is a draft again. */
export function statusAfterRestore({ activeVersion }: Pick<Standing, 'activeVersion'>): QuestionStatus {
  return activeVersion === null ? 'draft' : 'active'
}

export function isQuestionStatus(text: string): text is QuestionStatus {
  return questionStatuses.some((one) => one === text)
}
