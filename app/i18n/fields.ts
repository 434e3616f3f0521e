import { defineMessages } from './messages.ts'

/** Sentences for error codes of forms (`field.<code>`): they stand under a field. Pages without a form do not load them. */
export const fields = defineMessages({
  'field.required': ['请填写此项', 'Please fill this in'],
  'field.invalid': ['格式不对，请检查', 'This does not look right; please check'],
  'field.tooShort': ['太短了', 'Too short'],
  'field.tooLong': ['太长了', 'Too long'],
  'field.unstorable': [
    '含有无法保存的字符，请删除后重试',
    'Contains characters that cannot be stored; remove them and try again',
  ],
  'field.passwordTooShort': ['密码至少要 10 个字符', 'A password has at least 10 characters'],
  'field.passwordTooLong': ['密码最多 128 个字符', 'A password has at most 128 characters'],
  'field.passwordGuessable': [
    '这个密码太容易猜到：去掉常见的词、键盘上的连排、年份和你的姓名之后，剩下的太少了。可以用一句只有你知道的话',
    'Too easy to guess: little is left after common words, keyboard rows, years and your own name. Try a sentence that only you would write',
  ],
  'field.passwordWrong': ['当前密码不对', 'This is not your current password'],
  'field.signInWrong': [
    '用户名（手机号）或密码不对。忘记密码时，请向班主任要一个登录码',
    'Username (or phone) and password do not match. If you have forgotten your password, ask your coordinator for a code',
  ],
  'field.codeInvalid': [
    '登录码不对，或者已经用过、过期了。请核对纸上的 8 位字符；还不行，请向班主任要一个新的',
    'This code is wrong, used or expired. Compare it with the sheet; if it still fails, ask your coordinator for a new one',
  ],
  'field.nameInvalid': ['请填写真实姓名，不超过 40 个字', 'Please write a real name of at most 40 characters'],
  'field.usernameInvalid': [
    '用户名用小写字母、数字和 . _ -，3 到 32 个字符，至少有一个字母',
    'A username has 3 to 32 small letters, digits or . _ -, with at least one letter',
  ],
  'field.phoneInvalid': ['请填写 11 位手机号', 'Please write a mobile number of 11 digits'],
  'field.usernameTaken': ['这个用户名已经有人用了', 'Somebody has this username already'],
  'field.phoneTaken': ['这个手机号已经有人用了', 'Somebody has this phone number already'],
  'field.nameTaken': ['同一上级下已经有这个名称', 'There is one of this name in the same place'],
  'field.dayInvalid': ['请选择一个日期', 'Please choose a day'],
  'field.endsBeforeStart': ['结束日期不能早于开始日期', 'It cannot end before it starts'],
  'field.organisationMissing': ['请选择机构', 'Please choose an organisation'],
  'field.noneChosen': ['请先勾选人员', 'Please tick somebody first'],
  'field.cycle': ['不能移到自己或自己的下级之下', 'It cannot stand below itself'],
  'field.kind': [
    '街道在最上层，社区在街道之下，机构在街道、社区或机构之下',
    'A street stands at the top, a community below a street, an agency below a street, a community or an agency',
  ],
  'field.keyMissing': ['请标出正确选项', 'Please mark what is right'],
  'field.keyOne': ['只能有一个正确选项', 'Only one option can be right'],
  'field.keyFew': ['多选题至少有两个正确选项', 'A multiple choice has at least two right options'],
  'field.keyAll': ['不能所有选项都正确，请至少留一个错项', 'Not every option can be right: leave at least one wrong'],
  'field.optionsFew': ['至少要有两个选项', 'At least two options are needed'],
  'field.optionTwice': ['和前面的选项一样，请改一个', 'The same as an option before it; change one'],
  'field.itemsMissing': ['至少要有一道小题', 'At least one question is needed'],
  'field.answerPointsMissing': ['至少要有一个采分点', 'At least one answer point is needed'],
  'field.marksInvalid': [
    '请写 0.5 的倍数，如 2 或 1.5，最多 100',
    'Write a multiple of 0.5 such as 2 or 1.5, at most 100',
  ],
  'field.marksShort': [
    '采分点合计不到满分。请补采分点，或降低满分',
    'The answer points sum to less than the full marks. Add answer points, or lower the full marks',
  ],
  'field.knowledgeMissing': ['请至少选一个知识点', 'Please choose at least one knowledge point'],
  'field.knowledgeMany': [
    '最多选六个知识点，请只留最相关的',
    'At most six knowledge points: keep those that matter most',
  ],
  'field.blueprintYearInvalid': ['请写 2008 到 2100 的年份', 'Write a year of 2008 to 2100'],
  'field.countInvalid': ['请写 1 到 200 的整数', 'Write a whole number of 1 to 200'],
  'field.passLineInvalid': ['请写 0.5 的倍数，如 60，最多 200', 'Write a multiple of 0.5 such as 60, at most 200'],
  'field.passLineOutOfReach': [
    '合格线高于满分。请降低合格线，或增加题数和分值',
    'The pass line is above the full marks: lower it, or add items or points',
  ],
  'field.partsMissing': ['至少要有一种题', 'At least one kind of item is needed'],
  'field.ruleDoesNotFit': [
    '这种题不能用这条计分规则。单选题和判断题用“全对得满分”；多选题用其他几条',
    'This rule does not fit the kind: one-answer items use “right gets full marks”, several-answer items one of the others',
  ],
  'field.pointsTooSmallForRule': [
    '少选每项得 0.5 分，所以每题至少要值 1 分',
    'An incomplete answer earns half a point an option, so an item is worth at least one point',
  ],
  'field.weightInvalid': ['请写 0 到 100 的数', 'Write a number of 0 to 100'],
  'field.weightsAboveHundred': [
    '各章比重加起来超过了 100%。请减少一些',
    'The shares of the chapters sum to more than 100 %: lower some',
  ],
  'field.weightsWithoutChoices': [
    '各章比重只用于单选、多选和判断题。请清空，或加上这些题',
    'Shares of chapters are for choice items only: clear them, or add such items',
  ],
  'field.yearInvalid': ['请选择一个能报名的年份', 'Please choose a year that one can register for'],
  'field.examNotYet': [
    '这一年还没有考试，只能选“已报名”',
    'That exam has not been held: only “registered” is possible',
  ],
  'field.examTwice': [
    '这一科这一年已经有记录，请在那条记录旁边点“更正”',
    'There is a record of this subject and year; correct it where it stands',
  ],
  'field.examChecked': [
    '这条已经核对过，只有班主任能改。有错请告诉班主任',
    'This has been checked: only your coordinator changes it. Tell her what is wrong',
  ],
  'field.halfPoint': ['国考成绩是整数，没有半分', 'Real marks are whole numbers, without halves'],
  'field.markInvalid': ['请写 0 到 100 的整数', 'Write a whole number of 0 to 100'],
  'field.markWithoutSitting': [
    '没有参加考试就没有成绩：改情况，或清空成绩',
    'No mark without sitting: change one of the two',
  ],
  'field.studyMinutes': ['请写 5 到 300 的整数', 'Write a whole number of 5 to 300'],
  'field.everyDayOff': ['至少留一天学习', 'Leave at least one day for study'],
  'field.dayInFuture': ['日期还没有到', 'This day has not come yet'],
  'field.changedMeanwhile': [
    '这一行刚刚被别人改过。你填的还在下面，请对照现在的记录再保存一次',
    'Somebody changed this row just now. What you typed is still here: compare, and save again',
  ],
  'field.momentInvalid': ['请填写日期和时间', 'Please write a day and a time'],
  'field.closesBeforeOpens': ['收卷时间要晚于开考时间', 'It must close after it opens'],
  'field.windowTooShort': [
    '从开考到收卷，放不下一场考试的时间',
    'From opening to closing there is less than the time to answer',
  ],
  'field.windowPast': ['收卷时间已经过了', 'This time has passed'],
  'field.minutesInvalid': ['请写 5 到 600 的整数', 'Write a whole number of 5 to 600'],
  'field.extraInvalid': ['请写 1 到 240 的整数', 'Write a whole number of 1 to 240'],
  'field.notLater': ['要比现在的截止时间晚：时间只能加，不能减', 'It must be later than now: time is only ever added'],
  'field.fileNotXlsx': [
    '这不是能读的 .xlsx 文件。请另存为 .xlsx，或直接粘贴',
    'Not a readable .xlsx file. Save it as .xlsx, or paste the rows',
  ],
  'field.listChanged': [
    '名单在预览之后改过。请看一遍新的预览再写入',
    'The list was changed after its preview. Look at the new one first',
  ],
  'field.questionsNotTicked': ['请先勾选题目', 'Please tick some questions first'],
  'field.optionUnknown': [
    '这道题没有这个选项，请写题目里有的字母',
    'The question has no such option: write letters that it has',
  ],
  'field.letterOne': [
    '单选和判断的一个答案只有一个字母，几个答案用顿号隔开',
    'Here a key is one letter; several keys have a comma between them',
  ],
  'field.oneKeyOnly': [
    '“换答案”只认一个答案；几种都算对请选“几个答案都算对”',
    'Another key is one key; choose several keys if more than one counts',
  ],
  'field.keysSeveral': [
    '至少写两个不同的答案，用顿号隔开',
    'Write at least two different keys, with a comma between them',
  ],
  'field.pointsInvalid': ['请写 0.5 到 100，可以有半分', 'Write 0.5 to 100; halves are possible'],
  'field.pictureMissing': ['请先选择图片文件', 'Please choose a picture first'],
  'field.pictureLarge': [
    '图片超过 600 KB。请缩小或压缩以后再选',
    'The picture is larger than 600 kB; make it smaller and choose it again',
  ],
  'field.pictureKind': [
    '这不是 PNG、JPEG、GIF 或 WebP 图片。请另存为其中一种再选',
    'Not a PNG, JPEG, GIF or WebP picture; save it as one and choose it again',
  ],
  'field.pictureAlt': [
    '请写明图里是什么：看不到图的人要靠它答题。然后重新选一次文件',
    'Say what the picture shows: some cannot see it. Then choose the file again',
  ],
  'field.answerFileMissing': ['请先选择应急答卷文件', 'Please choose an answer file first'],
  'field.answerFileLarge': [
    '文件超过 800 KB，不会是应急答卷。请核对选的文件',
    'Larger than 800 kB, so it is no answer file; check which file you have chosen',
  ],
  'field.answerFileOther': [
    '这不是应急答卷。请选学员从考试页面存下来的 .yucai 文件',
    'Not an answer file; choose the .yucai file that the trainee saved from her exam',
  ],
  'field.answerFileElsewhere': [
    '这份应急答卷不是这一场的。请到它那一场考试的考场里载入',
    'This answer file is not of this exam; load it in the room of the exam that it is of',
  ],
  'field.answerFileDamaged': [
    '文件损坏或被改动过，没有载入。请让学员从考试页面再存一次，用 U 盘或原文件方式传过来',
    'The file is damaged or was changed; nothing was loaded. Ask the trainee to save it again and bring it as it is',
  ],
  'field.answerFileVoid': ['这次考试已经作废，答卷没有载入', 'This attempt has been voided; nothing was loaded'],
  'field.opensFixed': ['已经开考，开考时间不能再改', 'It has opened: when it opens cannot be changed any more'],
  'field.closesFixed': [
    '考试已经结束，收卷时间不能再改。个别学员可以在考场里单独延期',
    'It is over: its end cannot be changed. Extend single trainees in the room',
  ],
  'field.closesOnlyLater': [
    '已经有人开考，收卷时间只能推后，不能提前',
    'Somebody has begun: the end can only be later, never earlier',
  ],
  'field.releaseFixed': [
    '成绩已经可以看到，公布时间不能再改',
    'Results can be seen already: the release cannot be changed',
  ],
  'field.reopenReleased': [
    '成绩已经可以看到，不能再打开。需要重考请作废这一次',
    'Results can be seen already, so it stays closed. Void it to let her sit again',
  ],
  'field.reopenLater': ['学员后来又考了一次，这一次不能再打开', 'She has begun again since: this one stays closed'],
  'field.reopenPast': ['这个时间已经过了', 'This time has passed'],
  'field.reopenBeyond': [
    '超出了她的收卷时间。要更晚，先给她延期',
    'It is after her end. For longer, extend her time first',
  ],
  'field.extensionPast': [
    '这个时间已经过了，请填现在以后的时间',
    'This time has passed: choose one that is still to come',
  ],
  'field.extensionSame': ['和现在的延期一样，请填另一个时间', 'It is until then already: choose another time'],
  'field.extensionWithin': [
    '不晚于大家的收卷时间，等于没有延期。不再延期，请在“考试”页撤销',
    'It is not after the end for all, so it would extend nothing. Revoke it among the exams instead',
  ],
  'field.extensionInRoom': [
    '学员正在考，截止时间已经告诉她了，只能改晚',
    'She sits by it and was told her end: it can only be later',
  ],
  'field.yearSkippedAlready': [
    '这一年、这个级别已经登记过。要改地区或依据，先撤销原来的',
    'This year is entered for this level already. To change it, take the old one back first',
  ],
  'field.tooManyPapers': [
    '卷子超过 1000 份，一次改不完，没有写入。请到各场考试里分别重新评分',
    'There are more than 1,000 papers, too many for one change, so nothing was written. Regrade exam by exam',
  ],
  'field.nothingTicked': ['请先勾选', 'Please tick something first'],
  labelled: ['{label}：{sentence}', '{label}: {sentence}'],
  summary: ['有 {count} 处需要修改', 'One thing needs changing|{count} things need changing'],
})
