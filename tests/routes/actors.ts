/** Everybody who asks, in the order of the letters of a verdict. */
export const actors = [
  'visitor',
  'trainee',
  'classmate',
  'foreignTrainee',
  'mentor',
  'foreignMentor',
  'coordinator',
  'foreignCoordinator',
  'administrator',
  'suspended',
] as const
export type ActorName = (typeof actors)[number]

/** Who they are in the demo centre. `suspended` has signed in and was suspended a moment ago. */
export const usernames: Readonly<Record<Exclude<ActorName, 'visitor'>, string>> = {
  trainee: 'xueyuan1',
  classmate: 'xueyuan2',
  foreignTrainee: 'xueyuan51',
  mentor: 'daoshi1',
  foreignMentor: 'daoshi6',
  coordinator: 'banzhuren1',
  foreignCoordinator: 'banzhuren2',
  administrator: 'admin',
  suspended: 'xueyuan50',
}

/** Y reached · L sent to sign in · N there is nothing · R sent elsewhere · G gone, for everybody */
export type Letter = 'Y' | 'L' | 'N' | 'R' | 'G'

export function letterOf(verdict: string, actor: ActorName): string {
  return verdict[actors.indexOf(actor)] ?? '?'
}

/** What holds in the first cohort, said of the second: own and foreign change places; her classmate is foreign there, too. */
export function mirrored(verdict: string): string {
  return [0, 3, 3, 1, 5, 4, 7, 6, 8, 9].map((at) => verdict[at]).join('')
}
