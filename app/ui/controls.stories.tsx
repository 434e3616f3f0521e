import { paths } from '~/paths.ts'
import { Button, ButtonRow, LinkButton } from './button.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon, iconNames } from './icon.tsx'
import { Menu } from './menu.tsx'
import { Say, type Story } from './story.tsx'

const kinds = (
  <ButtonRow>
    <Button kind="primary">
      <Say zh="继续学习" en="Resume" />
    </Button>
    <Button icon="download">
      <Say zh="导出" en="Export" />
    </Button>
    <Button kind="quiet" icon="edit">
      <Say zh="修改" en="Edit" />
    </Button>
    <Button kind="danger" icon="trash">
      <Say zh="停用" en="Suspend" />
    </Button>
    <Button isIconOnly icon="print">
      <Say zh="打印" en="Print" />
    </Button>
  </ButtonRow>
)

export const stories: readonly Story[] = [
  {
    id: 'buttons',
    title: ['按钮', 'Buttons'],
    states: [
      { name: ['平常', 'At rest'], shown: kinds },
      {
        name: ['紧凑（班主任、管理员的页面）', 'Compact (staff pages)'],
        shown: <div className="compact">{kinds}</div>,
      },
      {
        name: ['正在提交、不可用', 'Busy and disabled'],
        shown: (
          <ButtonRow>
            <Button kind="primary" isBusy>
              <Say zh="提交" en="Submit" />
            </Button>
            <Button kind="primary" disabled>
              <Say zh="提交" en="Submit" />
            </Button>
            <Button disabled icon="download">
              <Say zh="没有可导出的内容" en="Nothing to export" />
            </Button>
          </ButtonRow>
        ),
      },
      {
        name: ['像按钮的链接', 'Links that look like buttons'],
        shown: (
          <ButtonRow>
            <LinkButton to={paths.gallery()} kind="primary" icon="forward">
              <Say zh="下一课：价值观与守则" en="Next lesson: values and norms" />
            </LinkButton>
            <LinkButton to={paths.gallery()}>
              <Say zh="全部课程" en="All tracks" />
            </LinkButton>
          </ButtonRow>
        ),
      },
      {
        name: ['很长的字', 'Long words'],
        shown: (
          <ButtonRow>
            <Button kind="primary">
              <Say
                zh="保存这一版并发布给乔头堡街道第二期社区工作者培训班的全体学员"
                en="Save this version and publish it to every trainee of the second community workers’ cohort of Qiaotoubao"
              />
            </Button>
          </ButtonRow>
        ),
      },
      {
        name: ['复制', 'Copy'],
        shown: (
          <p>
            <code>K7QP-2M9X</code> <CopyButton text="K7QP-2M9X" />
          </p>
        ),
      },
    ],
  },
  {
    id: 'confirm',
    title: ['不可轻动的操作', 'Acts to think about twice'],
    states: [
      {
        name: ['可以撤销', 'Can be undone'],
        shown: (
          <ConfirmForm
            label={<Say zh="停用这个账号" en="Suspend this account" />}
            icon="lock"
            question={
              <Say
                zh="停用后，林雨晴会立即退出登录，不能再进入。学习记录保留，随时可以恢复。"
                en="Lin Yuqing is signed out at once and cannot come back in. Her records stay; you can restore her at any time."
              />
            }
            confirmLabel={<Say zh="停用" en="Suspend" />}
            intent="suspend"
          />
        ),
      },
      {
        name: ['不能撤销', 'Cannot be undone'],
        shown: (
          <ConfirmForm
            label={<Say zh="撤销这条记录" en="Revoke this fact" />}
            icon="undo"
            question={<Say zh="撤销后，相应学时不再计入。" en="The minutes of this fact will no longer count." />}
            acknowledgement="✓ 2.5 h"
            confirmLabel={<Say zh="撤销" en="Revoke" />}
            intent="revoke"
          />
        ),
      },
    ],
  },
  {
    id: 'menus',
    title: ['菜单', 'Menus'],
    states: [
      {
        name: ['收起（点开后可用 Esc 关闭）', 'Closed (Escape closes it again)'],
        shown: (
          <div className="min-h-48">
            <Menu
              side="start"
              label={
                <>
                  <Say zh="更多操作" en="More" />
                  <Icon name="down" />
                </>
              }
            >
              <a className="menu-item" href="#top">
                <Icon name="print" />
                <Say zh="打印" en="Print" />
              </a>
              <a className="menu-item" href="#top" aria-current="true">
                <Icon name="check" />
                <Say zh="按姓名排列" en="Sort by name" />
              </a>
              <hr />
              <p className="menu-note">
                <Say zh="共 40 人" en="40 people" />
              </p>
            </Menu>
          </div>
        ),
      },
    ],
  },
  {
    id: 'icons',
    title: ['图标', 'Icons'],
    states: [
      {
        name: ['全部', 'All'],
        shown: (
          <ul className="grid grid-cols-4 gap-4 text-sm text-ink-2 sm:grid-cols-8">
            {iconNames.map((name) => (
              <li key={name} className="grid justify-items-center gap-1">
                <span className="text-xl text-ink">
                  <Icon name={name} />
                </span>
                <span lang="en">{name}</span>
              </li>
            ))}
          </ul>
        ),
      },
    ],
  },
]
