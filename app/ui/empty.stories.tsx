import { paths } from '~/paths.ts'
import { LinkButton } from './button.tsx'
import { BlankPage, EmptyChairs, Shelf } from './drawings.tsx'
import { EmptyState } from './empty-state.tsx'
import { FailureNote } from './failure-note.tsx'
import { Say, type Story } from './story.tsx'

const failures = {
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  410: 'gone',
  422: 'invalid',
  429: 'throttled',
  503: 'busy',
  500: undefined,
} as const

export const stories: readonly Story[] = [
  {
    id: 'empty',
    title: ['空白', 'Nothing here yet'],
    states: [
      {
        name: ['还没有课程', 'No tracks yet'],
        shown: (
          <EmptyState
            drawing={<Shelf />}
            title={<Say zh="书架上还没有你的课程" en="Your shelf is still empty" />}
            act={
              <LinkButton to={paths.gallery()} kind="primary">
                <Say zh="看看有哪些课程" en="See what there is" />
              </LinkButton>
            }
          >
            <Say
              zh="班主任分配之后会出现在这里，也可以自己先选一门。"
              en="What your coordinator assigns appears here; you can also pick one yourself."
            />
          </EmptyState>
        ),
      },
      {
        name: ['还没有记录', 'No record yet'],
        shown: (
          <EmptyState
            drawing={<BlankPage />}
            title={<Say zh="学完第一课，这里就有第一行" en="Finish a lesson and the first line appears here" />}
          />
        ),
      },
      {
        name: ['还没有学员', 'No trainees yet'],
        shown: (
          <EmptyState
            drawing={<EmptyChairs />}
            title={<Say zh="还没有学员交给你带" en="No trainee has been assigned to you yet" />}
          />
        ),
      },
    ],
  },
  ...Object.entries(failures).map(
    ([status, code]): Story => ({
      id: `failure-${status}`,
      title: [`页面没有打开：${status}`, `A page that failed: ${status}`],
      isPage: true,
      states: [
        {
          name: [code ?? 'unexpected', code ?? 'unexpected'],
          shown: (
            <main className="gallery">
              <FailureNote status={Number(status)} code={code} values={{ retryAfterSeconds: 40 }} />
            </main>
          ),
        },
      ],
    }),
  ),
]
