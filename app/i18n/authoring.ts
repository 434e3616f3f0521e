import { defineMessages } from './messages.ts'

/** What is said to authors: `problem.*` by `npm run content` (both languages) and by the editor (hers). */
export const authoring = defineMessages({
  'problem.syntax': ['写法有误，机器读不懂：{detail}', 'This cannot be read: {detail}'],
  'problem.frontmatter': ['文件开头的 {field} 不对：{detail}', '{field} at the top of the file is not right: {detail}'],
  'problem.noFrontmatter': [
    '文件开头缺少用 --- 围起来的说明（编号、标题、时长等）。',
    'The file must begin with frontmatter between --- lines (id, title, minutes and so on).',
  ],
  'problem.idIsNotFileName': ['编号“{id}”要和文件名一致。', 'The id “{id}” must equal the file name.'],
  'problem.record': ['第 {item} 项的 {field} 不对：{detail}', '{field} of item {item} is not right: {detail}'],
  'problem.duplicateId': [
    '编号“{id}”用了不止一次，请换一个。',
    'The id “{id}” is used more than once; choose another.',
  ],
  'problem.missingLesson': [
    '没有“{id}”这一课：请检查编号，或者补上文件。',
    'There is no lesson “{id}”: check the id, or add the file.',
  ],
  'problem.unlistedLesson': [
    '这一课没有列入 track.yaml，学员看不到。请加进某门课程，或者删除文件。',
    'This lesson is not listed in track.yaml, so nobody can see it. Add it to a course or delete the file.',
  ],
  'problem.prerequisiteCycle': [
    '先修关系绕成了圈：{cycle}。请去掉其中一条。',
    'Prerequisites go round in a circle: {cycle}. Remove one of them.',
  ],
  'problem.unknownComponent': [
    '没有 <{name}> 这个组件。可以用的有：{known}。',
    'There is no component <{name}>. These exist: {known}.',
  ],
  'problem.unknownProp': [
    '<{name}> 没有 {prop} 这一项。可以写的有：{known}。',
    '<{name}> takes no {prop}. It takes: {known}.',
  ],
  'problem.missingProp': ['<{name}> 缺少 {prop}。', '<{name}> needs {prop}.'],
  'problem.badProp': ['<{name}> 的 {prop} 不能写成“{value}”。', '“{value}” is not possible for {prop} of <{name}>.'],
  'problem.codeInText': [
    '课文里不能写程序（import、export、花括号表达式）。要显示花括号，请写进代码样式。',
    'A lesson holds no code (import, export, expressions in braces). To show braces, write them as inline code.',
  ],
  'problem.misplaced': ['<{name}> 只能直接放在 {parent} 里面。', '<{name}> may only stand directly inside {parent}.'],
  'problem.nestedIsland': [
    '<{name}> 要单独放在课文里，不能放进别的组件。请移到外面。',
    '<{name}> stands by itself in the text, never inside another component. Move it out.',
  ],
  'problem.checkNeedsRight': ['自测题“{id}”没有标出正确选项。', 'The self-check “{id}” has no right option.'],
  'problem.checkNeedsWrong': [
    '自测题“{id}”的选项全是对的，等于没有考。请至少留一个错误选项。',
    'Every option of the self-check “{id}” is right, so it asks nothing. Leave at least one wrong.',
  ],
  'problem.checkNeedsOptions': ['自测题“{id}”至少要有两个选项。', 'The self-check “{id}” needs at least two options.'],
  'problem.checkNeedsWhy': [
    '自测题“{id}”缺少解析：说明为什么对、为什么错。',
    'The self-check “{id}” needs an explanation of why the options are right or wrong.',
  ],
  'problem.sameOption': [
    '自测题“{id}”有两个一样的选项：“{text}”。',
    'Two options of the self-check “{id}” are the same: “{text}”.',
  ],
  'problem.needsChildren': [
    '<{name}> 里面至少要有 {count} 个 <{child}>。',
    '<{name}> needs at least {count} <{child}> inside.',
  ],
  'problem.compareNeedsTable': [
    '对照里要放一张表格，除第一列外有两到三列。',
    'A comparison holds one table of two or three things, beside the column of names.',
  ],
  'problem.headingJump': [
    '标题从 {from} 级跳到了 {to} 级。课文标题从 ## 开始，逐级往下。',
    'The heading jumps from level {from} to level {to}. Headings begin at ## and go down one level at a time.',
  ],
  'problem.sameHeading': [
    '有两个同名的标题“{text}”，链接会分不清。请改一个。',
    'Two headings read “{text}”; links could not tell them apart. Change one.',
  ],
  'problem.missingTerm': [
    '词语表里没有“{id}”。请加进 content/glossary.yaml，或者改用已有的词语。',
    'The glossary has no “{id}”. Add it to content/glossary.yaml or use a term that is there.',
  ],
  'problem.missingPicture': ['没有找到图片 {src}。', 'The picture {src} is not there.'],
  'problem.missingMedia': ['没有找到媒体文件 {src}。', 'The media file {src} is not there.'],
  'problem.figure': [
    '图片 {src} 第 {at} 行不合规范：{detail}',
    'The picture {src}, line {at}, is outside the rules: {detail}',
  ],
  'problem.useFigure': [
    '请用 <Figure> 放图，并写上替代文字和图注。',
    'Show pictures with <Figure>, with a text alternative and a caption.',
  ],
  'problem.brokenLink': ['链接 {url} 指向的课文不存在。', 'The link {url} leads to a lesson that does not exist.'],
  'problem.brokenAnchor': ['链接 {url} 指向的标题不存在。', 'The link {url} leads to a heading that does not exist.'],
  'problem.badLink': [
    '不能用这个链接：{url}。可以链接到 https 网址、邮箱，或别的课文。',
    'This link cannot be used: {url}. Link to https addresses, mail addresses or other lessons.',
  ],
  'problem.straightQuote': [
    '中文里请用弯引号“”，不要用直引号 {mark}。',
    'Chinese text takes curly quotation marks, not the straight {mark}.',
  ],
  'problem.halfWidthPunctuation': [
    '中文里请用全角标点，不要用半角的 {mark}。',
    'Chinese text takes full-width punctuation, not the half-width {mark}.',
  ],
  'problem.minutesSeemWrong': [
    '按字数估计要读 {count} 分钟左右，写的是 {minutes} 分钟。',
    'By its length this takes about a minute; it says {minutes}.|By its length this takes about {count} minutes; it says {minutes}.',
  ],

  'problem.html': ['不能使用 HTML 标签 {tag}，请删除它。', 'HTML such as {tag} cannot be used; delete it.'],
  'problem.picture': [
    '这里还不能放图片，请删除它，或者改用文字。',
    'Pictures cannot be used here; delete it or say it in words.',
  ],
  'problem.footnote': ['不支持脚注，请把说明写进正文。', 'Footnotes cannot be used; put the note into the text.'],
  'problem.fullWidthColons': [
    '组件要用半角冒号 :::，现在是全角的。',
    'Components begin with half-width colons :::, these are full-width.',
  ],
  'problem.unclosed': [
    '组件 {name} 没有结束：请在末尾单独写一行 {fence}',
    'The component {name} is not closed: end it with a line {fence}',
  ],
  'problem.strayFence': [
    '这一行 ::: 没有对应的组件。外层组件要比里层多写一个冒号。',
    'This ::: closes nothing. An outer component takes one colon more than an inner one.',
  ],
  'problem.unknownDirective': [
    '没有 {name} 这个组件。可以用的有：{known}。',
    'There is no component {name}. These exist: {known}.',
  ],
  'problem.directiveForm': ['{name} 要写成 {form}', '{name} is written {form}'],
  'problem.directiveProp': [
    '{name} 不能有 {prop} 这一项。可以写的有：{known}',
    '{name} takes no {prop}. It takes: {known}',
  ],
  'problem.directiveMissing': ['{name} 缺少 {prop}，例如 {form}', '{name} needs {prop}, for example {form}'],
  'problem.directiveValue': ['{name} 的 {prop} 不能写成“{value}”。', '“{value}” is not possible for {prop} of {name}.'],
  'problem.directivePlace': ['{name} 只能放在 {parent} 里面。', '{name} may only stand inside {parent}.'],
  'problem.optionMark': ['选项前面要写 [ ]，正确的写 [x]。', 'Begin an option with [ ], and a right one with [x].'],
  'problem.needsText': ['{name} 里面还没有文字。', '{name} holds no text yet.'],
  'problem.stepList': [
    '步骤里只放一个编号列表，至少两步：{form}',
    'Steps hold one numbered list of at least two: {form}',
  ],
  'problem.stepTitle': [
    '每一步要以加粗的小标题开头，例如 1. **接案**：……',
    'Each step begins with a bold title, for example 1. **Intake** …',
  ],
  'problem.unknownTerm': [
    '词语表里没有“{text}”。请改用词语表里的词，或者去掉 :term。',
    'The glossary has no “{text}”. Use a word that is there, or remove :term.',
  ],
  'problem.tooLarge': [
    '课文太长了（{size} 千字节，上限 {limit} 千字节）。请分成几课。',
    'The text is too long ({size} kB, the limit is {limit} kB). Split it into several lessons.',
  ],
  'problem.tooDeep': [
    '这里嵌套太深了（上限 {limit} 层），请理成更平的结构。',
    'This is nested too deeply (the limit is {limit}); make it flatter.',
  ],
  'problem.tooMany': [
    '课文的段落和标记太多了（{count}，上限 {limit}）。请分成几课。',
    'The text has too many parts ({count}, the limit is {limit}). Split it into several lessons.',
  ],
  'problem.tooSlow': [
    '课文的结构太复杂，处理超过了 {seconds} 秒。请简化嵌套的列表和引用。',
    'The text is too complicated: it took longer than {seconds} seconds. Simplify nested lists and quotations.',
  ],
  'problem.empty': ['课文还是空的。', 'The text is still empty.'],

  'list.title': ['自编课文', 'Own lessons'],
  'list.centreTitle': ['全中心的自编课文', 'Lessons of the whole centre'],
  'list.lead': [
    '你们自己写的课文，发布后排在所选课程的最后，只有本班看得到。',
    'Lessons that you write yourselves. Once published they stand at the end of their course, for this cohort alone.',
  ],
  'list.centreLead': [
    '发布后排在所选课程的最后，全中心都看得到。',
    'Once published they stand at the end of their course, for the whole centre.',
  ],
  'list.content': ['课程内容', 'Content'],
  'list.new': ['写一课', 'Write a lesson'],
  'list.empty': ['还没有自编课文', 'No lessons of your own yet'],
  'list.emptyHint': [
    '可以把本街道的案例、流程、联系办法写成一课，附上自测题。',
    'Write up a local case, a procedure or contacts as a lesson, with self-checks.',
  ],
  'list.lesson': ['课文', 'Lesson'],
  'list.course': ['所在课程', 'Course'],
  'list.state': ['状态', 'State'],
  'list.savedAt': ['最近保存', 'Last saved'],
  'state.draft': ['草稿', 'Draft'],
  'state.published': ['已发布', 'Published'],
  'state.retired': ['已下架', 'Withdrawn'],
  'version.published': [
    '发布的是第 {published} 版，最新第 {latest} 版',
    'Version {published} is published, the latest is {latest}',
  ],
  'version.latest': ['第 {latest} 版', 'Version {latest}'],

  'edit.newTitle': ['写一课', 'Write a lesson'],
  'edit.title': ['修改：{title}', 'Edit: {title}'],
  'edit.lead': [
    '用简单的记号写，随时可以预览。保存只留底稿，发布后学员才看得到。',
    'Write with a few plain marks and preview at any time. Saving keeps a draft; learners see it once it is published.',
  ],
  'field.title': ['标题', 'Title'],
  'field.titleEn': ['英文标题', 'Title in English'],
  'field.summary': ['一句话简介', 'Summary in one sentence'],
  'field.summaryHelp': ['学完能做什么。', 'What one can do afterwards.'],
  'field.minutes': ['大约需要几分钟', 'Minutes it takes'],
  'field.course': ['放在哪门课程', 'Which course it belongs to'],
  'field.source': ['课文', 'Text'],
  'field.sourceHelp': [
    '空一行另起一段。写法见下面的“怎么写”。',
    'An empty line begins a new paragraph. See “How to write it” below.',
  ],
  'field.note': ['这一版改了什么', 'What has changed in this version'],
  'edit.preview': ['预览', 'Preview'],
  'edit.save': ['保存', 'Save'],
  'edit.saved': [
    '已保存为第 {number} 版。学员看到的没有变，需要时请发布。',
    'Saved as version {number}. Learners see no change until you publish it.',
  ],
  'edit.conflict': [
    '别人刚刚保存了新的一版。你写的内容还在下面：请先在另一个窗口看看新版，合并后再保存。',
    'Somebody has saved a newer version meanwhile. What you wrote is still below: look at the new version in another window, merge, and save again.',
  ],
  'edit.older': [
    '下面是第 {number} 版。保存会生成第 {next} 版，不会覆盖中间的版本。',
    'This is version {number}. Saving makes version {next} and overwrites nothing in between.',
  ],
  'edit.problems': [
    '有 {count} 处要先改好，才能保存',
    'One thing must be mended before it can be saved|{count} things must be mended before it can be saved',
  ],
  'edit.remarks': ['有 {count} 处建议改一下', 'One thing could be better|{count} things could be better'],
  'edit.line': ['第 {line} 行：{sentence}', 'Line {line}: {sentence}'],
  'edit.previewTitle': ['学员看到的样子', 'As learners see it'],
  'edit.previewOf': ['第 {number} 版的样子', 'Version {number} as learners see it'],
  'edit.keyHint': ['学员答题以后才看到：', 'Learners see this only after answering:'],
  'edit.reflectHint': ['学员在这里写自己的笔记。', 'Learners write their own note here.'],
  'edit.unreadable': [
    '这一版的内容与保存时不一致，不能显示。请从别的版本恢复，并告诉管理员。',
    'This version is no longer what was saved, and is not shown. Restore another one and tell the administrator.',
  ],
  'help.title': ['怎么写', 'How to write it'],
  'versions.title': ['各个版本', 'Versions'],
  'versions.number': ['版本', 'Version'],
  'versions.note': ['说明', 'Note'],
  'versions.savedBy': ['保存人', 'Saved by'],
  'versions.savedAt': ['保存时间', 'Saved'],
  'versions.act': ['操作', 'Acts'],
  'versions.open': ['查看第 {number} 版', 'Open version {number}'],
  'versions.current': ['正在使用', 'In use'],
  'versions.publish': ['发布', 'Publish'],
  'versions.publishOf': ['发布第 {number} 版', 'Publish version {number}'],
  'retire.act': ['下架', 'Withdraw'],
  'retire.question': [
    '下架后学员看不到这一课；已经学完的仍算学完。以后可以再发布。',
    'Learners no longer see this lesson; who has finished it keeps that. You can publish it again later.',
  ],
  'retire.confirm': ['确认下架', 'Withdraw it'],
})
