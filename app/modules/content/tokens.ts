/*
 * How text is cut for searching. Chinese has no spaces: a run of characters becomes its single characters and its pairs, so
 * that «人在情境中» is found by 情境 as well as by the whole. Letters and digits stay words.
 */
const han = '\\p{Script=Han}'
const runPattern = new RegExp(`[${han}]+|[\\p{L}\\p{N}]+`, 'gu')
const hanPattern = new RegExp(`^[${han}]`, 'u')
const mixedPattern = new RegExp(`[${han}]+|[^${han}]+`, 'gu')

/** Full-width letters, half-width kana, ligatures, upper case: all read as the plain one. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What a text is found by. */
export function tokensOfText(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => (hanPattern.test(run) ? [...singles(run), ...pairs(run)] : [run]))
}

/** What a query asks for: pairs are more exact than their characters, so a longer run asks for pairs alone. */
export function tokensOfQuery(query: string): readonly string[] {
  const tokens = runsOf(query).flatMap((run) => {
    if (!hanPattern.test(run)) return [run]
    const both = pairs(run)
    return both.length > 0 ? both : singles(run)
  })
  return [...new Set(tokens)]
}

function runsOf(text: string): readonly string[] {
  const runs = folded(text).match(runPattern) ?? []
  return runs.flatMap((run) => run.match(mixedPattern) ?? [])
}

function singles(run: string): readonly string[] {
  return [...run]
}

function pairs(run: string): readonly string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}
