import { Notice } from './notice.tsx'
import { ProgressLine } from './progress-line.tsx'
import { Skeleton } from './skeleton.tsx'
import { Say, type Story } from './story.tsx'
import { Badge, StateMark, Tag } from './tag.tsx'

export const stories: readonly Story[] = [
  {
    id: 'notices',
    title: ['提示', 'Notices'],
    states: [
      {
        name: ['四种语气', 'Four tones'],
        shown: (
          <div className="grid max-w-measure gap-4">
            <Notice>
              <Say
                zh="本课更新过：新增一道自测题，已完成的不受影响。"
                en="This lesson has changed: one new self-check; what you finished stays finished."
              />
            </Notice>
            <Notice tone="success" title={<Say zh="学完了" en="Finished" />}>
              <Say
                zh="本课记 25 分钟，导师和班主任已能看到。"
                en="25 minutes are credited; your mentor and coordinator can see it."
              />
            </Notice>
            <Notice tone="warn" title={<Say zh="还差两题" en="Two to go" />}>
              <Say zh="11月25日 周三之前答对它们，就算完成。" en="Answer them right by Wed 25 Nov to finish." />
            </Notice>
            <Notice tone="danger" title={<Say zh="没有保存" en="Not saved" />}>
              <Say
                zh="网络断了，刚才写的还在这个页面上。请不要关闭页面，连上网后再按一次“保存”。"
                en="The network is gone; what you typed is still on this page. Keep it open and press Save again once you are online."
              />
            </Notice>
          </div>
        ),
      },
    ],
  },
  {
    id: 'states',
    title: ['标签与状态', 'Tags and states'],
    states: [
      {
        name: ['状态（图标加文字）', 'States (icon and word)'],
        shown: (
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <StateMark icon="done" tone="pine">
              <Say zh="已完成" en="Finished" />
            </StateMark>
            <StateMark icon="half">
              <Say zh="在学" en="Reading" />
            </StateMark>
            <StateMark icon="open">
              <Say zh="未学" en="Open" />
            </StateMark>
            <StateMark icon="lock">
              <Say zh="未解锁" en="Locked" />
            </StateMark>
            <StateMark icon="new" tone="pine">
              <Say zh="新增" en="New" />
            </StateMark>
            <StateMark icon="clock" tone="amber">
              <Say zh="等你处理" en="Waiting on you" />
            </StateMark>
            <StateMark icon="due" tone="cinnabar">
              <Say zh="明天到期" en="Due tomorrow" />
            </StateMark>
          </div>
        ),
      },
      {
        name: ['标签与角标', 'Tags and badges'],
        shown: (
          <div className="flex flex-wrap items-center gap-3">
            <Tag>
              <Say zh="基本理论" en="Foundations" />
            </Tag>
            <Tag tone="pine">
              <Say zh="优秀" en="Outstanding" />
            </Tag>
            <Tag tone="amber">
              <Say zh="待批" en="To review" />
            </Tag>
            <Tag tone="cinnabar">
              <Say zh="已停用" en="Suspended" />
            </Tag>
            <Badge count={3} label="3" />
            <Badge count={128} label="128" />
          </div>
        ),
      },
      {
        name: ['进度', 'Progress'],
        shown: (
          <div className="grid max-w-form gap-4">
            <ProgressLine value={0} outOf={6} label={<Say zh="基本理论" en="Foundations" />} words="0 / 6" />
            <ProgressLine value={3} outOf={6} label={<Say zh="综合能力" en="Practice" />} words="3 / 6" />
            <ProgressLine value={6} outOf={6} label={<Say zh="业务实训" en="Training" />} words="6 / 6" />
            <ProgressLine value={2} outOf={5} label={<Say zh="本课进度" en="This lesson" />} isBare />
          </div>
        ),
      },
      { name: ['正在打开', 'Loading'], shown: <Skeleton lines={4} /> },
    ],
  },
]
