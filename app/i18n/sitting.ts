import { defineMessages } from './messages.ts'

/** The page on which an exam is sat: little chrome, so few words. */
export const sitting = defineMessages({
  title: ['{paper}', '{paper}'],
  'time.left': ['剩余时间', 'Time left'],
  'time.hide': ['隐藏时间', 'Hide the time'],
  'time.show': ['显示时间', 'Show the time'],
  'time.minutes': ['还剩 {count} 分钟', '{count} minute left|{count} minutes left'],
  'time.over': ['时间到', 'Time is up'],
  'saved.all': ['已保存', 'Saved'],
  'saved.waiting': ['待同步 {count} 题', '{count} answer to send|{count} answers to send'],
  'saved.failed': [
    '保存失败，正在重试（{count} 题）',
    'Not saved, trying again ({count} answer)|Not saved, trying again ({count} answers)',
  ],
  offline: [
    '网络断了。答案已经存在这台设备上，连上以后会自动补传，请继续作答，不要清除浏览器数据。',
    'The network is away. Your answers are kept on this device and will be sent by themselves. Go on, and do not clear the browser’s data.',
  ],
  stuck: ['还有 {count} 题没有传上去', '{count} answer has not been sent|{count} answers have not been sent'],
  'stuck.over': [
    '时间到了，还有 {count} 题没有传上去',
    'Time is up, and {count} answer has not been sent|Time is up, and {count} answers have not been sent',
  ],
  'stuck.goOn': ['请继续作答。', 'Go on answering. '],
  'stuck.wait': [
    '答案都在这台设备上，连上网会自动补传。不要关闭这一页，也不要清除浏览器数据。',
    'Your answers are kept on this device and will be sent by themselves when there is a network. Do not close this page, and do not clear the browser’s data. ',
  ],
  'stuck.file': [
    '一直连不上，就保存应急答卷，把文件交给班主任：文件是加密的，别人看不到，也改不了。',
    'If the network does not come back, save an answer file and give it to your coordinator: it is encrypted, so that nobody else can read or change it.',
  ],
  'stuck.save': ['保存应急答卷', 'Save an answer file'],
  'stuck.name': ['应急答卷-{title}-{code}', 'answers-{title}-{code}'],
  'stuck.saved': [
    '已经下载：{name}。请把它交给班主任；之后又改了答案，要再存一次。',
    'Downloaded: {name}. Give it to your coordinator; if you change an answer after this, save it again.',
  ],
  'stuck.failed': [
    '没有存成。请不要关闭这一页，告诉监考老师，等网络恢复后再试。',
    'It could not be saved. Do not close this page, tell the invigilator, and try again when the network is back.',
  ],
  signedOut: [
    '登录已失效，答案都在这台设备上。请在新窗口重新登录，然后回到这一页，会接着保存。',
    'You are signed out; your answers are kept on this device. Sign in again in another window and come back: saving goes on.',
  ],
  'signedOut.act': ['在新窗口登录', 'Sign in in a new window'],
  card: ['答题卡', 'Answer card'],
  'card.blank': ['未答', 'Blank'],
  'card.answered': ['已答', 'Answered'],
  'card.marked': ['已标记', 'Marked'],
  'card.current': ['当前题', 'Current'],
  'card.comma': ['、', ', '],
  'card.item': ['第 {number} 题，{state}', 'Question {number}, {state}'],
  'card.summary': [
    '已答 {answered} 题，未答 {blank} 题，标记 {marked} 题',
    '{answered} answered, {blank} blank, {marked} marked',
  ],
  'view.one': ['一题一屏', 'One at a time'],
  'view.all': ['整卷', 'All at once'],
  previous: ['上一题', 'Previous'],
  next: ['下一题', 'Next'],
  mark: ['标记', 'Mark'],
  submit: ['交卷', 'Hand in'],
  save: ['保存答案', 'Save the answers'],
  'submit.title': ['确认交卷', 'Hand in the paper?'],
  'submit.blank': [
    '还有 {count} 题没有作答：{list}',
    '{count} question is blank: {list}|{count} questions are blank: {list}',
  ],
  'submit.marked': [
    '还有 {count} 题做了标记：{list}',
    '{count} question is marked: {list}|{count} questions are marked: {list}',
  ],
  'submit.waiting': [
    '有 {count} 题还没有传到服务器。请等网络恢复再交；现在交卷，这些题以设备上后来补传的为准，要由班主任审核。',
    '{count} answer has not reached the server. Wait for the network; if you hand in now, what arrives later must be accepted by your coordinator.|{count} answers have not reached the server. Wait for the network; if you hand in now, what arrives later must be accepted by your coordinator.',
  ],
  'submit.final': ['交卷后不能再改答案。', 'After handing in, answers can no longer be changed.'],
  'submit.do': ['确认交卷', 'Hand in'],
  'submit.back': ['继续答题', 'Go on answering'],
  'submit.failed': [
    '交卷没有成功：网络不通。答案都在，请稍后再交；到时间会自动交卷。',
    'Handing in failed: the network is away. Your answers are safe. Try again soon; when time is up the paper is handed in by itself.',
  ],
  'elsewhere.title': ['这场考试正在另一台设备上进行', 'This exam is open on another device'],
  'elsewhere.text': [
    '这里只能看，不能答。要在这台设备上接着答，请点“在这里继续”，那一台会变成只读。',
    'Here you can only look. To go on here choose “Go on here”; the other device becomes read-only.',
  ],
  'elsewhere.act': ['在这里继续', 'Go on here'],
  keys: [
    '键盘：↑ ↓ 换题，A–E 选答案，M 标记，T 听剩余时间。',
    'Keys: ↑ ↓ another question, A–E choose, M mark, T say the time left.',
  ],
  'kind.single': ['单选题', 'One answer'],
  'kind.multiple': ['多选题', 'Several answers'],
  'kind.judgement': ['判断题', 'True or false'],
  'kind.constructed': ['主观题', 'Written answer'],
  'item.points': ['{points} 分', '{points} pt'],
  'item.number': ['第 {number} 题', 'Question {number}'],
  noScript: [
    '浏览器没有运行脚本：答完请点“保存答案”，交卷前再保存一次。剩余时间以打开页面时为准。',
    'Without scripts: choose “Save the answers” when you have answered, and once more before you hand in. The time left is as of when the page was opened.',
  ],
})
