import type { ActorName } from './actors.ts'

/*
 * Who may reach what: a row for each route with a loader, for each intent of an action. A verdict has a letter for each actor
 * (actors.ts): visitor, trainee, classmate, foreign trainee, mentor, foreign mentor, coordinator, foreign coordinator,
 * administrator, suspended. Names in braces are places of the world (world.ts).
 */
export type LoaderRow = { readonly route: string; readonly path: string; readonly verdict: string }
export type Body = Readonly<Record<string, string>>
export type ActionRow = LoaderRow & { readonly body: (actor: ActorName) => Body }

const anybody = 'YYYYYYYYYY'
const nobody = 'NNNNNNNNNN'
const away = 'RRRRRRRRRR'
const signedIn = 'LYYYYYYYYL'
const learners = 'LYYYNNNNNL'
const mentors = 'LNNNYYNNNL'
const coordinators = 'LNNNNNYYYL'
/** of this cohort */
const runners = 'LNNNNNYNYL'
const authors = 'LNNNNNYNNL'
/** the bank is the whole centre's */
const bankAuthors = 'LNNNNNYYYL'
/** of this trainee */
const followers = 'LNNNYNYNYL'
const onlyHerMentor = 'LNNNYNNNNL'
const administrators = 'LNNNNNNNYL'
const none = 'LNNNNNNNNL'
const onlyHerself = 'LYNNNNNNNL'
const herselfLedOn = 'LRNNNNNNNL'
/** trainees of the first cohort */
const ownSitters = 'LYYNNNNNNL'
/** what is published for the first cohort */
const cohortReaders = 'LYYNYNYNNL'

const loader = (route: string, path: string, verdict: string): LoaderRow => ({
  route: route === 'root' ? route : `routes/${route}`,
  path,
  verdict,
})

