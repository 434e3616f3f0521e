import { defineMessages } from '~/i18n/messages.ts'

/** What is wrong with an item of an import, and what to do: `problemTexts[code]`. */
export const problemTexts = defineMessages({
  emptyStem: ['没有题干。请补上题干，或去掉这一题。', 'There is no stem. Write one, or leave this question out.'],
  fewOptions: [
    '只有 {found} 个选项，至少要 2 个。请补上选项，或检查选项字母前后的标点。',
    'There are only {found} options; at least 2 are needed. Add options, or check the marks around their letters.',
  ],
  optionCount: [
    '有 {found} 个选项，全国考试的这种题型是 {wanted} 个。其他考试可以不同，请确认。',
    'There are {found} options; the national format has {wanted}. Other exams may differ: please confirm.',
  ],
  emptyOption: ['选项 {letter} 是空的。请写上内容，或去掉它。', 'Option {letter} is empty. Write it, or drop it.'],
  equalOptions: [
    '选项 {letter} 和 {other} 一样。请改一个，或去掉一个。',
    'Options {letter} and {other} are the same. Change one, or drop one.',
  ],
  optionGap: [
    '选项缺字母 {letter}。请检查这个选项是不是漏了或写错了字母。',
    'The letters of the options skip {letter}. Check whether an option was lost or a letter mistyped.',
  ],
  optionRepeated: [
    '选项字母 {letter} 用了两次。请改成连续的字母。',
    'The letter {letter} stands before two options. Give the options consecutive letters.',
  ],
  keyMissing: ['没有答案。请选出正确选项。', 'There is no key. Choose what is right.'],
  keyUnreadable: [
    '看不懂答案“{text}”。请写成选项的字母，如 ACD；判断题写“正确”或“错误”。',
    'The key «{text}» cannot be read. Write letters of options such as ACD, or true or false.',
  ],
  keyBeyondOptions: [
    '答案 {letters} 超出了选项。请改答案，或补上选项。',
    'The key {letters} is beyond the options. Change the key, or add the options.',
  ],
  keyConflict: [
    '题干括号里的答案是 {inStem}，后面写的是 {written}，暂按后者。请确认哪个对。',
    'The key in the stem is {inStem}, the one after it {written}; the latter was taken. Confirm which is right.',
  ],
  singleKeys: [
    '单选题有 {found} 个答案。请只留一个，或改成多选题。',
    'A single choice has {found} keys. Leave one, or make it a multiple choice.',
  ],
  multipleOneKey: [
    '多选题只有 1 个答案。请补上答案，或改成单选题。',
    'A multiple choice has only one key. Add keys, or make it a single choice.',
  ],
  multipleKeys: [
    '多选题有 {found} 个答案，全国考试是 2 至 4 个，且至少有 1 个错项。请确认。',
    'A multiple choice has {found} keys; the national format has 2 to 4 and at least one wrong option. Please confirm.',
  ],
  judgementOptions: [
    '判断题应有“正确”和“错误”两个选项。请改成这两个，或改成单选题。',
    'A judgement has two options, true and false. Use these two, or make it a single choice.',
  ],
  judgementKeys: ['判断题只能有一个答案。请选“正确”或“错误”。', 'A judgement has one key. Choose true or false.'],
  caseItems: [
    '案例题应有 1 至 10 个小题，现在是 {found} 个。请补上小题，或拆成几题。',
    'A case has 1 to 10 questions; this one has {found}. Add questions, or split it.',
  ],
  answerPointsMissing: ['主观题没有采分点。请至少写一个。', 'There is no answer point. Write at least one.'],
  emptyAnswerPoint: [
    '第 {number} 个采分点没有内容。请补上或去掉。',
    'Answer point {number} is empty. Write it, or drop it.',
  ],
  answerPointsSum: [
    '采分点共 {sum} 分，不够满分 {outOf} 分。请补采分点，或把满分改成 {sum} 分。',
    'The answer points sum to {sum}, less than the full {outOf}. Add answer points, or lower the full marks to {sum}.',
  ],
  outOfMissing: ['满分是 0 分。请写明分值。', 'The full marks are 0. Say what the question is worth.'],
  pointsWithoutMarks: [
    '采分点没有写分值，暂时平均分配。请核对每一点的分值。',
    'The answer points did not say their marks, which were shared out evenly. Check what each is worth.',
  ],
  answersTogether: [
    '小题和答案对不上，已合成一道主观题。请核对，需要时拆开。',
    'Questions and answers could not be paired and became one question. Check it, and split it if needed.',
  ],
  fillBlank: [
    '填空题按主观题导入，一空一个采分点。请核对分值和其他写法。',
    'A fill-in question comes in as an open question with a point for each blank. Check marks and other wordings.',
  ],
  strayText: [
    '这段文字不属于任何题目，没有导入。是题目的话，请加上题号和选项字母再试。',
    'This text belongs to no question and was not imported. If it is one, give it a number and letters, and try again.',
  ],
  answerWithoutQuestion: [
    '第 {number} 题的答案找不到对应的题目。请检查题号和题型标题。',
    'The answer to number {number} has no question. Check the numbers and the heads of the sections.',
  ],
  answerTwice: [
    '第 {number} 题的答案出现了两次，且不一样：已用 {used}，另一个是 {other}。请确认。',
    'Number {number} was answered twice and differently: {used} was used, the other is {other}. Please confirm.',
  ],
  unsupportedKind: [
    '不支持“{kind}”题型，这一题没有导入。请改成选择、判断或主观题。',
    'Questions of the kind «{kind}» are not supported; this one was not imported. Make it a choice or an open question.',
  ],
  kindUnreadable: [
    '看不懂题型“{text}”。请写单选题、多选题、判断题、案例题或主观题。',
    'The kind «{text}» is not known. Write 单选题, 多选题, 判断题, 案例题 or 主观题.',
  ],
  weightsIgnored: [
    '原题给部分选项记了部分分，这里没有保留；得分大于 0 的选项作为答案。请核对答案。',
    'Some options were worth part of the marks, which was not kept: options worth more than 0 became the key. Check it.',
  ],
  optionsIgnored: [
    '原题的这些设置没有保留：{names}。需要时请在导入后重新设置。',
    'These settings of the source were not kept: {names}. Set them again after the import if they matter.',
  ],
  pictureMissing: [
    '图片“{name}”不在文件里。请在导入后补上图片。',
    'The picture «{name}» is not in the file. Add it after the import.',
  ],
  pictureKind: [
    '图片“{name}”的格式不能在网页上显示。请在 Word 里另存为 PNG 后替换。',
    'The picture «{name}» is of a kind that no browser shows. Save it as PNG and replace it.',
  ],
  formula: [
    '公式已转成一行文字，可能看不出原样。请核对，或改用图片。',
    'A formula became a line of text and may have lost its form. Check it, or use a picture.',
  ],
  garbled: [
    '有无法识别的字符，可能是编码不对。请把文件另存为 UTF-8 再导入。',
    'Some characters could not be read; the encoding may be wrong. Save the file as UTF-8 and import it again.',
  ],
  isHidden: [
    '这一题在原系统里是隐藏的。请确认是否要导入。',
    'This question was hidden where it comes from. Confirm that you want it.',
  ],
  unknownPoint: [
    '没有知识点“{name}”。请从大纲里选一个，或先加上它。',
    'There is no knowledge point «{name}». Choose one of the syllabus, or add it first.',
  ],
  difficultyUnreadable: [
    '看不懂难度“{text}”，暂按中等。请写 1 至 5，或易、中、难。',
    'The difficulty «{text}» cannot be read and was taken as medium. Write a number from 1 to 5.',
  ],
  unknownSubject: [
    '没有科目“{name}”，暂按所选科目。请核对科目名称。',
    'There is no subject «{name}»; the chosen one was taken. Check the name.',
  ],
  lawUnreadable: [
    '看不懂法条“{text}”，没有保留。请写成“法律名称 | 条 | 起 | 止”，日期如 2021-01-01。',
    'The law «{text}» cannot be read and was not kept. Write «name | article | from | to», days as 2021-01-01.',
  ],
  numberUnreadable: [
    '看不懂分值“{text}”。请写数字，如 2 或 1.5。',
    'The marks «{text}» cannot be read. Write a number such as 2 or 1.5.',
  ],
  rowKeyRepeated: [
    '编号 {key} 在文件里用了两次。请改掉一个，再导入。',
    'The key {key} stands twice in the file. Change one of the two.',
  ],
  rowWithoutParent: [
    '这一行是小题或采分点，但上面没有它所属的题目。请把它移到那一题下面，或填上那一题的编号。',
    'This row is part of a question that does not stand above it. Move it beneath that question, or give it its key.',
  ],
  extraText: [
    '这几格的内容用不上：{names}。请移到对应的列，或删掉。',
    'What stands in these cells has no place here: {names}. Move it to its column, or delete it.',
  ],
  cellError: [
    '单元格 {cell} 的公式出错：{text}。请改成文字或数字。',
    'The formula in cell {cell} fails: {text}. Replace it by text or a number.',
  ],
  headMissing: [
    '没有找到表头。请用我们的模板，保留“题型”“题干”“答案”这几列。',
    'No heading row was found. Use our template and keep the columns 题型, 题干 and 答案.',
  ],
  syntax: [
    '这里的写法不完整：{what}。请对照格式说明改好再导入。',
    'This is not written as the format asks: {what}. Correct it and import again.',
  ],
  fileUnreadable: [
    '文件打不开，可能已损坏。请用原来的软件重新保存后再试。',
    'The file cannot be opened and may be damaged. Save it again with its own program and try once more.',
  ],
  fileTooLarge: [
    '文件太大：最多 20 MB，解压后最多 100 MB。请拆成几个文件，或压缩图片。',
    'The file is too large: at most 20 MB, and 100 MB unpacked. Split it, or make its pictures smaller.',
  ],
  fileOld: [
    '这是旧版或加密的 Office 文件。请另存为不加密的 .docx 或 .xlsx 再导入。',
    'This is an old or encrypted Office file. Save it as .docx or .xlsx without a password and import again.',
  ],
  fileKind: [
    '不认识这种文件。请改用 .txt、.docx、.xlsx、GIFT、Aiken 或 Moodle XML。',
    'Files of this kind are not known. Use .txt, .docx, .xlsx, GIFT, Aiken or Moodle XML.',
  ],
  fileEmpty: [
    '文件里没有题目。请检查选的是不是这个文件。',
    'There is no question in this file. Check that it is the right one.',
  ],
})

export type ItemProblemCode = keyof typeof problemTexts & string
