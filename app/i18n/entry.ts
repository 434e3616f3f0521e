import { defineMessages } from './messages.ts'

/** Sign-in. */
export const entry = defineMessages({
  title: ['登录', 'Sign in'],
  lead: ['社会工作者的学习平台', 'Where social workers learn'],
  username: ['用户名或手机号', 'Username or phone'],
  password: ['密码', 'Password'],
  shared: ['这是公用电脑', 'This is a shared computer'],
  sharedHelp: [
    '关闭浏览器或半小时不用，就会退出登录。',
    'You are signed out when the browser closes or after half an hour.',
  ],
  submit: ['登录', 'Sign in'],
  wrong: [
    '用户名或密码不对。请检查后再试；忘了密码，请班主任给你一个新的登录码。',
    'The username or password is wrong. Check and try again; if you forgot the password, ask your coordinator for a new code.',
  ],
  throttled: [
    '尝试次数过多，请等 {seconds} 秒后再试。着急的话，请班主任给你一个新的登录码。',
    'Too many attempts. Try again in {seconds} seconds, or ask your coordinator for a new code.',
  ],
  code: ['第一次登录，或忘了密码？', 'First time here, or forgot the password?'],
  useCode: ['我有登录码', 'I have a code'],
})
