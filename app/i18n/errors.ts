import { defineMessages } from './messages.ts'

/** Sentences for error codes that end a request: what happened, what is safe, what to do. Those of forms: `fields.ts`. */
export const errors = defineMessages({
  notFound: ['没有找到这个页面，或者它不在你的权限范围内。', 'This page does not exist, or it is not yours to see.'],
  forbidden: [
    '这项操作被拒绝了。请回到上一页重试；如果仍然不行，请联系班主任。',
    'This was refused. Go back and try again; if it still fails, ask your coordinator.',
  ],
  conflict: [
    '别人刚刚改动过这里。请刷新页面，核对后再提交；你填写的内容没有保存。',
    'Somebody changed this just now. Reload, compare and submit again; what you typed was not saved.',
  ],
  gone: [
    '这个链接或验证码已经失效。请向班主任要一个新的。',
    'This link or code is no longer valid. Ask your coordinator for a new one.',
  ],
  invalid: ['提交的内容有误，请检查后再试。', 'Something in the form is not right. Check it and try again.'],
  tooLarge: ['提交的内容太大了，请减少后再试。', 'This is too large. Make it smaller and try again.'],
  unsupportedType: [
    '不支持这种提交方式，请使用页面上的按钮。',
    'This kind of request is not accepted. Use the buttons on the page.',
  ],
  throttled: [
    '尝试次数过多，请在 {retryAfterSeconds} 秒后再试。',
    'Too many attempts. Try again in {retryAfterSeconds} seconds.',
  ],
  busy: [
    '现在人很多，系统忙不过来。你填写的内容没有保存，请稍等几秒再提交一次。',
    'The site is very busy. Nothing was saved; wait a few seconds and submit again.',
  ],
})
