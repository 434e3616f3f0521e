/** Every URL of the app is built here. Ids are encoded; queries are built by `withQuery`. */
const id = encodeURIComponent

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export function withQuery(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (entries.length === 0) return path
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`
}

export const paths = {
  home: () => '/',
  login: (next?: string) => withQuery('/login', { next: next === '/' ? undefined : next }),
  /** `isKept`: what the device holds stays there */
  logout: (isKept = false) => (isKept ? '/logout?keep' : '/logout'),
  setup: (token: string) => `/setup/${id(token)}`,
  /** where a one-time code is used to set a password */
  code: () => '/code',
  locale: () => '/locale',
  /** `saved` names the form that was just saved, to say so */
  profile: (saved?: string) => withQuery('/profile', { saved }),
  live: (scope: string) => withQuery('/live', { scope }),
  document: (hash: string) => `/documents/${id(hash)}`,
  /** a film or its captions, by the hash of its bytes */
  media: (name: string) => `/media/${id(name)}`,

  today: () => '/today',
  tracks: () => '/tracks',
  track: (trackId: string) => `/tracks/${id(trackId)}`,
  lesson: (lessonId: string) => `/lessons/${id(lessonId)}`,
  /** a place in a lesson; without a block its beginning */
  block: (lessonId: string, blockId: string) => `/lessons/${id(lessonId)}${blockId ? `#${id(blockId)}` : ''}`,
  /** heartbeats, reading position, watched intervals */
  visit: (lessonId: string) => `/lessons/${id(lessonId)}/visit`,
  record: () => '/record',
  search: (query?: string) => withQuery('/search', { q: query }),
  glossary: () => '/glossary',
  me: () => '/me',

  /** 考证 */
  exam: () => '/exam',
  examSubject: (subject: string) => `/exam/${id(subject)}`,
  practice: (subject: string) => `/practice/${id(subject)}`,
  /** one set: a chapter, the wrong-answer book … `done`: an answer just given */
  practiceSet: (subject: string, set: string, query?: Query) => withQuery(`/practice/${id(subject)}/${id(set)}`, query),
  /** 今日一练 with all that it needs, for a place without a network; and where its answers go */
  practiceOffline: (subject: string) => `/practice/${id(subject)}/offline`,
  practiceSync: () => '/practice/sync',
  /** a sitting: opened anew, never by a script, because its questions travel in the page only */
  attempt: (attemptId: string) => `/attempts/${id(attemptId)}`,
  attemptSync: (attemptId: string) => `/attempts/${id(attemptId)}/sync`,
  attemptResult: (attemptId: string) => `/attempts/${id(attemptId)}/result`,
  /** her own records of the national exam; `add`, `edit`: a form; `removed`: what may be undone */
  ownExam: (query?: Query) => withQuery('/exam/record', query),
  /** the door of a cohort's exam 考试场次 */
  sitting: (sittingId: string) => `/sittings/${id(sittingId)}`,
  picture: (hash: string) => `/pictures/${id(hash)}`,

  /** 民情日记 */
  diary: () => '/diary',
  newEntry: () => '/diary/new',
  entry: (workId: string) => `/diary/${id(workId)}`,

  mentor: () => '/mentor',
  /** 批阅台: what waits to be read */
  desk: (query?: Query) => withQuery('/desk', query),
  /** `decided`: she comes from the one before */
  deskWork: (workId: string, query?: Query) => withQuery(`/desk/${id(workId)}`, query),
  /** how ready her trainees are; `sort` */
  mentorReadiness: (query?: Query) => withQuery('/mentor/readiness', query),
  trainee: (personId: string) => `/trainees/${id(personId)}`,
  /** a written answer that she has handed to her mentor */
  handedAnswer: (personId: string, handedId: string) => `/trainees/${id(personId)}/answers/${id(handedId)}`,

  cohorts: () => '/cohorts',
  cohort: (cohortId: string) => `/cohorts/${id(cohortId)}`,
  sheet: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/progress`, query),
  sheetExport: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/progress.xlsx`, query),
  /** one trainee's evidence in one lesson: the drill-down of a cell */
  cell: (cohortId: string, personId: string, lessonId: string, query?: Query) =>
    withQuery(`/cohorts/${id(cohortId)}/progress/${id(personId)}/${id(lessonId)}`, query),
  roster: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/members`, query),
  cohortTracks: (cohortId: string) => `/cohorts/${id(cohortId)}/tracks`,
  /** the national exam: `edit` one trainee, `add` a list */
  cohortExam: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/exam`, query),
  cohortExamExport: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/exam.xlsx`, query),
  /** how ready its members are: `subject`, `standing`, `sort` */
  cohortReadiness: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/readiness`, query),
  cohortReadinessExport: (cohortId: string) => `/cohorts/${id(cohortId)}/readiness.xlsx`,
  /** exams that the cohort sits; `add`: a new one */
  cohortSittings: (cohortId: string, query?: Query) => withQuery(`/cohorts/${id(cohortId)}/sittings`, query),
  /** its room; `person`: one of those in it */
  room: (cohortId: string, sittingId: string, query?: Query) =>
    withQuery(`/cohorts/${id(cohortId)}/sittings/${id(sittingId)}`, query),
  sittingResults: (cohortId: string, sittingId: string) =>
    `/cohorts/${id(cohortId)}/sittings/${id(sittingId)}/results.xlsx`,
  /** how its questions did */
  sittingItems: (cohortId: string, sittingId: string, query?: Query) =>
    withQuery(`/cohorts/${id(cohortId)}/sittings/${id(sittingId)}/items`, query),
  /** marks changed after the fact, of one question in one exam */
  sittingRegrade: (cohortId: string, sittingId: string, query?: Query) =>
    withQuery(`/cohorts/${id(cohortId)}/sittings/${id(sittingId)}/regrade`, query),
  authoring: (cohortId: string) => `/cohorts/${id(cohortId)}/lessons`,
  /** lessons that administrators write for everybody */
  centreLessons: () => '/authoring',
  /** `saved`: that version was just saved; `version`: an older one is looked at */
  authoredLesson: (lessonId: string, query?: Query) => withQuery(`/authoring/${id(lessonId)}`, query),
  newLesson: (cohortId?: string) => withQuery('/authoring/new', { cohort: cohortId }),

  /** the question bank, for those who write it */
  bank: (query?: Query) => withQuery('/bank', query),
  question: (questionId: string, query?: Query) => withQuery(`/bank/${id(questionId)}`, query),
  newQuestion: (query?: Query) => withQuery('/bank/new', query),
  /** marks changed after the fact, in every exam; `policy`: what it would do */
  regrade: (questionId: string, query?: Query) => withQuery(`/bank/${id(questionId)}/regrade`, query),
  /** how it did in exams */
  questionAnalysis: (questionId: string) => `/bank/${id(questionId)}/analysis`,
  editQuestion: (questionId: string) => `/bank/${id(questionId)}/edit`,
  /** what somebody else has proposed, to decide on many at once */
  bankReview: (query?: Query) => withQuery('/bank/review', query),
  bankLaws: (query?: Query) => withQuery('/bank/laws', query),
  bankDuplicates: (query?: Query) => withQuery('/bank/duplicates', query),
  bankSyllabus: (query?: Query) => withQuery('/bank/syllabus', query),
  /** `subject`: where it goes, chosen before anything is read */
  bankImports: (query?: Query) => withQuery('/bank/import', query),
  bankImport: (importId: string, query?: Query) => withQuery(`/bank/import/${id(importId)}`, query),
  /** what papers are drawn by; `archived`: one that was just put away, to take it back */
  blueprints: (query?: Query) => withQuery('/bank/blueprints', query),
  /** `saved`: it was just saved */
  blueprint: (blueprintId: string, query?: Query) => withQuery(`/bank/blueprints/${id(blueprintId)}`, query),
  newBlueprint: (copyOf?: string) => withQuery('/bank/blueprints/new', { from: copyOf }),
  papers: () => '/bank/papers',
  /** what is on it is in its address, until it is kept */
  newPaper: (query?: Query) => withQuery('/bank/papers/new', query),
  /** `order`: in which it is looked at and printed */
  paper: (paperId: string, query?: Query) => withQuery(`/bank/papers/${id(paperId)}`, query),
  /** for A4: the paper, its answer sheet or its key, each apart */
  paperPrint: (paperId: string, part: 'paper' | 'sheet' | 'key', query?: Query) =>
    withQuery(`/bank/papers/${id(paperId)}/${part}`, query),
  /** the list as it is filtered, as a file */
  bankExport: (query?: Query) => withQuery('/bank/export', query),

  admin: () => '/admin',
  adminPeople: (query?: Query) => withQuery('/admin/people', query),
  adminPerson: (personId: string) => `/admin/people/${id(personId)}`,
  adminOrganisations: (query?: Query) => withQuery('/admin/organisations', query),
  adminCohorts: () => '/admin/cohorts',
  adminCohort: (cohortId: string) => `/admin/cohorts/${id(cohortId)}`,
  /** 停考年度; `revoked`: one that was just taken back, to undo it */
  adminExamYears: (query?: Query) => withQuery('/admin/exam-years', query),
  adminContent: () => '/admin/content',
  adminSystem: () => '/admin/system',

  gallery: () => '/gallery',
  story: (story: string) => `/gallery/${id(story)}`,
} as const

/**
 * Where to go after sign-in. Only a path of this site: «//host», «/\host», control characters and anything that a
 * browser would resolve to another origin fall back to the home page.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next) || next.startsWith('//')) return paths.home()
  const base = 'http://site.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  // Resolved dots can lay two slashes bare: «/.//host» is the path «//host», which a browser takes for a host.
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return paths.home()
  return url.pathname + url.search + url.hash
}
