import { defineMessages } from './messages.ts'

/** A page that may be kept on the device, opened without a network where it was not: the worker's own sentence. */
export const keptPage = defineMessages({
  title: ['没有网络，这一页也还没有存到这台设备上', 'There is no network, and this page is not kept on this device'],
  text: [
    '请在有网的时候打开这一页，等到页面上写着“已经存到这台设备上”。下次没有网络，也能从同一个地址打开。以前答过、还没发送的题都在这台设备上，连上网再打开练习，会自动发送。',
    'Open it while there is a network, and wait until it says “Kept on this device”. From then on the same address opens it without a network. Answers that were given before and not sent yet are still on this device; they are sent when you next open Practice with a network.',
  ],
  again: ['再试一次', 'Try again'],
})
