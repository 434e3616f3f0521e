/** A row with this key stands already, in the shapes in which the two databases' failures come through Prisma. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === 'P2002') return true
  const meta = 'meta' in error ? JSON.stringify(error.meta) : ''
  return /UniqueConstraintViolation|unique constraint/i.test(`${error.message} ${meta}`)
}
