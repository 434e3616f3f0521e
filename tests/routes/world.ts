import { createHash, randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from '#tests/support/sign-in.ts'
import { contentLibrary, loadContentLibrary, mediaFolder } from '~/modules/content/library.server.ts'
import { seededRandom } from '~/platform/random.ts'
import { demoTrainees } from '../../prisma/demo-centre.ts'
import { demoEntries } from '../../prisma/demo-diaries.ts'
import { type ActorName, actors, usernames } from './actors.ts'
import { type Answer, ask } from './asking.ts'
import { examCanaries } from './exam-canaries.ts'
import type { Body } from './matrix.ts'

/** A secret that was planted, and who may read it. */
export type Canary = { readonly what: string; readonly token: string; readonly readers: readonly ActorName[] }
export type Places = Readonly<Record<string, string>>

export type World = {
  readonly cookies: Readonly<Record<ActorName, string>>
  readonly places: Places
  readonly canaries: readonly Canary[]
  /** finds any of them */
  readonly remove: () => void
}

const cohort = 'demo-cohort-1'
const secondCohort = 'demo-cohort-2'
const trainee = `demo-${usernames.trainee}`

/** The demo centre with something secret in every corner of its first cohort, all of it written through the real forms. */
export async function makeWorld(origin: string): Promise<World> {
  await loadContentLibrary({ isHot: false })
  const cookies = await signInAll(origin)
  const post = async (actor: ActorName, path: string, body: Body): Promise<Answer> => {
    const answer = await ask(origin, cookies[actor], { path, body })
    if (answer.status >= 400) throw new Error(`${actor} could not post to ${path}: ${answer.status}\n${answer.text}`)
    return answer
  }
  const read = async (actor: ActorName, path: string) => (await ask(origin, cookies[actor], { path })).text
  const secret = (what: string, ...readers: ActorName[]): Canary => ({
    ...{ what, readers },
    token: `${what}${randomBytes(6).toString('hex')}`,
  })

  const note = secret('note', 'trainee')
  const reflection = secret('reflection', 'trainee')
  // A diary is read by its author and, once handed in, by her mentor: by nobody who runs or administers anything.
  const diary = secret('diary', 'trainee')
  const handedDiary = secret('handedDiary', 'trainee', 'mentor')
  const deskWord = secret('deskWord', 'mentor')
  const word = secret('word', 'trainee', 'mentor', 'coordinator', 'administrator')
  const draft = secret('draft', 'coordinator')
  const published = secret('published', 'trainee', 'classmate', 'mentor', 'coordinator', 'administrator')
  // Of a question that waits for approval: those who write the bank read it.
  const questionKey = secret('questionKey', 'coordinator', 'foreignCoordinator', 'administrator')
  // Written in the editor, and answered by nobody: only its author reads the explanation.
  const explanation = secret('explanation', 'coordinator')
  const phone = {
    what: 'phone',
    token: `1390000${1_000 + (randomBytes(2).readUInt16BE() % 9_000)}`,
    readers: ['classmate', 'coordinator', 'administrator'] as const,
  }

  const lesson = '/lessons/what-is-social-work'
  // The first reading of a lesson makes the site's secret; no other reading changes anything.
  await read('trainee', lesson)
  await post('trainee', lesson, { intent: 'note', note: 'notes', body: note.token })
  await post('trainee', lesson, { intent: 'note', note: 'reflect:r1', body: reflection.token })
  await post('mentor', `/trainees/${trainee}`, { intent: 'write', body: word.token })
  await post('administrator', `/admin/people/demo-${usernames.classmate}`, {
    ...{ intent: 'save', name: nameOf(usernames.classmate), username: usernames.classmate, phone: phone.token },
    organisationId: 'demo-centre',
  })
  await post('trainee', `/diary/${demoEntries.draft}`, entryForm(demoEntries.draft, diary.token, 'save'))
  const handedEntry = '00000000-0000-4000-8000-0000000d0009'
  await post('trainee', '/diary/new', entryForm(handedEntry, handedDiary.token, 'submit'))
  await post('mentor', `/desk/${handedEntry}`, { intent: 'claim' })
  await post('mentor', `/desk/${handedEntry}`, {
    ...{
      intent: 'comment',
      id: '00000000-0000-4000-8000-0000000d0010',
      body: deskWord.token,
      field: '',
      paragraph: '',
    },
  })
  const write = async (title: string, source: string) => {
    const { location } = await post('coordinator', `/authoring/new?cohort=${cohort}`, lessonForm(title, source))
    return found(location, /^\/authoring\/([^?]+)/)
  }
  const draftId = await write(draft.token, `草稿里的话：${draft.token}。`)
  const publishedId = await write(
    published.token,
    `${published.token}\n\n:::自测{#q1}\n先做什么？\n\n- [ ] 甲\n- [x] 乙\n\n${explanation.token}\n:::`,
  )
  await post('coordinator', `/authoring/${publishedId}`, { intent: 'publish', number: '1' })
  const spareLesson = await write('备课', '备课的话。')
  const hashIn = async (path: string) => found(await read('coordinator', `${path}.data`), /"hash","([0-9a-f]{32,64})"/)

  const writeQuestion = async (stem: string, text: string) => {
    const { location } = await post('coordinator', '/bank/new?subject=zs&kind=single', questionForm(stem, text))
    return found(location, /^\/bank\/(c-[0-9a-f]{16})/)
  }
  const question = await writeQuestion('郁奶奶出院以后：', questionKey.token)
  const spareQuestion = await writeQuestion('备用的题目：', '备用的解析。')
  const reviewedQuestion = await writeQuestion('待审的题目：', '待审的解析。')
  const { location: blueprintAt } = await post(
    'coordinator',
    '/bank/blueprints/new?from=jz-2026',
    blueprintForm('月考'),
  )
  const blueprint = found(blueprintAt, /^\/bank\/blueprints\/(b-[0-9a-f]{16})/)
  const desk = await ask(origin, cookies.coordinator, { path: `/bank/papers/new?blueprint=${blueprint}&seed=7` })
  const drawnAt = found(desk.location, /^\/bank\/papers\/new\?(.+)/)
  const drawn = Object.fromEntries(new URLSearchParams(drawnAt))
  const drawnPage = await read('coordinator', `/bank/papers/new?${drawnAt}`)
  const shown = found(drawnPage, /name="shown" value="([0-9a-f]{32})"/)
  const { location: keptAt } = await post('coordinator', '/bank/papers/new', {
    ...{ ...drawn, intent: 'keep', title: '月考卷', shown },
  })
  const paper = found(keptAt, /^\/bank\/papers\/([0-9a-f-]{36})/)
  const stagedText = secret('stagedText', 'coordinator')
  const { location: laidOut } = await post('coordinator', '/bank/import?subject=zs', {
    text: moodleQuestion(stagedText.token),
  })
  const staged = found(laidOut, /^\/bank\/import\/([0-9a-f-]{36})/)

  const newPerson = async (username: string, role: string) => {
    const person = { name: '备用', username, phone: '', organisationId: 'demo-centre' }
    await post('administrator', '/admin/people', { intent: 'create', ...person, roles: role })
    return found(await read('administrator', `/admin/people?q=${username}`), /\/admin\/people\/([0-9a-f-]{36})/)
  }
  const spareMentor = await newPerson('beiyong-daoshi', 'mentor')
  const secondMentor = await newPerson('beiyong-daoshi2', 'mentor')
  const spareCoordinator = await newPerson('beiyong-banzhuren', 'coordinator')
  const sparePerson = await newPerson('beiyong-xueyuan', 'trainee')
  const newMember = async (username: string) => {
    const member = { name: '备用学员', username, phone: '', organisationId: 'demo-centre' }
    await post('coordinator', `/cohorts/${cohort}/members`, { intent: 'create', ...member })
    return found(await read('administrator', `/admin/people?q=${username}`), /\/admin\/people\/([0-9a-f-]{36})/)
  }
  const spareMember = await newMember('beiyong-yi')
  const secondMember = await newMember('beiyong-er')
  const organisation = { intent: 'create', name: '备用机构', kind: 'agency', parentId: 'demo-street' }
  await post('administrator', '/admin/organisations', organisation)
  const organisations = await read('administrator', '/admin/organisations')

  const realExam = async (actor: ActorName) => {
    const enter = async (subject: string) => {
      const record = { intent: 'record', recordId: '', subject, year: '2024', state: 'registered', mark: '' }
      await post(actor, '/exam/record', record)
      return read(actor, '/exam/record')
    }
    // The levels stand in their order, so the senior record comes last.
    const oldExam = found(await enter('jz'), /name="recordId" value="([0-9a-f-]{36})"/)
    const record = found(await enter('gs'), /.*name="recordId" value="([0-9a-f-]{36})"/s)
    await post(actor, '/exam/record', { intent: 'certificate', level: 'junior', issuedOn: '2024-09-01' })
    const page = await read(actor, '/exam/record')
    return [record, found(page, /name="certificateId" value="([0-9a-f-]{36})"/), oldExam] as const
  }
  const [examRecord, examCertificate, oldExam] = await realExam('trainee')
  const [foreignExam, foreignCertificate] = await realExam('foreignTrainee')

  const begin = async (actor: ActorName, subject: string) => {
    const { location } = await post(actor, `/exam/${subject}`, { intent: 'start' })
    return found(location, /\/attempts\/([0-9a-f-]{36})/)
  }
  const finishedAttempt = await begin('trainee', 'jz')
  await post('trainee', `/attempts/${finishedAttempt}`, { intent: 'submit', epoch: '0' })
  const spareAttempt = await begin('trainee', 'zs')
  const attempt = await begin('trainee', 'jz')
  // These stay open to the end: what lies before somebody is told to her by no page.
  const openPages = await Promise.all(
    [
      { actor: 'trainee' as const, attemptId: attempt },
      { actor: 'classmate' as const, attemptId: await begin('classmate', 'zs') },
      { actor: 'foreignTrainee' as const, attemptId: await begin('foreignTrainee', 'zs') },
    ].map(async ({ actor, attemptId }) => ({ actor, html: await read(actor, `/attempts/${attemptId}`) })),
  )
  const bankCanaries = examCanaries(openPages)
  // While an exam is open what stands on its paper is closed to practice: this question does not.
  const practicePage = await read('trainee', '/practice/jz/all')
  const practisedQuestion = found(practicePage, /name="question" value="([\w-]+)"/)
  const answer = { intent: 'answer', question: practisedQuestion, version: '1', part: '0', pick: '0' }
  const { location: answeredAt } = await post('trainee', '/practice/jz/all', {
    ...answer,
    confidence: 'sure',
    since: '0',
  })
  const practised = found(answeredAt, /done=([0-9a-f-]{36})/)

  const planSitting = async (opensAt: string) => {
    const { location } = await post(
      'coordinator',
      `/cohorts/${cohort}/sittings?add=1`,
      sittingForm(opensAt, '2099-12-01T18:00'),
    )
    return found(location, /\/sittings\/([0-9a-f-]{36})/)
  }
  const sitting = await planSitting('2026-01-05T09:00')
  const spareSitting = await planSitting('2099-11-30T09:00')

  await post('coordinator', `/cohorts/${cohort}/sittings/${sitting}`, {
    ...{ intent: 'extend', personId: trainee, until: '2099-12-02T18:00', reason: '出差' },
  })
  const extension = found(
    await read('coordinator', `/cohorts/${cohort}/sittings`),
    /name="extensionId" value="([0-9a-f-]{36})"/,
  )
  const itemsPage = `/cohorts/${cohort}/sittings/${sitting}/items`
  const askedQuestion = found(await read('coordinator', itemsPage), /item=([\w-]+)\+0/)
  /** Through the dry run, as a person does it: full marks for all. */
  const regrade = async (page: string) => {
    const rule = { version: '1', choice: '0', policy: 'fullMarks' }
    const shown = await read('coordinator', `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(rule)}`)
    const regradeId = found(shown, /name="regradeId" value="([0-9a-f-]{36})"/)
    const stamp = found(shown, /name="stamp" value="([0-9a-f]{64})"/)
    await post('coordinator', page, {
      ...{ intent: 'apply', ...rule, keys: '', points: '', regradeId, stamp, reason: '答案有误' },
    })
    return regradeId
  }
  const sittingRegrade = await regrade(`/cohorts/${cohort}/sittings/${sitting}/regrade?question=${askedQuestion}`)
  const bankRegrade = await regrade(`/bank/${askedQuestion}/regrade`)

  await post('administrator', '/admin/exam-years', skippedYearForm('2009'))
  const skippedYear = found(await read('administrator', '/admin/exam-years'), /name="id" value="([0-9a-f-]{36})"/)

  // Her own list offers the other of her two sessions to be ended.
  await signIn(origin, usernames.trainee)
  const film = `${randomBytes(16).toString('hex')}.webm`
  writeFileSync(join(mediaFolder, film), '0123456789')

  const officialHash = contentLibrary().lesson('what-is-social-work')?.hash ?? ''
  const places = {
    ...{ askedQuestion, sittingRegrade, bankRegrade, extension, skippedYear },
    ...{ sitting, spareSitting, attempt, finishedAttempt, spareAttempt, practised, practisedQuestion },
    ...{ cohort, secondCohort, trainee, mentor: 'demo-daoshi1', outsider: `demo-${usernames.foreignTrainee}` },
    // prisma/demo-diaries.ts
    ...{
      entry: demoEntries.draft,
      returnedEntry: demoEntries.returned,
      waitingEntry: demoEntries.waiting,
      handedEntry,
    },
    // prisma/demo-handed.ts
    ...{ handing: 'demo-xueyuan11', handed: 'demo-handed-1' },
    ...{ draft: draftId, published: publishedId, spareLesson, film, spareMentor, secondMentor },
    ...{ spareCoordinator, sparePerson, spareMember, secondMember, question, spareQuestion, reviewedQuestion },
    ...{ blueprint, paper, drawnToken: drawnAt, swapToken: (drawn.a ?? '').split('.')[0] ?? '' },
    ...{ staged, picture: createHash('sha256').update(dot).digest('hex') },
    ...{ examRecord, examCertificate, oldExam, foreignExam, foreignCertificate },
    ...{ draftToken: draft.token, publishedToken: published.token, setupToken: randomBytes(24).toString('hex') },
    officialHash,
    option:
      contentLibrary()
        .document(officialHash)
        ?.checks.find(({ id }) => id === 'q1')?.options[0]?.id ?? '',
    draftHash: await hashIn(`/authoring/${draftId}`),
    publishedHash: await hashIn(`/authoring/${publishedId}`),
    spareOrganisation: found(organisations, /change=([0-9a-f-]{36})/),
    word: found(await read('trainee', '/today'), /name="word" value="([^"]+)"/),
    otherSession: found(await read('trainee', '/profile'), /name="sessionId" value="([^"]+)"/),
  }
  const canaries = [
    note,
    reflection,
    diary,
    handedDiary,
    deskWord,
    word,
    draft,
    published,
    explanation,
    questionKey,
    phone,
    ...explanations(),
    ...bankCanaries,
    ...names(),
  ]

  await expectReached(origin, cookies.suspended)
  await post('administrator', `/admin/people/demo-${usernames.suspended}`, { intent: 'suspend' })
  return { cookies, places, canaries, remove: () => rmSync(join(mediaFolder, film)) }
}

