import { paths } from '~/paths.ts'
import type { StoredAnswer } from './attempt-store.ts'
import type { Kept } from './send-kept.ts'

/** How answers of exams go out that a device kept. */
export function keptAnswers(forget: Kept<StoredAnswer>['forget']): Kept<StoredAnswer> {
  return {
    nameOf: ({ attemptId, epoch }) => `${attemptId} ${epoch}`,
    pathOf: ({ attemptId }) => paths.attemptSync(attemptId),
    messageOf: (batch) => ({
      ...{ kind: 'save', epoch: batch[0].epoch },
      answers: batch.map(({ itemId, value, isMarked, seq }) => ({ itemId, value, isMarked, seq })),
    }),
    forget,
  }
}
