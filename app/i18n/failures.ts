import { defineMessages } from './messages.ts'

/** Around the sentence of a page that failed (`errors.ts`): its title by kind, and what to do. Loaded only then. */
export const failures = defineMessages({
  'title.notFound': ['没有找到', 'Not found'],
  'title.refused': ['操作被拒绝', 'Refused'],
  'title.conflict': ['内容已被改动', 'Changed in the meantime'],
  'title.gone': ['已经失效', 'No longer valid'],
  'title.invalid': ['提交的内容有误', 'Something is not right'],
  'title.busy': ['请稍等再试', 'Wait a moment'],
  'title.broken': ['系统出了问题', 'Something broke'],
  brokenText: [
    '这个页面没有打开。此前保存的内容是安全的。请刷新页面；如果仍然不行，请告诉管理员是在哪一页、几点钟。',
    'This page could not be shown. What you saved before is safe. Reload the page; if it still fails, tell the administrator which page it was and when.',
  ],
  home: ['回到首页', 'Back to the start'],
  reload: ['刷新页面', 'Reload the page'],
})
