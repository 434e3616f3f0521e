/** Which papers a sitting deals out: its row holds their ids as JSON, written by createSitting. */
export function paperIdsOf(stored: string): readonly string[] {
  return JSON.parse(stored) as string[]
}

/* The form chooses among blueprints and kept papers with one list: a kept paper is named «paper:<id>» there. */
const prefix = 'paper:'

export function fixedPaperChoice(paperId: string): string {
  return prefix + paperId
}

export function fixedPaperIn(choice: string): string | null {
  return choice.startsWith(prefix) ? choice.slice(prefix.length) : null
}
