import { createHash } from 'node:crypto'
import { type ActorName, actors, usernames } from './actors.ts'
import type { ActionRow, Body } from './matrix.ts'
import { blueprintForm, entryForm, lessonForm, nameOf, questionForm, sittingForm, skippedYearForm } from './world.ts'

/*
 * The rows of actions, an intent each, with a body that would be accepted. They are asked in this order, whoever is refused
 * first, so an act that changes the world is followed by the one that undoes it.
 */
const learners = 'LYYYNNNNNL'
const cohortLearners = 'LYYNNNNNNL'
const runners = 'LNNNNNYNYL'
const authors = 'LNNNNNYNNL'
const bankAuthors = 'LNNNNNYYYL'
const followers = 'LNNNYNYNYL'
const onlyHerMentor = 'LNNNYNNNNL'
const administrators = 'LNNNNNNNYL'
const onlyHerself = 'LYNNNNNNNL'
const signedIn = 'LYYYYYYYYL'
const anybody = 'YYYYYYYYYY'
const none = 'LNNNNNNNNL'

const act = (route: string, path: string, verdict: string, body: Body | ((actor: ActorName) => Body)): ActionRow => ({
  ...{ route: `routes/${route}`, path, verdict },
  body: typeof body === 'function' ? body : () => body,
})

const lesson = 'what-is-social-work'
const day = { startsOn: '2026-09-28', endsOn: '2027-02-15' }
const person = (username: string) => ({ name: '新来的人', username, phone: '', organisationId: 'demo-centre' })
const members = ['cohorts.$cohortId.members', '/cohorts/{cohort}/members'] as const
const cohortPage = ['cohorts.$cohortId._index', '/cohorts/{cohort}'] as const
const adminCohort = ['admin.cohorts.$cohortId', '/admin/cohorts/{cohort}'] as const
const adminPerson = ['admin.people.$personId', '/admin/people/{sparePerson}'] as const
const people = ['admin.people._index', '/admin/people'] as const
const examYears = ['admin.exam-years', '/admin/exam-years'] as const
const organisations = ['admin.organisations', '/admin/organisations'] as const
const editor = ['authoring.$lessonId', '/authoring/{spareLesson}'] as const
const newQuestion = ['bank.new', '/bank/new?subject=zs&kind=single'] as const
const editQuestion = ['bank.$questionId_.edit', '/bank/{question}/edit'] as const
const offered = { intent: 'offer', forMocks: 'yes' }
const stagedImport = ['bank.import_.$importId', '/bank/import/{staged}'] as const
const questionPage = ['bank.$questionId', '/bank/{question}'] as const
const changed = (intent: string) => ({ ...questionForm('改过的题干：', '改过的解析。'), intent, base: '1' })
const list = (text: string) => ({ text, defaultOrganisationId: 'demo-centre' })
const ownExam = ['exam_.record', '/exam/record'] as const
const cohortExam = ['cohorts_.$cohortId_.exam', '/cohorts/{cohort}/exam'] as const
const results = { text: 'xueyuan1\tzf\t2024\t已报名', defaultYear: '2024' }
const seen = createHash('sha256').update(`2024\n${results.text}`).digest('hex')
const examRow = (personId: string) => ({
  ...{ intent: 'row', personId, year: '2024', base: '', 'state-zz': 'sat', 'mark-zz': '72' },
  ...Object.fromEntries(['jz', 'js', 'zf', 'zs', 'gs'].map((code) => [`state-${code}`, 'none'])),
  ...Object.fromEntries(['jz', 'js', 'zf', 'zs', 'gs'].map((code) => [`mark-${code}`, ''])),
  ...{ 'issued-junior': '', 'issued-intermediate': '', 'issued-senior': '' },
})
const entry = ['diary.$workId', '/diary/{entry}'] as const
const deskWork = ['desk.$workId', '/desk/{waitingEntry}'] as const
const uuid = '00000000-0000-4000-8000-000000000000'
const practised = ['practice.$subject.$set', '/practice/jz/all'] as const
const practiceAnswer = {
  ...{ intent: 'answer', question: '{practisedQuestion}', version: '1', part: '0' },
  ...{ confidence: 'sure', since: '0' },
}
/** of one trainee: whoever else is signed in sends it in vain */
const offlineAnswer = {
  personId: '{trainee}',
  answers: [
    {
      ...{ id: '7b0c6f5e-31a4-4c8e-9d51-0a6f2f3c4d5e', seq: 1 },
      answer: {
        ...{ questionId: '{practisedQuestion}', version: 1, part: 0, picked: [0], confidence: 'sure', seconds: 9 },
        ...{ at: 0, stamp: '', cause: null, causeAt: 0 },
      },
    },
  ],
}
const sync = ['attempts.$attemptId_.sync', '/attempts/{attempt}/sync'] as const
const sittings = ['cohorts_.$cohortId_.sittings', '/cohorts/{cohort}/sittings'] as const
const room = ['cohorts_.$cohortId_.sittings_.$sittingId', '/cohorts/{cohort}/sittings/{sitting}'] as const
const spareRoom = ['cohorts_.$cohortId_.sittings_.$sittingId', '/cohorts/{cohort}/sittings/{spareSitting}'] as const
/** in a past that nobody may choose: it is refused to whoever may, with a word on why */
const changedExtension = { intent: 'changeExtension', extensionId: '{extension}', reason: '改期' }
const sittingResults = [
  'cohorts_.$cohortId_.sittings_.$sittingId_.results[.]xlsx',
  '/cohorts/{cohort}/sittings/{sitting}/results.xlsx',
] as const
const items = ['cohorts_.$cohortId_.sittings_.$sittingId_.items', '/cohorts/{cohort}/sittings/{sitting}/items'] as const
const sittingRegrade = [
  'cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
  '/cohorts/{cohort}/sittings/{sitting}/regrade?question={askedQuestion}',
] as const
const bankRegrade = ['bank.$questionId_.regrade', '/bank/{askedQuestion}/regrade'] as const
/** Of a dry run that is out of date: it is shown again to those who may. */
const regrade = {
  ...{ intent: 'apply', version: '1', choice: '0', policy: 'drop', keys: '', points: '', reason: '答案有误' },
  ...{ regradeId: '3f2b8c1e-9a52-4b7d-8a16-5c0d9e7f1a2b', stamp: 'a'.repeat(64) },
}
const soon = { opensAt: '2099-12-01T09:00', closesAt: '2099-12-01T18:00' }
const editForm = {
  ...{ intent: 'edit', opensAt: '2026-01-05T09:00', closesAt: '2099-12-01T18:00', release: 'at' },
  releaseAt: '2099-12-01T18:00',
}
const json = (message: object) => ({ json: JSON.stringify(message) })
const revision = (intent: string, base: string) => ({ ...lessonForm('备课', '改过的话。'), intent, base })

