import type { Pair } from '~/i18n/messages.ts'

/** How each thing is written, for the help beside the editor: [Chinese names, English names]. A test compiles them all. */
export const markdownExamples: ReadonlyArray<{ readonly of: Pair; readonly written: Pair }> = [
  {
    of: ['小标题、重点、列表', 'Headings, stress, lists'],
    written: [
      '## 走访之前\n\n先**约好时间**，再出门。\n\n- 带工作证\n- 带笔记本',
      '## Before a visit\n\n**Agree on a time** first.\n\n- badge\n- notebook',
    ],
  },
  {
    of: ['链接', 'Links'],
    written: [
      '[第一课](what-is-social-work.mdx)　[本课的小标题](#走访之前)　[民政部](https://www.mca.gov.cn)',
      '[first lesson](what-is-social-work.mdx), [a heading here](#before-a-visit), [a site](https://www.mca.gov.cn)',
    ],
  },
  {
    of: ['提示：记住、窍门、当心、法规', 'Boxes: note, tip, warn, law'],
    written: [
      ':::窍门[先听后说]\n对方停下来，再问下一句。\n:::',
      ':::tip[Listen first]\nWait until the other stops.\n:::',
    ],
  },
  {
    of: ['自测题：[x] 是正确选项，最后写解析', 'Self-check: [x] is right, the explanation comes last'],
    written: [
      ':::自测{#q1}\n走访前先做什么？\n\n- [x] 约好时间\n- [ ] 直接敲门\n\n先约时间，是对居民的尊重。\n:::',
      ':::check{#q1}\nWhat comes first?\n\n- [x] Agree on a time\n- [ ] Knock at once\n\nAgreeing on a time is a matter of respect.\n:::',
    ],
  },
  {
    of: ['想一想：学员自己的笔记', 'Reflect: a note of the reader’s own'],
    written: [
      ':::想一想{#r1}\n你上一次走访，哪一步最难？\n:::',
      ':::reflect{#r1}\nWhich step was hardest the last time?\n:::',
    ],
  },
  {
    of: ['案例和分析', 'Case with its analysis'],
    written: [
      ':::案例[门没有开]\n王伯（化名）隔着门说：“不用来。”\n\n:::分析[看看可以怎么做]\n留下联系方式，改天再来。\n:::\n:::',
      ':::case[The door stays shut]\n“No need to come,” he says.\n\n:::reveal[What could be done]\nLeave a number, come another day.\n:::\n:::',
    ],
  },
  {
    of: ['步骤', 'Steps'],
    written: [
      ':::步骤\n1. **约时间**：打电话说明来意。\n2. **上门**：先介绍自己。\n:::',
      ':::steps\n1. **Agree on a time**: say why you call.\n2. **Visit**: say who you are.\n:::',
    ],
  },
  {
    of: ['对照：两三样东西的表格', 'Comparison: a table of two or three things'],
    written: [
      ':::对照[两种问法]\n| 封闭式 | 开放式 |\n|---|---|\n| 吃了吗？ | 最近吃得怎么样？ |\n:::',
      ':::compare[Two ways to ask]\n| closed | open |\n|---|---|\n| Did you eat? | How are your meals? |\n:::',
    ],
  },
  {
    of: ['词语：点开看解释', 'A word with its explanation'],
    written: ['这一步叫:词语[接案]。', 'This step is called :term[接案].'],
  },
  {
    of: ['出处', 'Source'],
    written: [
      '::出处[《志愿服务条例》]{发布="国务院" 核对="2026-11-23"}',
      '::source[《志愿服务条例》]{publisher="国务院" checked="2026-11-23"}',
    ],
  },
]