/** As long as the real ones, and nobody's. */
export function nowhere(places: Places): Places {
  const blank = (value: string) => value.replace(/[0-9a-f]{16,}/g, (id) => '0'.repeat(id.length))
  const missing = Object.entries(places).map(([name, value]) => [name, blank(value)] as const)
  const people = { trainee: 'demo-xueyuan0', mentor: 'demo-daoshi0', outsider: 'demo-xueyuan00' }
  const uuid = '00000000-0000-4000-8000-000000000000'
  const names = ['spareMentor', 'secondMentor', 'spareCoordinator', 'sparePerson', 'spareMember', 'secondMember']
  const exams = [
    'sitting',
    'spareSitting',
    'sittingRegrade',
    'extension',
    'skippedYear',
    'bankRegrade',
    'attempt',
    'finishedAttempt',
    'spareAttempt',
    'practised',
    'examRecord',
    'examCertificate',
    'oldExam',
    'foreignExam',
    'foreignCertificate',
  ]
  const spares = Object.fromEntries([...names, ...exams].map((name) => [name, uuid]))
  return {
    ...Object.fromEntries(missing),
    ...{ cohort: 'demo-cohort-0', secondCohort: 'demo-cohort-0', ...people, ...spares, spareOrganisation: uuid },
    ...{ word: uuid, handing: 'demo-xueyuan00', handed: uuid },
    ...{ staged: uuid, paper: uuid, entry: uuid, returnedEntry: uuid, waitingEntry: uuid, handedEntry: uuid },
  }
}