export const acts: readonly ActionRow[] = [
  act('login', '/login', anybody, (actor) => ({ username: `nobody-${actor}`, password: 'not-the-password' })),
  act('code', '/code', anybody, { code: 'AAAA-AAAA', password: 'a-long-new-password-7' }),
  act('setup.$token', '/setup/{setupToken}', 'GGGGGGGGGG', {
    ...{ organisation: '别的中心', kind: 'agency', name: '某人', username: 'somebody', phone: '' },
    password: 'a-long-new-password-7',
  }),
  act('locale', '/locale', anybody, { locale: 'zh-CN', next: '/code' }),

  act('profile', '/profile', signedIn, (actor) => ({ intent: 'name', name: ownName(actor) })),
  act('profile', '/profile', signedIn, { intent: 'reading', locale: 'zh-CN', theme: 'system' }),
  act('profile', '/profile', signedIn, { intent: 'theme', theme: 'system', next: '/profile' }),
  act('profile', '/profile', signedIn, {
    ...{ intent: 'password', currentPassword: 'not-the-password', newPassword: 'a-long-new-password-7' },
  }),
  act('profile', '/profile', onlyHerself, { intent: 'endSession', sessionId: '{otherSession}' }),
  act('profile', '/profile', signedIn, { intent: 'endOthers' }),

  act('today', '/today', onlyHerself, { intent: 'read', word: '{word}' }),
  act('tracks.$trackId', '/tracks/jiben-lilun', learners, { intent: 'join' }),
  act('lessons.$lessonId', `/lessons/${lesson}`, learners, { intent: 'note', note: 'reflect:r1', body: '' }),
  act('lessons.$lessonId', `/lessons/${lesson}`, learners, { intent: 'answer', check: 'q1', pick: '{option}' }),
  act('lessons.$lessonId', `/lessons/${lesson}`, learners, { intent: 'end' }),
  act('lessons.$lessonId', '/lessons/{published}', cohortLearners, { intent: 'note', note: 'notes', body: '记下' }),
  act('lessons.$lessonId', '/lessons/{published}', cohortLearners, { intent: 'end' }),
  act('lessons.$lessonId', '/lessons/{draft}', none, { intent: 'end' }),
  act('lessons.$lessonId_.visit', `/lessons/${lesson}/visit`, learners, { visit: '', seconds: '5' }),
  act('lessons.$lessonId_.visit', '/lessons/{published}/visit', cohortLearners, { visit: '', seconds: '5', end: '1' }),

  act('trainees.$personId', '/trainees/{trainee}', followers, { intent: 'write', body: '做得好。' }),
  act('trainees.$personId', '/trainees/{mentor}', none, { intent: 'write', body: '做得好。' }),

  act('cohorts_.$cohortId_.progress[.]xlsx', '/cohorts/{cohort}/progress.xlsx', runners, { intent: 'export' }),
  act('cohorts_.$cohortId_.tracks', '/cohorts/{cohort}/tracks', runners, { intent: 'withdraw', track: 'jiben-lilun' }),
  act('cohorts_.$cohortId_.tracks', '/cohorts/{cohort}/tracks', runners, {
    ...{ intent: 'assign', track: 'jiben-lilun', dueOn: '2027-01-10' },
  }),
  act(...ownExam, learners, {
    ...{ intent: 'record', recordId: '', subject: 'zz', year: '2024', state: 'sat', mark: '72' },
  }),
  act(...ownExam, onlyHerself, {
    ...{ intent: 'record', recordId: '{examRecord}', subject: 'gs', year: '2024', state: 'sat', mark: '' },
  }),
  ...['remove', 'restore'].map((intent) => act(...ownExam, onlyHerself, { intent, recordId: '{oldExam}' })),
  ...['removeCertificate', 'restoreCertificate'].map((intent) =>
    act(...ownExam, onlyHerself, { intent, certificateId: '{examCertificate}' }),
  ),
  act(...ownExam, learners, { intent: 'certificate', level: 'junior', issuedOn: '2024-09-02' }),
  act(...ownExam, learners, { intent: 'nothing' }),
  act('cohorts_.$cohortId_.exam[.]xlsx', '/cohorts/{cohort}/exam.xlsx', runners, { intent: 'export' }),
  act('cohorts_.$cohortId_.readiness[.]xlsx', '/cohorts/{cohort}/readiness.xlsx', runners, { intent: 'export' }),
  act(...cohortExam, runners, examRow('{spareMember}')),
  act(...cohortExam, none, examRow('{outsider}')),
  act(...cohortExam, runners, { intent: 'restore', recordIds: '{examRecord}', certificateIds: '{examCertificate}' }),
  act(...cohortExam, none, { intent: 'restore', recordIds: '{foreignExam}' }),
  ...['{examRecord}', '{foreignExam}'].map((recordIds) =>
    act(...cohortExam, recordIds === '{examRecord}' ? runners : none, {
      ...{ intent: 'check', year: '2024', readAt: '2026-11-23T02:00:00.000Z', recordIds },
    }),
  ),
  act(...cohortExam, none, {
    ...{ intent: 'check', year: '2024', readAt: '2026-11-23T02:00:00.000Z', certificateIds: '{foreignCertificate}' },
  }),
  act(...cohortExam, runners, { intent: 'checkAll', year: '2024', readAt: '2026-11-23T02:00:00.000Z' }),
  act(...cohortExam, runners, { intent: 'preview', ...results }),
  act(...cohortExam, runners, { intent: 'import', ...results, seen, lines: '1' }),
  act(...cohortExam, runners, { intent: 'importAll', ...results, seen }),
  act(...cohortExam, runners, { intent: 'nothing' }),

  act(...cohortPage, runners, { intent: 'save', name: '乔头堡计划 · 第一期', ...day }),
  act(...cohortPage, runners, (actor) => ({ intent: 'appoint', personId: mentorFor(actor) })),
  act(...cohortPage, runners, (actor) => ({ intent: 'dismiss', personId: mentorFor(actor) })),
  act(...cohortPage, runners, { intent: 'divide' }),
  act(...cohortPage, none, { intent: 'archive' }),
  act(...cohortPage, none, { intent: 'restore' }),
  act(...cohortPage, none, { intent: 'appoint', personId: '{trainee}' }),

  act(...members, runners, (actor) => ({ intent: 'create', ...person(`xinlai-${actor.toLowerCase()}`) })),
  act(...members, runners, { intent: 'preview', ...list('新来的人\txinlai-preview') }),
  act(...members, runners, { intent: 'import', ...list('新来的人\txinlai-import') }),
  act(...members, runners, { intent: 'assign', personIds: '{spareMember}', mentorId: 'demo-daoshi2' }),
  act(...members, runners, { intent: 'withdraw', personIds: '{spareMember}', mentorId: 'demo-daoshi2' }),
  act(...members, runners, { intent: 'codes', personIds: '{spareMember}' }),
  ...['remove', 'readmit'].map((intent) =>
    act(...members, runners, (actor) => ({ intent, personIds: memberFor(actor) })),
  ),
  // People of another cohort, named in one's own.
  act(...members, none, { intent: 'assign', personIds: '{outsider}', mentorId: 'demo-daoshi2' }),
  act(...members, none, { intent: 'assign', personIds: '{spareMember}', mentorId: 'demo-daoshi6' }),
  ...['codes', 'remove', 'readmit'].map((intent) => act(...members, none, { intent, personIds: '{outsider}' })),
  act('cohorts.$cohortId.members', '/cohorts/{secondCohort}/members', 'LNNNNNNYYL', {
    ...{ intent: 'preview', ...list('某人\txueyuan1') },
  }),

  // A form that says nothing: whose things they are is asked before what is wrong with it.
  act(...cohortPage, runners, { intent: 'nothing' }),
  act(...members, runners, { intent: 'nothing' }),
  act('cohorts_.$cohortId_.tracks', '/cohorts/{cohort}/tracks', runners, { intent: 'nothing' }),
  act('trainees.$personId', '/trainees/{trainee}', followers, { intent: 'nothing' }),
  act(...editor, authors, { intent: 'nothing' }),

  act('authoring.new', '/authoring/new?cohort={cohort}', authors, revision('preview', '0')),
  act('authoring.new', '/authoring/new?cohort={cohort}', authors, revision('save', '0')),
  act('authoring.new', '/authoring/new', administrators, revision('preview', '0')),
  act('authoring.new', '/authoring/new', administrators, revision('save', '0')),
  act(...editor, authors, revision('preview', '1')),
  act(...editor, authors, revision('save', '1')),
  act(...editor, authors, { intent: 'publish', number: '1' }),
  act(...editor, authors, { intent: 'retire' }),

  ...['save', 'propose', 'add:options', 'drop:options.3', 'add:laws', 'kind::multiple', 'picture', 'nothing'].map(
    (intent) => act(...newQuestion, bankAuthors, { ...questionForm('新写的题目：', '新写的解析。'), intent }),
  ),
  ...['save', 'propose', 'add:options'].map((intent) => act(...editQuestion, bankAuthors, changed(intent))),
  act(...questionPage, bankAuthors, { intent: 'nothing' }),
  act(...questionPage, bankAuthors, { intent: 'approve', number: '2' }),
  act(...questionPage, bankAuthors, { intent: 'return', number: '2', reason: '再想想' }),
  act(...questionPage, bankAuthors, { intent: 'propose' }),
  act(...questionPage, bankAuthors, { intent: 'retire' }),
  act(...questionPage, bankAuthors, { intent: 'restore' }),
  act('bank.export', '/bank/export?subject=zs', bankAuthors, { format: 'gift' }),
  act('bank.export', '/bank/export', bankAuthors, { format: 'template' }),
  act('bank.import', '/bank/import?subject=zs', bankAuthors, { text: '1. 先做什么？\nA. 接案\nB. 预估\n答案：A' }),
  ...['nothing', 'choose', 'all', 'fix:1:0:makeMultiple', 'none'].map((intent) =>
    act(...stagedImport, authors, { intent, shown: '1' }),
  ),
  act(...stagedImport, authors, { intent: 'commit', expected: '9' }),
  act(...stagedImport, authors, { intent: 'discard' }),
  act('bank.laws', '/bank/laws', bankAuthors, { intent: 'retire', questionIds: '{spareQuestion}' }),

  act('bank.review', '/bank/review', bankAuthors, { intent: 'nothing' }),
  act('bank.review', '/bank/review', bankAuthors, { intent: 'return', chosen: '{reviewedQuestion}@1', reason: '' }),
  ...['approve', 'return'].map((intent) =>
    act('bank.review', '/bank/review', bankAuthors, { intent, chosen: '{reviewedQuestion}@1', reason: '再想想' }),
  ),
  ...['check', 'add:parts', 'nothing', 'save'].map((intent) =>
    act('bank.blueprints.new', '/bank/blueprints/new?from=jz-2026', bankAuthors, { ...blueprintForm('周测'), intent }),
  ),
  ...['check', 'drop:parts.0', 'save'].map((intent) =>
    act('bank.blueprints.$blueprintId', '/bank/blueprints/{blueprint}', bankAuthors, {
      ...{ ...blueprintForm('月考'), intent },
    }),
  ),
  // An official one is written by nobody.
  act('bank.blueprints.$blueprintId', '/bank/blueprints/zs-2026', none, { ...blueprintForm('月考'), intent: 'save' }),
  ...['archive', 'restore'].map((intent) =>
    act('bank.blueprints._index', '/bank/blueprints', bankAuthors, { intent, blueprintId: '{blueprint}' }),
  ),
  act('bank.blueprints._index', '/bank/blueprints', bankAuthors, { ...offered, blueprintId: '{blueprint}' }),
  act('bank.blueprints._index', '/bank/blueprints', none, { ...offered, blueprintId: 'jz-2026' }),

  act('bank.papers.new', '/bank/papers/new', bankAuthors, { intent: 'nothing' }),
  // Something else than was looked at: refused, and nothing is kept.
  act('bank.papers.new', '/bank/papers/new', bankAuthors, {
    ...{ intent: 'keep', title: '月考卷', shown: '0'.repeat(32), blueprint: 'jz-2026', seed: '7', a: 'jz-01-001' },
  }),
  ...['nothing', 'retire', 'restore'].map((intent) =>
    act('bank.papers.$paperId', '/bank/papers/{paper}', bankAuthors, { intent }),
  ),
  act(...sittings, runners, { ...sittingForm(soon.opensAt, soon.closesAt), blueprintId: 'paper:{paper}' }),

  act('admin.cohorts._index', '/admin/cohorts', administrators, { intent: 'save', name: '下一期', ...day }),
  act(...adminCohort, administrators, { intent: 'save', name: '乔头堡计划 · 第一期', ...day }),
  act(...adminCohort, administrators, { intent: 'appoint', personId: '{spareCoordinator}' }),
  act(...adminCohort, administrators, { intent: 'dismiss', personId: '{spareCoordinator}' }),
  act(...adminCohort, administrators, { intent: 'archive' }),
  act(...adminCohort, administrators, { intent: 'restore' }),
  act(...adminCohort, none, { intent: 'divide' }),
  act(...examYears, administrators, { intent: 'nothing' }),
  act(...examYears, administrators, skippedYearForm('2010')),
  ...['revoke', 'restore'].map((intent) => act(...examYears, administrators, { intent, id: '{skippedYear}' })),
  act(...organisations, administrators, {
    ...{ intent: 'create', name: '新机构', kind: 'agency', parentId: 'demo-street' },
  }),
  act(...organisations, administrators, { intent: 'rename', id: '{spareOrganisation}', name: '备用机构二' }),
  act(...organisations, administrators, { intent: 'move', id: '{spareOrganisation}', parentId: 'demo-qingyan' }),
  act(...organisations, administrators, { intent: 'archive', id: '{spareOrganisation}' }),
  act(...organisations, administrators, { intent: 'restore', id: '{spareOrganisation}' }),
  act(...people, administrators, { intent: 'create', ...person('xinlai-admin'), roles: 'trainee' }),
  act(...people, administrators, { intent: 'preview', ...list('新来的人\txinlai-preview'), role: 'trainee' }),
  act(...people, administrators, { intent: 'import', ...list('新来的人\txinlai-list'), role: 'trainee' }),
  act(...adminPerson, administrators, { intent: 'save', ...person('beiyong-xueyuan') }),
  act(...adminPerson, administrators, { intent: 'roles', roles: 'trainee' }),
  act(...adminPerson, administrators, { intent: 'code' }),
  act(...adminPerson, administrators, { intent: 'suspend' }),
  act(...adminPerson, administrators, { intent: 'restore' }),

  act('practice.$subject._index', '/practice/jz', learners, { intent: 'plan', examOn: '', minutesADay: '20' }),
  act(...practised, learners, { ...practiceAnswer, pick: '0' }),
  act(...practised, onlyHerself, { intent: 'cause', answer: '{practised}', cause: 'misread' }),
  act(...practised, learners, {
    intent: 'favourite',
    answer: '{practised}',
    question: '{practisedQuestion}',
    wants: 'no',
  }),
  act('practice.sync', '/practice/sync', onlyHerself, json(offlineAnswer)),
  // Whoever may begins an exam, and again: there is one.
  act('exam.$subject', '/exam/jz', learners, { intent: 'start' }),
  act(...sync, onlyHerself, json({ kind: 'enter', deviceId: 'a-tab-of-the-matrix', wantsTakeover: true })),
  act(
    ...sync,
    onlyHerself,
    json({ kind: 'save', epoch: 0, answers: [{ itemId: 'q1', value: '', isMarked: true, seq: 1 }] }),
  ),
  act(...sync, onlyHerself, json({ kind: 'beat', epoch: 0, waiting: 0, signals: [] })),
  act('attempts.$attemptId', '/attempts/{attempt}', onlyHerself, { intent: 'save', epoch: '0', 'm.q2': '1' }),
  act(...sync, onlyHerself, json({ kind: 'submit', epoch: 9 })),
  act('attempts.$attemptId', '/attempts/{spareAttempt}', onlyHerself, {
    ...{ intent: 'save', epoch: '0', 'a.q1': '先稳定情绪，再一起看看怎么办。' },
  }),
  act('attempts.$attemptId', '/attempts/{spareAttempt}', onlyHerself, { intent: 'submit', epoch: '0' }),

  act('attempts.$attemptId_.result', '/attempts/{spareAttempt}/result', onlyHerself, {
    intent: 'mark',
    item: 'q1',
    point: '0',
  }),
  ...['hand', 'takeBack'].map((intent) =>
    act('attempts.$attemptId_.result', '/attempts/{spareAttempt}/result', onlyHerself, { intent, item: 'q1' }),
  ),
  act('attempts.$attemptId_.result', '/attempts/{spareAttempt}/result', none, { intent: 'hand', item: 'q99' }),
  ...['nothing', 'open'].map((intent) =>
    act('trainees.$personId_.answers.$handedId', '/trainees/{handing}/answers/{handed}', onlyHerMentor, { intent }),
  ),
  act('trainees.$personId_.answers.$handedId', '/trainees/{trainee}/answers/{handed}', none, { intent: 'open' }),

  act('diary.new', '/diary/new', learners, { intent: 'nothing' }),
  act('diary.new', '/diary/new', learners, (actor) => entryForm(newEntryOf(actor), '门口的斑马线。', 'save')),
  act(...entry, onlyHerself, { intent: 'nothing' }),
  act(...entry, onlyHerself, entryForm('{entry}', '还是那条斑马线。', 'save', '6')),
  act(...entry, onlyHerself, entryForm('{entry}', '还是那条斑马线。', 'autosave', '7')),
  act(...entry, onlyHerself, entryForm('{entry}', '还是那条斑马线。', 'submit', '8')),
  act(...entry, onlyHerself, { intent: 'withdraw' }),
  act(...entry, none, { intent: 'answer', commentId: uuid, kind: 'changed', text: '' }),
  act('diary.$workId', '/diary/{waitingEntry}', none, entryForm('{waitingEntry}', '不是我的。', 'save')),
  ...['nothing', 'claim'].map((intent) => act(...deskWork, onlyHerMentor, { intent })),
  act('desk.$workId', '/desk/{entry}', none, { intent: 'claim' }),
  act(...deskWork, onlyHerMentor, { intent: 'comment', id: uuid, body: '', field: 'problem', paragraph: '0' }),
  act(...deskWork, onlyHerMentor, { intent: 'marks', seq: '1', 'm.concrete': '3' }),
  act(...deskWork, onlyHerMentor, { intent: 'take' }),
  // Without marks, a word or a reason: to her that is said, to others not even that.
  ...['accept', 'return', 'fail'].map((intent) => act(...deskWork, onlyHerMentor, { intent, seq: '2', reason: '' })),

  act(...sittings, runners, { intent: 'nothing' }),
  act(...sittings, runners, sittingForm(soon.opensAt, soon.closesAt)),
  act(...sittings, runners, { intent: 'grant', personId: '{spareMember}', timePercent: '150', reason: '需要大字卷' }),
  act(...sittings, none, { intent: 'grant', personId: '{outsider}', timePercent: '150', reason: '需要大字卷' }),
  act(...sittings, runners, { intent: 'endGrant', personId: '{spareMember}' }),
  act(...sittings, none, { intent: 'endGrant', personId: '{outsider}' }),
  act(...room, runners, { ...changedExtension, until: '2001-01-01T08:00' }),
  act(...spareRoom, none, { ...changedExtension, until: '2099-12-31T18:00' }),
  act(...sittings, runners, { intent: 'revokeExtension', extensionId: '{extension}' }),
  act(...sittings, none, { intent: 'revokeExtension', extensionId: '{sitting}' }),
  act(...room, runners, { intent: 'nothing' }),
  act(...room, none, { intent: 'extend', personId: '{outsider}', until: '2099-12-31T18:00', reason: '停电' }),
  act(...room, runners, { intent: 'extend', personId: '{spareMember}', until: '2099-12-31T18:00', reason: '停电' }),
  act(...room, runners, { intent: 'extendAll', minutes: '5', reason: '停电' }),
  act(...room, runners, { ...editForm, title: '摸底考试（改）' }),
  act(...room, none, { intent: 'reopen', attemptId: '{attempt}', until: '2099-11-30T18:00', reason: '不是这一场的' }),
  act(...room, none, { intent: 'void', attemptId: '{attempt}', reason: '不是这一场的', until: '' }),
  ...['accept', 'reject'].map((intent) =>
    act(...room, none, { intent, attemptId: '{attempt}', reason: '不是这一场的' }),
  ),
  // Without a file: to her that is said, to others not even that.
  act(...room, runners, { intent: 'loadFile' }),
  act(...room, runners, { intent: 'release' }),
  act(...spareRoom, runners, { intent: 'cancel' }),
  act(...sittingResults, runners, { intent: 'export' }),
  act(...items, runners, { intent: 'nothing' }),
  act(...items, none, { intent: 'undo', regradeId: '{bankRegrade}' }),
  act(...items, runners, { intent: 'undo', regradeId: '{sittingRegrade}' }),
  act(...sittingRegrade, runners, { intent: 'nothing' }),
  act(...sittingRegrade, runners, regrade),
  act(...sittingRegrade, none, { intent: 'undo', regradeId: '{bankRegrade}' }),
  act(...bankRegrade, bankAuthors, { intent: 'nothing' }),
  act(...bankRegrade, bankAuthors, regrade),
  act(...bankRegrade, none, { intent: 'undo', regradeId: '{sittingRegrade}' }),
  act(...bankRegrade, bankAuthors, { intent: 'undo', regradeId: '{bankRegrade}' }),
  act('sittings.$sittingId', '/sittings/{sitting}', cohortLearners, { intent: 'nothing' }),
  act('sittings.$sittingId', '/sittings/{sitting}', cohortLearners, { intent: 'start' }),

  act('logout', '/logout', 'LLLLLLLLLL', {}),
]

/* An act that can be done once has somebody else in it for each of those who may. */
function mentorFor(actor: ActorName): string {
  return actor === 'administrator' ? '{secondMentor}' : '{spareMentor}'
}

function memberFor(actor: ActorName): string {
  return actor === 'administrator' ? '{secondMember}' : '{spareMember}'
}

/** A device brings an id of its own. */
function newEntryOf(actor: ActorName): string {
  return `00000000-0000-4000-8000-0000000e000${actors.indexOf(actor)}`
}

/** Nobody is renamed by the run: a name is a canary. */
function ownName(actor: ActorName): string {
  return actor === 'visitor' ? '某人' : nameOf(usernames[actor])
}
