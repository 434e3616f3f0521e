import type { Story } from '~/ui/story.tsx'
import { compareRevisions } from './compare-revisions.ts'
import type { Field } from './paragraphs.ts'
import { RevisionChanges } from './revision-changes.tsx'
import { RevisionText } from './revision-text.tsx'

const names: Readonly<Record<string, string>> = { event: '今天的事', thoughts: '我的想法', next: '下一步' }
const label = (key: string) => names[key] ?? key

const first: readonly Field[] = [
  {
    key: 'event',
    text: [
      '　　上午和老周走访了三号楼的三户人家。',
      '',
      '　　郁奶奶（化名）说楼道的灯坏了一个月。',
      '　　她一个人住，晚上不敢下楼倒垃圾，攒到第二天早上再下去。',
      '　　门口的邻居说物业来过，看了看就走了。',
      '　　下午在社区开会。',
      '　　会上说到了下个月的重阳节活动。',
      '　　散会后整理了走访记录，补了两张照片。',
    ].join('\n'),
  },
  { key: 'thoughts', text: '物业太不负责任了，应该曝光他们。\n老人的事再小也是大事。' },
  { key: 'next', text: '' },
]

const second: readonly Field[] = [
  {
    key: 'event',
    text: [
      '上午和老周走访了三号楼的三户人家。',
      '郁奶奶（化名）说楼道的灯坏了一个多月，报修过两次，都没有下文。',
      '她一个人住，晚上不敢下楼倒垃圾，攒到第二天早上再下去。',
      '门口的邻居说物业来过，看了看就走了。',
      '我记下楼号和灯的位置，当天报给了社区，约好周五给她回话。',
      '会上说到了下个月的重阳节活动。',
      '散会后整理了走访记录，补了 2 张照片。',
    ].join('\n'),
  },
  { key: 'thoughts', text: '灯归谁修要先弄清楚：物业说是电力公司的，电力公司说是产权单位的。\n老人的事再小也是大事。' },
  { key: 'next', text: '周五前问到产权单位，再给郁奶奶回话。' },
]

const report = (middle: readonly string[]): readonly Field[] => [
  {
    key: 'event',
    text: [
      ...Array.from({ length: 8 }, (_, at) => `第 ${at + 1} 户：问了灯、路、垃圾三件事，老人都愿意说，也都记下了。`),
      ...middle,
      ...Array.from({ length: 6 }, (_, at) => `第 ${at + 9} 户：家里没有人，门上留了条子，写明来意和电话。`),
    ].join('\n'),
  },
  { key: 'thoughts', text: '三件事里，灯最急。' },
]

const inEnglish = [
  'Called on Mrs Yu (not her name) with a colleague. The lamp on the stairs has been out for a month.',
  'Called on Mrs Yu (not her name) with a colleague. The lamp on the stairs has been out for five weeks, and she has reported it twice.',
].map((text) => [{ key: 'event', text }])

export const stories: readonly Story[] = [
  {
    id: 'revision-text',
    title: ['一稿的正文', 'The text of a revision'],
    states: [
      {
        name: ['有批注，有空着的一栏', 'With comments, a field left empty'],
        shown: (
          <RevisionText
            revision={1}
            fields={first}
            label={label}
            beside={({ field, index }) => {
              if (field === 'event' && index === 1) return <p lang="zh-CN">报修过吗？找谁报的？这里可以写清楚。</p>
              if (field === 'thoughts' && index === 0) return <p lang="zh-CN">先别急着下结论，灯归谁修弄清楚了吗？</p>
              return null
            }}
          />
        ),
      },
      { name: ['没有批注', 'Without comments'], shown: <RevisionText revision={2} fields={second} label={label} /> },
      {
        name: ['一长串没有空格的字符', 'Long letters without a space'],
        shown: (
          <RevisionText
            revision={3}
            fields={[{ key: 'event', text: `https://example.org/${'a1b2c3'.repeat(20)}` }]}
            label={label}
          />
        ),
      },
      { name: ['什么也没有写', 'Nothing written'], shown: <RevisionText revision={4} fields={[]} label={label} /> },
    ],
  },
  {
    id: 'revision-changes',
    title: ['两稿之间的改动', 'What changed between revisions'],
    states: [
      {
        name: ['改动、新增、删去', 'Changed, added, removed'],
        shown: (
          <RevisionChanges
            comparison={compareRevisions(first, second)}
            label={label}
            beside={(paragraph) =>
              paragraph.kind === 'changed' && paragraph.after.index === 1 ? (
                <p lang="zh-CN">报修过吗？找谁报的？这里可以写清楚。</p>
              ) : null
            }
          />
        ),
      },
      {
        name: ['长的一篇，没改的折起来', 'A long one: what is unchanged is folded'],
        shown: (
          <RevisionChanges
            comparison={compareRevisions(
              report(['以上是三号楼。']),
              report(['以上是三号楼，共 8 户。', '下面是五号楼。']),
            )}
            label={label}
          />
        ),
      },
      {
        name: ['英文，按词比较', 'English, by word'],
        shown: (
          <RevisionChanges
            comparison={compareRevisions(inEnglish[0] ?? [], inEnglish[1] ?? [])}
            label={label}
            lang="en"
          />
        ),
      },
      {
        name: ['没有不同', 'Nothing changed'],
        shown: <RevisionChanges comparison={compareRevisions(second, second)} label={label} />,
      },
    ],
  },
]