export const loaders: readonly LoaderRow[] = [
  loader('root', '/code', anybody),
  loader('_index', '/', 'LRRRRRRRRL'),
  loader('$', '/no/such/page', nobody),
  loader('$', '/lessons/no/such/page', nobody),
  loader('login', '/login', 'YRRRRRRRRY'),
  loader('logout', '/logout', away),
  loader('locale', '/locale', away),
  loader('code', '/code', anybody),
  loader('setup.$token', '/setup/{setupToken}', 'GGGGGGGGGG'),
  loader('gallery._index', '/gallery', nobody),
  loader('gallery.$story', '/gallery/button', nobody),
  loader('profile', '/profile', signedIn),
  loader('live', '/live?scope=me', signedIn),
  loader('live', '/live?scope=trainees', signedIn),
  loader('live', '/live?scope=cohort:{cohort}', runners),
  loader('live', '/live?scope=trainee:{trainee}', followers),
  loader('documents.$hash', '/documents/{officialHash}', signedIn),
  loader('documents.$hash', '/documents/{publishedHash}', cohortReaders),
  loader('documents.$hash', '/documents/{draftHash}', authors),
  loader('media.$name', '/media/{film}', signedIn),
  loader('today', '/today', learners),
  loader('me', '/me', learners),
  loader('record', '/record', learners),
  loader('exam._index', '/exam', learners),
  loader('exam.$subject', '/exam/jz', learners),
  loader('exam.$subject', '/exam/no-such-subject', none),
  loader('diary._index', '/diary', learners),
  loader('diary.new', '/diary/new', learners),
  loader('diary.$workId', '/diary/{entry}', onlyHerself),
  loader('diary.$workId', '/diary/{waitingEntry}', none),
  loader('desk._index', '/desk', mentors),
  loader('desk.$workId', '/desk/{waitingEntry}', onlyHerMentor),
  loader('desk.$workId', '/desk/{handedEntry}', onlyHerMentor),
  loader('desk.$workId', '/desk/{entry}', none),
  loader('attempts.$attemptId', '/attempts/{attempt}', onlyHerself),
  loader('attempts.$attemptId', '/attempts/{finishedAttempt}', herselfLedOn),
  loader('attempts.$attemptId_.result', '/attempts/{finishedAttempt}/result', onlyHerself),
  loader('attempts.$attemptId_.result', '/attempts/{attempt}/result', herselfLedOn),
  loader('practice.$subject._index', '/practice/jz', learners),
  loader('practice.$subject.$set', '/practice/jz/chapter-6', learners),
  loader('practice.$subject.$set', '/practice/jz/wrong', learners),
  loader('practice.$subject.$set', '/practice/jz/daily', learners),
  loader('practice.$subject.$set', '/practice/jz/weak', learners),
  loader('practice.$subject.$set', '/practice/jz/all?done={practised}', onlyHerself),
  loader('practice.$subject.$set', '/practice/jz/no-such-set', none),
  loader('practice.$subject.offline', '/practice/jz/offline', learners),
  loader('practice.$subject.offline', '/practice/xx/offline', none),
  loader('exam_.record', '/exam/record', learners),
  loader('exam_.record', '/exam/record?add=record', learners),
  loader('tracks._index', '/tracks', signedIn),
  loader('tracks.$trackId', '/tracks/jiben-lilun', signedIn),
  loader('lessons.$lessonId', '/lessons/what-is-social-work', signedIn),
  loader('lessons.$lessonId', '/lessons/principles-of-the-new-era', signedIn),
  loader('lessons.$lessonId', '/lessons/{published}', cohortReaders),
  loader('lessons.$lessonId', '/lessons/{draft}', none),
  loader('search', '/search?q=社会', signedIn),
  loader('search', '/search?q={publishedToken}', signedIn),
  loader('search', '/search?q={draftToken}', signedIn),
  loader('glossary', '/glossary', signedIn),
  loader('mentor', '/mentor', mentors),
  loader('mentor_.readiness', '/mentor/readiness', mentors),
  loader('mentor_.readiness', '/mentor/readiness?sort=jz', mentors),
  loader('trainees.$personId', '/trainees/{trainee}', followers),
  loader('trainees.$personId', '/trainees/{mentor}', none),
  loader('trainees.$personId_.answers.$handedId', '/trainees/{handing}/answers/{handed}', onlyHerMentor),
  // Handed to her, but by somebody else than the address says.
  loader('trainees.$personId_.answers.$handedId', '/trainees/{trainee}/answers/{handed}', none),
  loader('cohorts._index', '/cohorts', coordinators),
  loader('cohorts.$cohortId._index', '/cohorts/{cohort}', runners),
  loader('cohorts.$cohortId.members', '/cohorts/{cohort}/members', runners),
  loader('cohorts.$cohortId.members', '/cohorts/{cohort}/members?add=one', runners),
  loader('cohorts.$cohortId.members', '/cohorts/{cohort}/members?q=1390000', runners),
  loader('cohorts_.$cohortId_.tracks', '/cohorts/{cohort}/tracks', runners),
  loader('cohorts_.$cohortId_.exam', '/cohorts/{cohort}/exam', runners),
  loader('cohorts_.$cohortId_.exam', '/cohorts/{cohort}/exam?year=2026&edit={trainee}', runners),
  loader('cohorts_.$cohortId_.exam', '/cohorts/{cohort}/exam?add=list', runners),
  loader('cohorts_.$cohortId_.readiness', '/cohorts/{cohort}/readiness', runners),
  loader('cohorts_.$cohortId_.readiness', '/cohorts/{cohort}/readiness?subject=jz&standing=below', runners),
  loader('cohorts_.$cohortId_.sittings', '/cohorts/{cohort}/sittings', runners),
  loader('cohorts_.$cohortId_.sittings', '/cohorts/{cohort}/sittings?add=1', runners),
  loader('cohorts_.$cohortId_.sittings_.$sittingId', '/cohorts/{cohort}/sittings/{sitting}', runners),
  loader('cohorts_.$cohortId_.sittings_.$sittingId', '/cohorts/{cohort}/sittings/{sitting}?person={trainee}', runners),
  loader('cohorts_.$cohortId_.sittings_.$sittingId', '/cohorts/{secondCohort}/sittings/{sitting}', none),
  loader('cohorts_.$cohortId_.sittings_.$sittingId_.items', '/cohorts/{cohort}/sittings/{sitting}/items', runners),
  loader(
    'cohorts_.$cohortId_.sittings_.$sittingId_.items',
    '/cohorts/{cohort}/sittings/{sitting}/items?sort=flags&item={askedQuestion}+0',
    runners,
  ),
  loader('cohorts_.$cohortId_.sittings_.$sittingId_.items', '/cohorts/{secondCohort}/sittings/{sitting}/items', none),
  loader(
    'cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
    '/cohorts/{cohort}/sittings/{sitting}/regrade?question={askedQuestion}',
    runners,
  ),
  loader(
    'cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
    '/cohorts/{cohort}/sittings/{sitting}/regrade?question={askedQuestion}&policy=drop',
    runners,
  ),
  loader(
    'cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
    '/cohorts/{cohort}/sittings/{sitting}/regrade?question={question}',
    none,
  ),
  loader(
    'cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
    '/cohorts/{secondCohort}/sittings/{sitting}/regrade?question={askedQuestion}',
    none,
  ),
  loader('sittings.$sittingId', '/sittings/{sitting}', ownSitters),
  loader('live', '/live?scope=sitting:{sitting}', runners),
  loader('cohorts_.$cohortId_.lessons', '/cohorts/{cohort}/lessons', authors),
  loader('cohorts_.$cohortId_.progress', '/cohorts/{cohort}/progress', runners),
  loader('cohorts_.$cohortId_.progress', '/cohorts/{cohort}/progress?view=course', runners),
  loader(
    'cohorts_.$cohortId_.progress.$personId.$lessonId',
    '/cohorts/{cohort}/progress/{trainee}/what-is-social-work',
    runners,
  ),
  loader(
    'cohorts_.$cohortId_.progress.$personId.$lessonId',
    '/cohorts/{cohort}/progress/{outsider}/what-is-social-work',
    none,
  ),
  loader('authoring._index', '/authoring', administrators),
  loader('authoring.new', '/authoring/new', administrators),
  loader('authoring.new', '/authoring/new?cohort={cohort}', authors),
  loader('authoring.$lessonId', '/authoring/{draft}', authors),
  loader('authoring.$lessonId', '/authoring/{published}?version=1', authors),
  loader('bank._index', '/bank', bankAuthors),
  loader('bank._index', '/bank?subject=zs&status=review', bankAuthors),
  loader('bank.$questionId', '/bank/{question}', bankAuthors),
  loader('bank.$questionId', '/bank/{question}?version=1', bankAuthors),
  loader('bank.$questionId_.edit', '/bank/{question}/edit', bankAuthors),
  loader('bank.$questionId_.regrade', '/bank/{question}/regrade', bankAuthors),
  loader('bank.$questionId_.regrade', '/bank/{question}/regrade?policy=fullMarks&upwards=yes', bankAuthors),
  loader('bank.$questionId_.analysis', '/bank/{question}/analysis', bankAuthors),
  loader('bank.new', '/bank/new', bankAuthors),
  loader('bank.new', '/bank/new?subject=zs&kind=case', bankAuthors),
  loader('bank.laws', '/bank/laws', bankAuthors),
  loader('bank.duplicates', '/bank/duplicates', bankAuthors),
  loader('bank.syllabus', '/bank/syllabus?subject=zs', bankAuthors),
  loader('bank.import', '/bank/import', bankAuthors),
  loader('bank.import', '/bank/import?subject=zs', bankAuthors),
  loader('bank.import_.$importId', '/bank/import/{staged}', authors),
  loader('bank.import_.$importId', '/bank/import/{staged}?view=faults', authors),
  loader('bank.review', '/bank/review', bankAuthors),
  loader('bank.review', '/bank/review?subject=zs', bankAuthors),
  loader('bank.blueprints._index', '/bank/blueprints', bankAuthors),
  loader('bank.blueprints.new', '/bank/blueprints/new', bankAuthors),
  loader('bank.blueprints.new', '/bank/blueprints/new?from=jz-2026', bankAuthors),
  loader('bank.blueprints.$blueprintId', '/bank/blueprints/{blueprint}', bankAuthors),
  loader('bank.blueprints.$blueprintId', '/bank/blueprints/zs-2026', bankAuthors),
  loader('bank.papers._index', '/bank/papers', bankAuthors),
  loader('bank.papers.new', '/bank/papers/new', bankAuthors),
  // A paper that is not kept yet is nothing but its address.
  loader('bank.papers.new', '/bank/papers/new?{drawnToken}', bankAuthors),
  loader('bank.papers.new', '/bank/papers/new?{drawnToken}&swap={swapToken}', bankAuthors),
  loader('bank.papers.$paperId', '/bank/papers/{paper}', bankAuthors),
  loader('bank.papers.$paperId', '/bank/papers/{paper}?order=2', bankAuthors),
  ...['paper', 'sheet', 'key'].map((part) =>
    loader('bank.papers.$paperId_.$part', `/bank/papers/{paper}/${part}`, bankAuthors),
  ),
  loader('bank.papers.$paperId_.$part', '/bank/papers/{paper}/answers', none),
  loader('pictures.$hash', '/pictures/{picture}', signedIn),
  loader('admin._index', '/admin', administrators),
  loader('admin.people._index', '/admin/people', administrators),
  loader('admin.people._index', '/admin/people?q=1390000', administrators),
  loader('admin.people.$personId', '/admin/people/{trainee}', administrators),
  loader('admin.organisations', '/admin/organisations', administrators),
  loader('admin.cohorts._index', '/admin/cohorts', administrators),
  loader('admin.cohorts.$cohortId', '/admin/cohorts/{cohort}', administrators),
  loader('admin.exam-years', '/admin/exam-years', administrators),
  loader('admin.content', '/admin/content', administrators),
  loader('admin.system', '/admin/system', administrators),
]
