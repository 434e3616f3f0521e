import { defineMessages } from './messages.ts'

/** General acts, and what the pieces of the interface say by themselves. */
export const pieces = defineMessages({
  loading: ['正在打开……', 'Opening …'],
  optional: ['（选填）', ' (optional)'],
  cancel: ['取消', 'Cancel'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  filter: ['筛选', 'Filter'],
  'filter.clear': ['显示全部', 'Show all'],
  breadcrumb: ['上级页面', 'Where you are'],
  pages: ['分页', 'Pages'],
  'pages.previous': ['上一页', 'Previous'],
  'pages.next': ['下一页', 'Next'],
  'pages.of': ['第 {page} / {pages} 页', 'Page {page} of {pages}'],
  'secret.show': ['显示', 'Show'],
  'secret.hide': ['隐藏', 'Hide'],
  'save.saved': ['已保存', 'Saved'],
  'save.saving': ['正在保存……', 'Saving …'],
  'save.unsaved': ['有改动未保存', 'Not saved yet'],
  'save.failed': ['没有保存上，请检查网络后再试', 'Could not be saved; check the network and try again'],
  'chart.rows': ['看数字', 'Show the numbers'],
  'gallery.title': ['陈列室', 'Gallery'],
  'gallery.lead': [
    '界面部件共 {count} 组，每组列出全部状态',
    '{count} group of pieces in all their states|{count} groups of pieces in all their states',
  ],
  close: ['关闭', 'Close'],
})