/** The world of the second cohort, for what the places `cohort` and `trainee` name. */
export function secondWorld(places: Places): Places {
  return { ...places, cohort: secondCohort, trainee: `demo-${usernames.foreignTrainee}` }
}

/** A whole entry, about one thing. */
export function entryForm(workId: string, problem: string, intent: string, seq = '5'): Body {
  return {
    ...{
      intent,
      workId,
      seq,
      template: 'visit',
      visibility: 'mentors',
      occurredOn: '2026-11-20',
      community: '青岩社区',
    },
    ...{ category: 'dispute', triage: 'coordinating', dueOn: '', outcome: 'following', group: 'elder' },
    ...{ ageBand: 'sixtyUp', whom: '服-017', companions: '', problem, asked: '', handling: '约好再谈。' },
    ...{ followUp: '', reflection: '先听完。', passedOver: '' },
  }
}

export function lessonForm(title: string, source: string): Body {
  return {
    ...{ intent: 'save', base: '0', title, titleEn: 'A lesson', summary: '学完能准备一次走访。', minutes: '10' },
    ...{ note: '', course: 'jiben-lilun/jiben-lilun-1', source },
  }
}

/** The junior paper, which the official pack fills once. */
export function sittingForm(opensAt: string, closesAt: string): Body {
  return {
    ...{ intent: 'create', title: '摸底考试', blueprintId: 'jz-2026', opensAt, closesAt, minutes: '', attempts: '3' },
    ...{ forms: '1', release: 'at', releaseAt: closesAt },
  }
}

