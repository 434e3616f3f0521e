/** Keys as people write them: «ACD», «A、C、D», «（B）», «√», «错误». Places are those of the folded text. */
export type WrittenKey = {
  /** indexes of options; empty for a judgement */
  readonly letters: readonly number[]
  readonly judgement: boolean | null
  /** where the text after the key begins */
  readonly end: number
}

const trueWords = '正确|对|是|√|✓|✔|☑|True|TRUE|true|Yes|YES|yes'
const falseWords = '错误|不正确|不对|错|否|非|×|✗|✘|✕|╳|╳|☒|False|FALSE|false|No|NO|no'
const lettersPattern =
  /^[\s:([【"“'_]*([A-Z](?:(?:[\s,、;./|&+]|和|及|与){0,3}[A-Z])*|[a-j](?:[\s,、;./|]{0,2}[a-j])*)(?![A-Za-z])[)\]】"”'_]*\s*/
const judgementPattern = new RegExp(`^[\\s:(\\[【"“'_]*(${trueWords}|${falseWords})(?![A-Za-z])[)\\]】"”'_]*\\s*`)
const isTrue = new RegExp(`^(?:${trueWords})$`)

/** The key at the beginning of the text, or null. */
export function readKey(folded: string): WrittenKey | null {
  const said = judgementPattern.exec(folded)
  if (said && isWordEnd(folded, said))
    return { letters: [], judgement: isTrue.test(said[1] ?? ''), end: said[0].length }
  const found = lettersPattern.exec(folded)
  const letters = found?.[1]?.toUpperCase().replace(/[^A-Z]/g, '') ?? ''
  if (!found || letters === '' || letters.length > 12) return null
  if (new Set(letters).size < letters.length && letters.length > 3) return null
  return { letters: indexesOf(letters), judgement: null, end: found[0].length }
}

/** «是社会工作的目标» is a sentence, «对。» is a key, «正确 解析…» is a key and what follows. */
function isWordEnd(folded: string, [whole, word = '']: RegExpExecArray): boolean {
  if (/^[√✓✔☑×✗✘✕╳☒]/.test(word)) return true
  const after = folded.slice(whole.length)
  return after === '' || /\s$|[)\]】"”'_]\s*$/.test(whole) || /^[。.,;:,、;([【]/.test(after)
}

export function indexesOf(letters: string): readonly number[] {
  const indexes = [...letters.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65)
  return [...new Set(indexes)].toSorted((a, b) => a - b)
}

/** Signs that stand for right and wrong in a judgement, letters among them: T, F; V, X for √, ×; A, B. */
export function judgementOf(key: WrittenKey): boolean | null {
  if (key.judgement !== null) return key.judgement
  const [only, ...others] = key.letters.map((index) => String.fromCharCode(65 + index))
  if (!only || others.length > 0) return null
  return 'ATVYR'.includes(only) ? true : 'BFXNW'.includes(only) ? false : null
}

export function isJudgementWord(text: string): boolean {
  return /^(?:正确|错误|对|错|是|否|√|×|✓|✗|不正确|不对|T|F|True|False|true|false)[。.]?$/.test(text.trim())
}

export function isTrueWord(text: string): boolean {
  return /^(?:正确|对|是|√|✓|T|True|true)[。.]?$/.test(text.trim())
}

export type KeySlot = {
  readonly key: WrittenKey
  /** what is to be cut out of the stem: the key, its bracket stays */
  readonly from: number
  readonly to: number
  /** nothing but signs follows: it is where a key stands */
  readonly isAtEnd: boolean
  readonly hasBlanks: boolean
}

const slot =
  /[([【]\s*([A-Za-z](?:[\s,、.]*[A-Za-z])*|√|×|✓|✔|✗|✘|对|错|正确|错误)\s*[)\]】]|_+\s*([A-Z](?:[\s,、]*[A-Z])*|√|×|对|错)\s*_+/g

/** The keys that stand in brackets (or on a line to write on) in a stem. */
export function keySlots(folded: string): readonly KeySlot[] {
  return [...folded.matchAll(slot)].flatMap((found) => {
    const text = found[1] ?? found[2] ?? ''
    const key = readKey(text)
    if (!key || key.end < text.length) return []
    const from = found.index + 1
    const to = found.index + found[0].length - 1
    const after = folded.slice(to + 1)
    return [
      {
        ...{ key, from, to },
        isAtEnd: /^[\s。.,;:、?!”"]*$/.test(after),
        hasBlanks: folded[from] === ' ' && folded[to - 1] === ' ',
      },
    ]
  })
}

/** «（  ）», «( )», «____»: where a key would be written. */
export function hasEmptySlot(folded: string): boolean {
  return /[([【]\s*[)\]】]|_{2,}(?!\s*[A-Z√×对错])/.test(folded)
}

/** «故选B», «本题选 ACD», «正确答案为C» in an explanation. */
export function keyInSentence(folded: string): WrittenKey | null {
  const found =
    /(?:故(?:本题)?(?:答案)?(?:应?选择?|为)|(?:正确)?答案(?:应?为|是|选)|本题(?:应?选|答案为?)|因此选|所以选)\s*[:“"]?\s*(?=[A-H])/g
  const last = [...folded.matchAll(found)].at(-1)
  return last ? readKey(folded.slice(last.index + last[0].length)) : null
}
