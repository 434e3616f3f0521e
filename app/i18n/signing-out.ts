import { defineMessages } from './messages.ts'

/** Signing out while the device holds answers that have not been sent. */
export const signingOut = defineMessages({
  sending: ['正在把没传上去的答案传上去', 'Sending what has not been sent'],
  'sending.text': [
    '这台设备上还有 {count} 题没有传上去。传完就退出，请稍等。',
    '{count} answer on this device has not been sent. You are signed out as soon as it is.|{count} answers on this device have not been sent. You are signed out as soon as they are.',
  ],
  title: ['还有 {count} 题没有传上去', '{count} answer has not been sent|{count} answers have not been sent'],
  exams: ['考试答案 {count} 题。', '{count} answer of an exam.|{count} answers of exams.'],
  practice: ['练习答案 {count} 题。', '{count} answer of practice.|{count} answers of practice.'],
  text: [
    '它们只存在这台设备上，刚才没有传成。现在退出就会删掉，找不回来。可以先不退出，等网络好了再试。',
    'They are on this device only, and could not be sent just now. If you sign out they are deleted for good. You can stay and try again when the network is better.',
  ],
  stay: ['先不退出', 'Stay signed in'],
  again: ['再传一次', 'Send again'],
  leave: ['删除并退出', 'Delete them and sign out'],
  'file.name': ['应急答卷-{title}-{code}', 'answers-{title}-{code}'],
  'file.of': ['保存应急答卷：{title}', 'Save an answer file: {title}'],
  'file.text': [
    '考试答案可以存成应急答卷，交给班主任载入；存好以后再退出也不要紧。',
    'Answers of an exam can be saved as an answer file for your coordinator to load; then you can sign out without losing them.',
  ],
  'file.saved': ['已经下载：{name}。请把它交给班主任。', 'Downloaded: {name}. Give it to your coordinator.'],
  'file.failed': ['没有存成，请等网络恢复后再试。', 'It could not be saved; try again when the network is back.'],
  failed: [
    '网络不通，没有退出，答案也都还在这台设备上。',
    'The network is away: you are still signed in, and your answers are still on this device.',
  ],
})
