import { defineMessages } from './messages.ts'

/** 今日一练 without a network: loaded at once, answered, sent when there is one. */
export const practiceOffline = defineMessages({
  title: ['今日一练（离线）', 'Daily set, offline'],
  get: ['下载今日一练，没网也能练', 'Practise offline'],
  place: ['第 {at} 题，共 {count} 题', 'Question {at} of {count}'],
  'loaded.impossible': [
    '题目、答案和解析都已经在这一页里，断网也能接着练。请不要关闭或刷新这一页：没有网络时，关了就打不开了。',
    'Questions, answers and explanations are all in this page: go on without a network. Do not close or reload it; without a network it cannot be opened again.',
  ],
  'loaded.keeping': [
    '正在把这一页存到这台设备上，请先不要关闭。',
    'This page is being kept on this device: do not close it yet.',
  ],
  'loaded.kept': [
    '已经存到这台设备上：没有网络也能打开，刷新、关掉浏览器都不要紧。把这一页加进书签，路上直接点开；连上网以后，答案自动发送。',
    'Kept on this device: it opens without a network, after a reload and after the browser was closed. Bookmark this page and open it on the way; your answers are sent by themselves when there is a network.',
  ],
  'loaded.failed': [
    '题目、答案和解析都已经在这一页里，断网也能接着练；但这一次没能存到这台设备上，没有网络时请不要关闭或刷新这一页。网络好的时候刷新一下，会再存一次。',
    'Questions, answers and explanations are all in this page: go on without a network. But it could not be kept on this device: without a network do not close or reload it. Reload it when the network is good, and it tries again.',
  ],
  old: [
    '这是 {day} 存下的一组题。有网的时候打开这一页，会换成当天的。',
    'This set was kept on {day}. Open the page with a network, and it becomes the day’s own.',
  ],
  closed: [
    '有 {count} 题在你正在考的试卷里，先收起来，交卷以后再练。',
    '{count} question lies in the exam that you have open: it is put away until you have handed in.|{count} questions lie in the exam that you have open: they are put away until you have handed in.',
  ],
  away: [
    '现在没有网络。请接着练，答案先存在这台设备上，连上以后会自动发送。不要清除浏览器数据，也不要退出登录。',
    'There is no network. Go on: your answers are kept on this device and are sent by themselves later. Do not clear the browser’s data, and do not sign out.',
  ],
  noScript: [
    '这个浏览器没有运行脚本，不能离线练；题目照常能做，答案会交到“今日一练”。',
    'This browser runs no scripts, so there is no practice offline. You can answer all the same: the answer goes to the daily set.',
  ],
  'state.saved': ['已保存', 'Saved'],
  'state.waiting': ['待同步 {count} 题', '{count} answer to send|{count} answers to send'],
  'state.failed': ['保存失败 {count} 题', '{count} answer not saved|{count} answers not saved'],
  unkept: [
    '这个浏览器不让本站存数据（可能是无痕窗口），答案只在这一页里。在连上网、显示“已保存”以前，请不要关闭这一页。',
    'This browser lets the site keep nothing (a private window, perhaps): your answers are in this page only. Keep it open until there is a network and it says “Saved”.',
  ],
  refused: [
    '有 {count} 题的答案服务器没有收下，题目可能已经改过。有网的时候请把这几题再练一次。',
    'The server did not take {count} answer; the question may have been changed. Practise it again with a network.|The server did not take {count} answers; the questions may have been changed. Practise them again with a network.',
  ],
  signedOut: [
    '登录已经失效，或者这台设备上换了人登录。答案还在这台设备上：请用自己的账号重新登录，再回到这一页，会自动发送。',
    'You are no longer signed in, or somebody else is on this device. Your answers are still here: sign in as yourself, come back to this page, and they are sent.',
  ],
  'signedOut.act': ['重新登录', 'Sign in again'],
  'leave.title': ['现在没有网络，离开后这一页打不开', 'Without a network you cannot come back to this page'],
  'leave.text': [
    '已经答的都存在这台设备上，不会丢；还没答的题要等有网才能再打开。',
    'What you have answered is kept on this device. What is left can be opened again only with a network.',
  ],
  'leave.titleKept': ['现在没有网络，别的页面打不开', 'Without a network no other page can be opened'],
  'leave.textKept': [
    '这一页和已经答的题都存在这台设备上，从同一个地址随时能再打开。',
    'This page and your answers are kept on this device: the same address opens it again at any time.',
  ],
  'leave.stay': ['留在这里', 'Stay'],
  'leave.go': ['还是离开', 'Leave'],
  'done.title': ['今天的都练完了', 'All done for today'],
  'done.text': ['这一次练了 {count} 题，答对 {right} 题。', '{count} answered, {right} of them right.'],
  'done.waiting': [
    '还有 {count} 题等着发送。连上网以后会自动发送，到显示“已保存”再关这一页；要是先关了，下次打开“练习”时接着发。',
    '{count} answer waits to be sent, by itself, when there is a network. Keep the page open until it says “Saved”; if you close it, it is sent when you next open Practice.|{count} answers wait to be sent, by themselves, when there is a network. Keep the page open until it says “Saved”; if you close it, they are sent when you next open Practice.',
  ],
  'done.act': ['回到练习', 'Back to practice'],
  'home.waiting': [
    '离线时练的 {count} 题还存在这台设备上，正在发送。',
    '{count} answer given offline is still on this device and is being sent.|{count} answers given offline are still on this device and are being sent.',
  ],
})
