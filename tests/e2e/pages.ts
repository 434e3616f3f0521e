import { paths } from '~/paths.ts'

/** A page to walk over, and the status with which it answers. */
export type WalkStop = { readonly path: string; readonly status?: number }

const lesson = 'what-is-social-work'
const cohort = 'demo-cohort-1'
const trainee = 'demo-xueyuan1'
/** prisma/demo-bank.ts */
const demoQuestions = ['demo-question-1', 'demo-question-2', 'demo-question-3', 'demo-question-4']

const forEverybody: readonly WalkStop[] = [
  { path: paths.search('接案') },
  { path: paths.search('zzzz') },
  { path: paths.glossary() },
  { path: paths.profile() },
  { path: '/nowhere', status: 404 },
]

/** Every page of the site, by the person who uses it. pages.spec.ts holds this list against the route manifest. */
export const pagesByPerson: Readonly<Record<string, readonly WalkStop[]>> = {
  visitor: [{ path: paths.login() }, { path: paths.code() }, { path: paths.setup('no-such-token'), status: 410 }],
  xueyuan1: [
    ...forEverybody,
    { path: paths.today() },
    { path: paths.tracks() },
    { path: paths.track('jiben-lilun') },
    { path: paths.lesson(lesson) },
    { path: paths.lesson('person-and-environment') },
    { path: paths.record() },
    { path: paths.me() },
    { path: paths.exam() },
    { path: paths.examSubject('jz') },
    { path: paths.examSubject('gs') },
    { path: paths.practice('jz') },
    { path: paths.practiceSet('jz', 'chapter-1') },
    { path: paths.practiceSet('jz', 'wrong') },
    { path: paths.sitting('demo-sitting-1') },
    { path: paths.sitting('demo-sitting-2') },
    { path: paths.ownExam() },
    { path: paths.ownExam({ add: 'record' }) },
    { path: paths.ownExam({ add: 'certificate' }) },
  ],
  // who has done nothing yet: every page has an empty state
  xueyuan6: [
    { path: paths.today() },
    { path: paths.tracks() },
    { path: paths.lesson('seven-theories') },
    { path: paths.record() },
  ],
  daoshi1: [
    ...forEverybody,
    { path: paths.mentor() },
    { path: paths.trainee(trainee) },
    { path: paths.lesson(lesson) },
  ],
  banzhuren1: [
    ...forEverybody,
    { path: paths.cohorts() },
    { path: paths.cohort(cohort) },
    { path: paths.sheet(cohort) },
    { path: paths.sheet(cohort, { view: 'course', sort: 'progress' }) },
    { path: paths.sheet(cohort, { q: 'zzzz' }) },
    { path: paths.cell(cohort, trainee, lesson) },
    { path: paths.roster(cohort) },
    { path: paths.cohortTracks(cohort) },
    { path: paths.cohortExam(cohort) },
    { path: paths.cohortExam(cohort, { add: 'list' }) },
    { path: paths.cohortExam(cohort, { edit: trainee }) },
    { path: paths.cohortSittings(cohort) },
    { path: paths.cohortSittings(cohort, { add: 1 }) },
    { path: paths.room(cohort, 'demo-sitting-1') },
    { path: paths.room(cohort, 'demo-sitting-1', { person: 'demo-xueyuan7' }) },
    { path: paths.room(cohort, 'demo-sitting-2') },
    { path: paths.authoring(cohort) },
    { path: paths.newLesson(cohort) },
    { path: paths.trainee(trainee) },
    { path: paths.bank() },
    { path: paths.bank({ subject: 'zs', status: 'review' }) },
    { path: paths.bank({ q: 'zzzz' }) },
    { path: paths.question('jz-01-001') },
    ...demoQuestions.map((id) => ({ path: paths.question(id) })),
    ...demoQuestions.map((id) => ({ path: paths.editQuestion(id) })),
    { path: paths.newQuestion() },
    { path: paths.newQuestion({ subject: 'zs', kind: 'single' }) },
    { path: paths.bankImports() },
    { path: paths.bankImports({ subject: 'zs' }) },
    { path: paths.bankLaws() },
    { path: paths.bankDuplicates() },
    { path: paths.bankSyllabus({ subject: 'zs', edition: '2018' }) },
    { path: paths.blueprints() },
    { path: paths.newBlueprint() },
    { path: paths.newBlueprint('jz-2026') },
    { path: paths.blueprint('zs-2026') },
    { path: paths.blueprint('demo-blueprint-1') },
  ],
  admin: [
    ...forEverybody,
    { path: paths.admin() },
    { path: paths.adminPeople() },
    { path: paths.adminPeople({ q: 'lxm' }) },
    { path: paths.adminPerson(trainee) },
    { path: paths.adminOrganisations() },
    { path: paths.adminCohorts() },
    { path: paths.adminCohort(cohort) },
    { path: paths.adminContent() },
    { path: paths.centreLessons() },
    { path: paths.newLesson() },
    { path: paths.adminSystem() },
    { path: paths.gallery() },
  ],
}
