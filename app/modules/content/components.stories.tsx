import type { ReactNode } from 'react'
import { Say, type Story } from '~/ui/story.tsx'
import { Check, Option, Why } from './authoring/check.tsx'
import { type Desk, DeskProvider } from './authoring/desk.tsx'
import { Reflection, Video } from './authoring/islands.tsx'
import { Cell, HeadCell, Table } from './authoring/markdown.tsx'
import { Callout, Case, Compare, Figure, Reveal, Source, Step, Steps, Term, TermList } from './authoring/passages.tsx'
import { CheckOutcome } from './check-outcome.tsx'
import { FilmProgress } from './film-progress.tsx'
import { tones } from './language.ts'
import { MarkedText } from './marked-text.tsx'
import { ReflectionForm } from './reflection-form.tsx'
import { snippetOf } from './snippet.ts'

const jiean = { id: 'jiean', term: '接案', en: 'intake', explanation: '与服务对象初次建立专业关系的阶段。' }

const desk: Desk = {
  term: (id) => (id === jiean.id ? jiean : undefined),
  figure: () => ({
    viewBox: '0 0 360 96',
    inner:
      '<rect class="fig-sheet" x="8" y="24" width="120" height="48" rx="8"/><text class="fig-text" x="68" y="53" text-anchor="middle">居民</text><path class="fig-arrow" d="M128 48 H218"/><path class="fig-head" d="M228 48 L218 43 L218 53 Z"/><rect class="fig-accent-fill" x="230" y="24" width="122" height="48" rx="8"/><text class="fig-on-accent" x="291" y="53" text-anchor="middle">社会工作者</text>',
  }),
  media: () => '',
  link: (href) => ({ href }),
  optionId: (text) => text,
  islands: [],
  checks: [],
  usedTerms: new Set(),
}

function InLesson({ children }: { children: ReactNode }) {
  return (
    <DeskProvider value={desk}>
      <article className="prose" lang="zh-CN">
        {children}
      </article>
    </DeskProvider>
  )
}

const calloutTitles = {
  note: '两个容易混的叫法',
  tip: '看动作对着谁',
  warn: '阶段是参照，不是尺子',
  law: '两部法律的要求',
}

const single = (
  <Check id="q1" question="社工小周第一次上门，居民隔着门说“不用来”。接下来最恰当的是：">
    <Option>改天带上居委会主任一起来，请他无论如何先把门打开</Option>
    <Option right>说明来意和身份，留下联系方式，约个他方便的时间</Option>
    <Option>在邻居那里打听清楚他的情况，再作打算</Option>
    <Option>判断他有抵触，先不列入走访名单</Option>
    <Why>尊重他的决定，又留了一扇门。</Why>
  </Check>
)
const multiple = (
  <Check id="q2" question="下面哪些做法体现了知情同意？" optional>
    <Option right>说明记录会给督导看，请他决定哪些不写</Option>
    <Option>签字就行，大家都这么走</Option>
    <Option right>拍照之前问一声，也说清用在哪里</Option>
    <Why>同意之前要先知情。</Why>
  </Check>
)

