import { Definition, Definitions } from './definitions.tsx'
import { Icon } from './icon.tsx'
import { Pagination } from './pagination.tsx'
import { Say, type Story } from './story.tsx'
import { HeadCell, Table, TableEmpty } from './table.tsx'
import { StateMark } from './tag.tsx'

const people = [
  ['林雨晴', '青檐社区', 6, 182, '今天'],
  ['欧阳建国', '乔头堡街道社会工作服务站', 4, 95, '昨天'],
  ['买买提·阿布都拉', '石榴园社区', 2, 41, '9 天前'],
  ['周一', '青檐社区', 0, 0, '—'],
] as const

function PeopleTable({ rows, isWide }: { rows: number; isWide?: boolean }) {
  const shown = Array.from({ length: rows }, (_, index) => people[index % people.length] ?? people[0])
  return (
    <Table
      caption={<Say zh={`共 ${rows} 人，按完成课数排列`} en={`${rows} people, by lessons finished`} />}
      isFirstSticky={isWide}
      isTall={rows > 20}
      head={
        <>
          <HeadCell sort={{ to: '?sort=name' }}>
            <Say zh="姓名" en="Name" />
          </HeadCell>
          <HeadCell>
            <Say zh="机构" en="Organisation" />
          </HeadCell>
          <HeadCell align="end" sort={{ to: '?sort=-lessons', direction: 'descending' }}>
            <Say zh="完成" en="Finished" />
          </HeadCell>
          <HeadCell align="end">
            <Say zh="分钟" en="Minutes" />
          </HeadCell>
          <HeadCell>
            <Say zh="最近学习" en="Last seen" />
          </HeadCell>
        </>
      }
      foot={
        rows > 1 && (
          <tr>
            <th scope="row" colSpan={2}>
              <Say zh="合计" en="Sum" />
            </th>
            <td data-align="end">{shown.reduce((sum, row) => sum + row[2], 0)}</td>
            <td data-align="end">{shown.reduce((sum, row) => sum + row[3], 0)}</td>
            <td />
          </tr>
        )
      }
    >
      {shown.map(([name, place, lessons, minutes, seen], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sample rows repeat
        <tr key={index}>
          <th scope="row">
            <a className="link" href="#top">
              {name}
            </a>
          </th>
          <td>{place}</td>
          <td data-align="end">{lessons}</td>
          <td data-align="end">{minutes}</td>
          <td>{seen}</td>
        </tr>
      ))}
    </Table>
  )
}

export const stories: readonly Story[] = [
  {
    id: 'tables',
    title: ['表格', 'Tables'],
    states: [
      {
        name: ['没有', 'None'],
        shown: (
          <TableEmpty>
            <Say zh="没有符合条件的学员。" en="Nobody matches." />{' '}
            <a className="link" href="#top">
              <Say zh="显示全部" en="Show all" />
            </a>
          </TableEmpty>
        ),
      },
      { name: ['一行', 'One'], shown: <PeopleTable rows={1} /> },
      { name: ['四行', 'Four'], shown: <PeopleTable rows={4} /> },
      {
        name: ['六十行，紧凑，表头和首列固定', 'Sixty, compact, head and first column in sight'],
        shown: (
          <div className="compact">
            <PeopleTable rows={60} isWide />
          </div>
        ),
      },
      { name: ['分页', 'Pages'], shown: <Pagination page={3} pages={12} hrefOf={(page) => `?page=${page}`} /> },
    ],
  },
  {
    id: 'rows',
    title: ['行与资料', 'Rows and facts'],
    states: [
      {
        name: ['可以点开的行', 'Rows that lead on'],
        shown: (
          <ul className="rows max-w-measure">
            {(['社会工作是什么', '价值观与守则', '人在情境中：看人，也看他身处的家庭、邻里、单位和制度'] as const).map(
              (title, index) => (
                <li key={title}>
                  <a className="row-link" href="#top">
                    <span>
                      <span className="row-title">{title}</span>
                      <span className="row-note">
                        <Say zh="约 25 分钟 · 3 道自测" en="About 25 min · 3 self-checks" />
                      </span>
                    </span>
                    <StateMark icon={index === 0 ? 'done' : 'open'} tone={index === 0 ? 'pine' : 'plain'}>
                      {index === 0 ? <Say zh="已完成" en="Finished" /> : <Say zh="未学" en="Open" />}
                    </StateMark>
                    <Icon name="right" />
                  </a>
                </li>
              ),
            )}
          </ul>
        ),
      },
      {
        name: ['资料', 'Facts'],
        shown: (
          <Definitions>
            <Definition name={<Say zh="姓名" en="Name" />}>林雨晴</Definition>
            <Definition name={<Say zh="机构" en="Organisation" />}>云州市 乔头堡街道 青檐社区居民委员会</Definition>
            <Definition name={<Say zh="最近登录" en="Last sign-in" />}>11月23日 周一 14:05</Definition>
          </Definitions>
        ),
      },
    ],
  },
]
