/** The six papers of the national exam for social workers (《社会工作者职业资格》): level and kind decide format and pass rule. */
export const levels = ['junior', 'intermediate', 'senior'] as const
export type Level = (typeof levels)[number]

export const subjects = {
  jz: { level: 'junior', title: '社会工作综合能力（初级）', titleEn: 'General ability (junior)' },
  js: { level: 'junior', title: '社会工作实务（初级）', titleEn: 'Practice (junior)' },
  zz: { level: 'intermediate', title: '社会工作综合能力（中级）', titleEn: 'General ability (intermediate)' },
  zf: { level: 'intermediate', title: '社会工作法规与政策', titleEn: 'Laws and policies' },
  zs: { level: 'intermediate', title: '社会工作实务（中级）', titleEn: 'Practice (intermediate)' },
  gs: { level: 'senior', title: '社会工作实务（高级）', titleEn: 'Practice (senior)' },
} as const satisfies Record<string, { level: Level; title: string; titleEn: string }>

export type Subject = keyof typeof subjects
export const subjectCodes = Object.keys(subjects) as readonly Subject[]

export function isSubject(code: unknown): code is Subject {
  return typeof code === 'string' && Object.hasOwn(subjects, code)
}