export const stories: readonly Story[] = [
  {
    id: 'lesson-boxes',
    title: ['课文：提示、案例、出处', 'Lesson: boxes, cases, sources'],
    states: [
      {
        name: ['提示', 'Callouts'],
        shown: (
          <InLesson>
            {tones.map((tone) => (
              <Callout key={tone} tone={tone} title={calloutTitles[tone]}>
                <p>同样为订餐奔走：陪老人去说，对着服务对象，是倡导者；写建议请街道改办法，对着政策，是政策影响者。</p>
              </Callout>
            ))}
          </InLesson>
        ),
      },
      {
        name: ['案例和分析', 'Case with its analysis'],
        shown: (
          <InLesson>
            <Case title="老赵的好心">
              <p>同事老赵特别照顾独居的王伯（化名）。他每天买菜送上门，还把存折拿来代管。</p>
              <Reveal label="看看分析">
                <p>存折代管、替人数落儿子，都是替王伯作主，把他当成了没有能力的人。</p>
              </Reveal>
            </Case>
          </InLesson>
        ),
      },
      {
        name: ['出处', 'Sources'],
        shown: (
          <InLesson>
            <Source title="《志愿服务条例》" publisher="国务院" url="https://www.gov.cn/" checked="2026-11-23" />
            <Source title="《社会工作者职业道德指引》（2012年印发）" publisher="民政部" checked="2026-11-23" />
          </InLesson>
        ),
      },
    ],
  },
  {
    id: 'lesson-order',
    title: ['课文：步骤、对照、图、词语', 'Lesson: steps, comparisons, figures, words'],
    states: [
      {
        name: ['步骤', 'Steps'],
        shown: (
          <InLesson>
            <Steps>
              <Step title="停一下，看急不急">有没有人眼下会受伤？有，先保安全。</Step>
              <Step title="写出撞在一起的两条">写不出两条，多半是违规，或者只是事情麻烦。</Step>
              <Step title="找人商量">
                <p>和督导、负责人讨论。</p>
                <ul>
                  <li>只要安全允许，也要听服务对象本人怎么说。</li>
                </ul>
              </Step>
            </Steps>
          </InLesson>
        ),
      },
      {
        name: ['对照', 'Comparison'],
        shown: (
          <InLesson>
            <Compare caption="同一件事，两种说法">
              <Table>
                <thead>
                  <tr>
                    <HeadCell>原则</HeadCell>
                    <HeadCell>守住了</HeadCell>
                    <HeadCell>丢掉了</HeadCell>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <Cell>接纳</Cell>
                    <Cell>这阵子一个人撑着，不容易</Cell>
                    <Cell>您怎么把日子过成这样？</Cell>
                  </tr>
                  <tr>
                    <Cell>个别化</Cell>
                    <Cell>您家卫生间，咱们先量一量</Cell>
                    <Cell>独居老人都这么装</Cell>
                  </tr>
                </tbody>
              </Table>
            </Compare>
          </InLesson>
        ),
      },
      {
        name: ['图', 'Figure'],
        shown: (
          <InLesson>
            <Figure src="box.svg" alt="居民在左，箭头指向右边的社会工作者" caption="图 1　从居民到社会工作者" />
          </InLesson>
        ),
      },
      {
        name: ['词语：点开看解释', 'A word: press it'],
        shown: (
          <InLesson>
            <p>
              第一次见面，这一步叫<Term id="jiean">接案</Term>，先把关系建起来。
            </p>
            <TermList ids={['jiean']} />
          </InLesson>
        ),
      },
    ],
  },
  {
    id: 'lesson-check',
    title: ['课文：自测题', 'Lesson: self-check'],
    states: [
      { name: ['单选', 'One answer'], shown: <InLesson>{single}</InLesson> },
      { name: ['多选，选做', 'Several answers, optional'], shown: <InLesson>{multiple}</InLesson> },
      {
        name: ['答对了', 'Right'],
        shown: (
          <CheckOutcome
            judgement={{
              right: true,
              chosen: ['说明来意和身份，留下联系方式，约个他方便的时间'],
              explanation: '<p>尊重他的决定，又留了一扇门。</p>',
            }}
          />
        ),
      },
      {
        name: ['还不对，以前答对过', 'Not yet, but right before'],
        shown: (
          <CheckOutcome
            wasRight
            judgement={{
              right: false,
              chosen: ['签字就行，大家都这么走', '拍照之前问一声，也说清用在哪里'],
              explanation: '<p>同意之前要先知情：不知道签的是什么，签了也不算同意。</p>',
            }}
          />
        ),
      },
      { name: ['没有选', 'Nothing chosen'], shown: <CheckOutcome isEmpty /> },
    ],
  },
  {
    id: 'lesson-own',
    title: ['课文：自己的笔记和视频', 'Lesson: notes and films of one’s own'],
    states: [
      {
        name: ['想一想，还没写', 'Reflect, empty'],
        shown: (
          <InLesson>
            <Reflection id="r1" prompt="回想最近一次你帮到了人的事：变化发生在谁身上？" />
            <ReflectionForm id="r1" body="" />
          </InLesson>
        ),
      },
      {
        name: ['已保存', 'Saved'],
        shown: (
          <InLesson>
            <Reflection id="r2" prompt="如果重来一次，你会添上哪一步？" />
            <ReflectionForm id="r2" body="先问她最想改变什么。" savedAt="11月23日 14:03" />
          </InLesson>
        ),
      },
      {
        name: ['视频', 'Film'],
        shown: (
          <InLesson>
            <Video id="v1" src="visit.webm" captions="visit.vtt" seconds={95} title="第一次上门" />
            <FilmProgress id="v1" seconds={95} watched="0-57" onWatched={() => {}} />
          </InLesson>
        ),
      },
    ],
  },
  {
    id: 'search-hits',
    title: ['搜索结果', 'Search hits'],
    states: [
      {
        name: ['标出的词', 'Marked words'],
        shown: (
          <p lang="zh-CN">
            <MarkedText parts={snippetOf('把人放回他的处境里看，社会工作有个老词，叫人在情境中。', '人在情境中')} />
          </p>
        ),
      },
      {
        name: ['没有词', 'No word'],
        shown: (
          <p>
            <Say
              zh={<MarkedText parts={snippetOf('社会工作是什么', '')} />}
              en={<MarkedText parts={snippetOf('What social work is', '')} />}
            />
          </p>
        ),
      },
    ],
  },
]
