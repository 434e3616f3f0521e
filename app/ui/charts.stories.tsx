import { paths } from '~/paths.ts'
import { BarChart } from './bar-chart.tsx'
import { Figure, Figures } from './figures.tsx'
import { type Petal, PetalRing } from './petal-ring.tsx'
import { Say, type Story } from './story.tsx'
import { Trend } from './trend.tsx'

const months = [
  ['2026-08', '8月', 65, '1 小时 5 分钟'],
  ['2026-09', '9月', 210, '3 小时 30 分钟'],
  ['2026-10', '10月', 0, '0 分钟'],
  ['2026-11', '11月', 124, '2 小时 4 分钟'],
] as const

const six = (shares: readonly number[]): readonly Petal[] =>
  (
    [
      ['people', '集中培训'],
      ['due', '主题党课'],
      ['note', '民情日记'],
      ['record', '调研报告'],
      ['feedback', '主题打擂'],
      ['today', '考察学习'],
    ] as const
  ).map(([icon, label], index) => {
    const share = shares[index] ?? 0
    return {
      id: label,
      icon,
      label,
      hue: ([1, 2, 3, 4, 5, 6] as const)[index] ?? 1,
      share,
      words: share === 1 ? '已完成' : `${Math.floor(share * 12)} / 12`,
    }
  })

const minutes = [12, 30, 22, 45, 41, 60, 58, 80] as const

export const stories: readonly Story[] = [
  {
    id: 'charts',
    title: ['图表', 'Charts'],
    states: [
      {
        name: ['数字', 'Numbers'],
        shown: (
          <Figures>
            <Figure count={412} to={paths.gallery()}>
              <Say zh="人次参加培训" en="attendances" />
            </Figure>
            <Figure count={0} to={paths.gallery()}>
              <Say zh="人落后" en="people behind" />
            </Figure>
          </Figures>
        ),
      },
      {
        name: ['条形图', 'Bars'],
        shown: (
          <BarChart
            caption={<Say zh="每月学习时间" en="Time spent each month" />}
            columns={['月份', '时间']}
            bars={months.map(([id, label, value, shown]) => ({ id, label, value, shown }))}
          />
        ),
      },
      {
        name: ['全是零', 'All zero'],
        shown: (
          <BarChart
            caption={<Say zh="每月学习时间" en="Time spent each month" />}
            columns={['月份', '时间']}
            bars={[{ id: '11', label: '11月', value: 0, shown: '0 分钟' }]}
          />
        ),
      },
      {
        name: ['走势', 'Trend'],
        shown: (
          <Trend
            caption={
              <Say zh="近 8 周，每周学习时间从 12 分钟增加到 80 分钟" en="In 8 weeks, from 12 to 80 minutes a week" />
            }
            columns={['周', '分钟']}
            moments={minutes.map((value, index) => ({ id: String(index), label: `第 ${index + 1} 周`, value }))}
          />
        ),
      },
      {
        name: ['六瓣：开始', 'Petals: the beginning'],
        shown: (
          <PetalRing caption={<Say zh="我的六个一" en="My six" />} middle="0 / 6" petals={six([0, 0, 0, 0, 0, 0])} />
        ),
      },
      {
        name: ['六瓣：途中', 'Petals: on the way'],
        shown: (
          <PetalRing
            caption={<Say zh="我的六个一" en="My six" />}
            middle="2 / 6"
            petals={six([0.5, 1, 0.25, 0.1, 0, 1])}
          />
        ),
      },
      {
        name: ['六瓣：满', 'Petals: full'],
        shown: (
          <PetalRing caption={<Say zh="我的六个一" en="My six" />} middle="6 / 6" petals={six([1, 1, 1, 1, 1, 1])} />
        ),
      },
    ],
  },
]
