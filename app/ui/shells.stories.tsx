import type { ReactNode } from 'react'
import { paths } from '~/paths.ts'
import { LinkButton } from './button.tsx'
import { Frame } from './frame.tsx'
import type { NavItem } from './nav-item.tsx'
import { PageHeader } from './page-header.tsx'
import { PersonMenu, type Space } from './person-menu.tsx'
import { StaffShell, TraineeShell } from './shells.tsx'
import { Say, type Story } from './story.tsx'

const spaces: readonly Space[] = [
  { to: paths.story('shell-trainee'), label: '学习', isCurrent: true },
  { to: paths.story('shell-staff'), label: '带教', isCurrent: false },
]
const menu = (name: string, own: readonly Space[]) => (
  <PersonMenu name={name} spaces={own} theme="system" here={paths.gallery()} />
)
const five: readonly NavItem[] = [
  { to: paths.story('shell-trainee'), label: '今日', icon: 'today' },
  { to: paths.story('prose'), label: '学习', icon: 'book' },
  { to: paths.story('charts'), label: '考证', icon: 'edit' },
  { to: paths.story('rows'), label: '实践', icon: 'people', badge: { count: 2, label: '2 条待办' } },
  { to: paths.story('empty'), label: '我的', icon: 'person' },
]

function Text({ title }: { title: string }): ReactNode {
  return (
    <div className="grid gap-4">
      <PageHeader title={title} lead={<Say zh="11月23日 周一" en="Mon 23 Nov" />} />
      <p>
        <Say
          zh="上次读到“三个层面的目标”，还有约 12 分钟。"
          en="You stopped at “three levels of goals”; about 12 minutes are left."
        />
      </p>
      <p>
        <LinkButton to={paths.gallery()} kind="primary">
          <Say zh="继续学习" en="Resume" />
        </LinkButton>
      </p>
    </div>
  )
}

export const stories: readonly Story[] = [
  {
    id: 'shell-trainee',
    title: ['学员的页框', 'The trainee’s frame'],
    isPage: true,
    states: [
      {
        name: ['五项', 'Five places'],
        shown: (
          <TraineeShell items={five} personMenu={menu('林雨晴', spaces)}>
            <Text title="今日" />
          </TraineeShell>
        ),
      },
    ],
  },
  {
    id: 'shell-staff',
    title: ['工作人员的页框', 'The staff’s frame'],
    isPage: true,
    states: [
      {
        name: ['很长的姓名，站点未加密', 'A long name on an unencrypted site'],
        shown: (
          <StaffShell
            items={five.map((item) =>
              item.to === paths.story('prose') ? { ...item, to: paths.story('shell-staff') } : item,
            )}
            personMenu={menu('买买提·阿布都热合曼·阿布都拉', spaces)}
            isInsecureSite
          >
            <Text title="我的班级" />
          </StaffShell>
        ),
      },
    ],
  },
  {
    id: 'shell-mine',
    title: ['我自己的页框', 'My own frame'],
    isPage: true,
    states: [
      {
        name: ['按身份', 'By role'],
        shown: (
          <Frame>
            <Text title="Yucai" />
          </Frame>
        ),
      },
    ],
  },
]
