import { paths } from '~/paths.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { LinkButton } from './button.tsx'
import { Drawer, DrawerLink } from './drawer.tsx'
import { PageHeader } from './page-header.tsx'
import { RouteLayer } from './route-layer.tsx'
import { Say, type Story } from './story.tsx'
import { Tabs } from './tabs.tsx'

const sides = ['start', 'end', 'bottom', 'middle'] as const

export const stories: readonly Story[] = [
  {
    id: 'headers',
    title: ['页头、路径、分栏', 'Headers, places, tabs'],
    states: [
      {
        name: ['完整', 'Everything'],
        shown: (
          <PageHeader
            title={<Say zh="乔头堡街道社区工作者培训班" en="Qiaotoubao community workers" />}
            lead={<Say zh="学员 50 人，导师 5 人，11月30日 周一结束" en="50 trainees, 5 mentors, ends Mon 30 Nov" />}
            crumbs={[{ to: paths.gallery(), label: '我的班级' }]}
            acts={
              <LinkButton to={paths.gallery()} icon="download">
                <Say zh="导出" en="Export" />
              </LinkButton>
            }
          />
        ),
      },
      { name: ['只有标题', 'Title only'], shown: <PageHeader title={<Say zh="学习记录" en="My record" />} /> },
      {
        name: ['很长的路径', 'Deep places'],
        shown: (
          <Breadcrumb
            crumbs={[
              { to: paths.gallery(), label: '我的班级' },
              { to: paths.story('headers'), label: '乔头堡街道第二期社区工作者职业能力提升培训班（周末班）' },
              { to: paths.story('type'), label: '学员名册' },
            ]}
          />
        ),
      },
      {
        name: ['分栏', 'Tabs'],
        shown: (
          <Tabs
            label="班级"
            tabs={[
              { to: paths.story('headers'), label: <Say zh="概览" en="Overview" /> },
              { to: paths.story('tables'), label: <Say zh="学习进度" en="Progress" /> },
              { to: paths.story('rows'), label: <Say zh="学员名册" en="Members" /> },
              { to: paths.story('type'), label: <Say zh="课程安排" en="Tracks" /> },
              { to: paths.story('icons'), label: <Say zh="自编课文" en="Own lessons" /> },
            ]}
          />
        ),
      },
    ],
  },
  {
    id: 'drawers',
    title: ['抽屉', 'Drawers'],
    states: [
      {
        name: ['从四边打开', 'From every side'],
        shown: (
          <div className="button-row">
            {sides.map((side) => (
              <DrawerLink key={side} drawer={`drawer-${side}`}>
                {side}
              </DrawerLink>
            ))}
            {sides.map((side) => (
              <Drawer key={side} id={`drawer-${side}`} side={side} title={<Say zh="本课目录" en="Outline" />}>
                <ul className="rows">
                  {(['青檐社区的三个月', '三个层面的目标', '对人，也对社会', '五样要素'] as const).map((title) => (
                    <li key={title}>
                      <a className="row-link" href="#top">
                        <span>{title}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </Drawer>
            ))}
          </div>
        ),
      },
    ],
  },
  {
    id: 'route-layer',
    title: ['有网址的抽屉', 'A drawer with an address'],
    states: [
      {
        name: ['打开', 'Open'],
        shown: (
          <RouteLayer
            title={<Say zh="林雨晴 · 社会工作是什么" en="Lin Yuqing · What social work is" />}
            closeTo={paths.gallery()}
          >
            <p>
              <Say
                zh="11月20日 周五 20:14 学完，记 25 分钟。三道自测均答对。"
                en="Finished Fri 20 Nov 20:14, 25 min credited. All three self-checks right."
              />
            </p>
          </RouteLayer>
        ),
      },
    ],
  },
]
