import type { Story } from './story.tsx'

const grounds = ['bg-paper', 'bg-sheet', 'bg-field', 'bg-pine-soft', 'bg-amber-soft', 'bg-cinnabar-soft'] as const
const inks = ['text-ink', 'text-ink-2', 'text-pine'] as const
const hues = ['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6'] as const

export const stories: readonly Story[] = [
  {
    id: 'type',
    title: ['字与色', 'Type and colour'],
    states: [
      {
        name: ['字级', 'Sizes'],
        shown: (
          <div className="grid gap-3">
            <p className="title">在青檐社区，跟着一户人家学接案</p>
            <p className="text-3xl font-semibold">三号标题 Heading 1,284</p>
            <p className="text-2xl font-semibold">本月 12 场培训，共 412 人次</p>
            <p className="text-xl font-semibold">社会工作的三个层面</p>
            <p className="text-lg">人在情境中（person-in-environment）：看人，也看他身处的环境。</p>
            <p>正文：11月23日 周一 14:00，导师林老师在《民情日记》第 3 篇留下 2 条意见，请在 25 分钟内看完。</p>
            <p className="text-sm">说明：到课率 = 实到人次 ÷ 应到人次；请假计入分母，另行列出。</p>
            <p className="text-xs text-ink-2">最小字号 13 px：核对于 2026-11-23</p>
            <p lang="en">English beside Chinese: the trainee closes 3.5 credit hours on Mon 23 Nov, 14:00.</p>
          </div>
        ),
      },
      {
        name: ['数字', 'Numerals'],
        shown: (
          <p>
            <span className="figure-number">412</span> <span className="text-ink-2">人次</span>
          </p>
        ),
      },
      {
        name: ['底色上的字', 'Ink on each ground'],
        shown: (
          <div className="grid gap-px sm:grid-cols-3">
            {grounds.map((ground) => (
              <div key={ground} className={`${ground} border border-hairline p-4`}>
                {inks.map((ink) => (
                  <p key={ink} className={ink}>
                    走进邻里，听见民声
                  </p>
                ))}
              </div>
            ))}
          </div>
        ),
      },
      {
        name: ['六色等明', 'Six hues of one lightness'],
        shown: (
          <ul className="flex flex-wrap gap-6">
            {hues.map((hue) => (
              <li key={hue} className={hue}>
                <svg className="block size-10" viewBox="0 0 10 10" aria-hidden="true">
                  <rect width="10" height="10" rx="2" fill="currentColor" />
                </svg>
                {hue}
              </li>
            ))}
          </ul>
        ),
      },
      {
        name: ['链接', 'Links'],
        shown: (
          <p>
            开始之前，先读一读{' '}
            <a className="link" href="#top">
              本课词语
            </a>
            。
          </p>
        ),
      },
    ],
  },
]