export function skippedYearForm(year: string): Body {
  return { intent: 'skip', year, levels: 'intermediate', region: '全国', source: '官方公告第 1 号' }
}

export function questionForm(stem: string, explanation: string): Body {
  return {
    ...{ intent: 'propose', base: '0', kind: 'single', subject: 'zs', stem, explanation, key: '1' },
    ...{ 'options.0': '接案', 'options.1': '预估', 'options.2': '计划', 'options.3': '结案' },
    ...{ points: 'process-intake', difficulty: '3', source: '原创' },
  }
}

/** A quiz that the official pack fills many times over. */
export function blueprintForm(title: string): Body {
  return {
    ...{ intent: 'save', title, titleEn: '', year: '2026', edition: '2025', minutes: '20', passLine: '6', base: '' },
    ...{ 'parts.0.kind': 'single', 'parts.0.count': '10', 'parts.0.points': '1', 'parts.0.rule': 'single' },
    lawCutoff: '2025-12-31',
  }
}

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function moodleQuestion(text: string): string {
  const file = `<file name="a.png" path="/" encoding="base64">${dot.toString('base64')}</file>`
  const answers = ['甲', '乙'].map((one, at) => `<answer fraction="${at * 100}"><text>${one}</text></answer>`).join('')
  return `<quiz><question type="multichoice"><name><text>一</text></name><questiontext format="html"><text><![CDATA[<p>${text}<img src="@@PLUGINFILE@@/a.png" alt="图"></p>]]></text>${file}</questiontext><single>true</single>${answers}</question></quiz>`
}

export function nameOf(username: string): string {
  return trainees.find((one) => one.username === username)?.name ?? '某人'
}

const trainees = demoTrainees(seededRandom(20_261_123))

/** A trainee's name is for herself, her mentor, her coordinator and administrators. */
function names(): readonly Canary[] {
  return trainees.map(({ username, name, cohort: number, mentor }) => {
    const isFirst = number === 'first'
    const own = actors.filter((actor) => actor !== 'visitor' && usernames[actor] === username && actor !== 'suspended')
    const mentorActors = actors.filter((actor) => actor !== 'visitor' && usernames[actor] === mentor)
    const coordinator: ActorName = isFirst ? 'coordinator' : 'foreignCoordinator'
    return { what: 'name', token: name, readers: [...own, ...mentorActors, coordinator, 'administrator'] }
  })
}

/** Explanations of the official self-checks: no staff has ever answered one. */
function explanations(): readonly Canary[] {
  const library = contentLibrary()
  const lessons = library.tracks.flatMap((track) => track.courses.flatMap((course) => course.lessons))
  return lessons.flatMap(({ hash }) =>
    (library.document(hash)?.checks ?? []).map((check) => ({
      what: 'explanation',
      token: (/[^<>&"\\]{12,24}/.exec(check.explanation.replace(/^<[^>]*>/, '')) ?? ['?'])[0],
      readers: ['trainee', 'classmate', 'foreignTrainee'] as const,
    })),
  )
}

async function signInAll(origin: string): Promise<Readonly<Record<ActorName, string>>> {
  const cookies = { visitor: '' }
  const entries = await Promise.all(
    Object.entries(usernames).map(async ([actor, username]) => [actor, await signIn(origin, username)] as const),
  )
  const all: Record<string, string> = { ...cookies, ...Object.fromEntries(entries) }
  const of = (actor: ActorName) => all[actor] ?? ''
  return {
    ...{ visitor: '', trainee: of('trainee'), classmate: of('classmate'), foreignTrainee: of('foreignTrainee') },
    ...{ mentor: of('mentor'), foreignMentor: of('foreignMentor'), coordinator: of('coordinator') },
    ...{ foreignCoordinator: of('foreignCoordinator'), administrator: of('administrator') },
    suspended: of('suspended'),
  }
}

/** Her session works until she is suspended: else it would prove nothing that it does not afterwards. */
async function expectReached(origin: string, cookie: string): Promise<void> {
  const { status } = await ask(origin, cookie, { path: '/today' })
  if (status !== 200) throw new Error(`the session to be ended does not work: ${status}`)
}

function found(text: string | null, pattern: RegExp): string {
  const [, value] = pattern.exec(text ?? '') ?? []
  if (value === undefined) throw new Error(`${pattern} is not in\n${text?.slice(0, 4_000)}`)
  return value
}
