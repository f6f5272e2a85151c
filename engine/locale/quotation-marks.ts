import type { Language } from './language.js'
import type { Edit } from './typeset.js'

const marks = /["'“”„‘’«»]/
const isLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter)

/** Pairs by what they open with. */
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '‘': '’', '«': '»' }

const isClosing = (mark: string): boolean => mark === '”' || mark === '»' || mark === '’'

/** Words that English writes without their beginning. */
const elisions =
  /^'(?:n'?|tis|twas|twere|twill|twould|em|til|till|cause|bout|neath|gainst|tween|nuff)(?![\p{L}\p{N}'])/iu

/** Years and decades without their century: `'90s`, and `'26` where nothing is counted by it. */
const shortYears = /^'\d\d(?:s(?![\p{L}\p{N}])|(?![\p{L}\p{N}%]|[.,]\d))/u

/** Feet and inches, minutes and seconds: `5' 6"`, `12° 30' 15"`. */
const minutes = /(?<=\d)'(?=\s?\d+(?:[.,]\d+)?")|(?<=°\s?\d+(?:[.,]\d+)?)'/g
const seconds = /(?<=\d['′]\s?\d+(?:[.,]\d+)?)"/g

/**
 * Curly quotation marks and apostrophes for straight ones, by the language at each. In French `"` is « », and “ ”
 * within them.
 */
export function editQuotes(line: string, languageAt: (at: number) => Language | undefined): Edit[] {
  if (!/["']/.test(line)) return []
  const primes = new Map<number, string>()
  for (const { index } of line.matchAll(minutes)) primes.set(index, '′')
  for (const { index } of line.matchAll(seconds)) primes.set(index, '″')
  const open: string[] = []
  const edits: Edit[] = []
  let closedAt = -2
  for (let at = 0; at < line.length; at += 1) {
    const mark = line.charAt(at)
    if (!marks.test(mark)) continue
    const language = languageAt(at)
    const put = (text: string) => {
      edits.push({ start: at, end: at + 1, text })
      if (isClosing(text)) closedAt = at
    }
    if (mark === '"' && language) put(primes.get(at) ?? double(line, at, open, language))
    else if (mark === "'" && language) put(primes.get(at) ?? single(line, at, open, closedAt === at - 1))
    else if (closing[mark]) open.push(mark)
    else if (isClosing(mark)) {
      close(open, mark)
      closedAt = at
    }
  }
  return edits
}

function double(line: string, at: number, open: string[], language: Language): string {
  const inner = open.findLast((mark) => mark !== '‘')
  if (!isOpening(line, at, inner !== undefined)) {
    if (inner === undefined && /\d/.test(line.charAt(at - 1))) return '″'
    const mark = inner === undefined ? outermost(language) : inner
    if (inner !== undefined) open.splice(open.lastIndexOf(inner))
    return closing[mark] ?? '”'
  }
  const mark = language === 'fr' && inner !== '«' ? '«' : '“'
  open.push(mark)
  return mark
}

function outermost(language: Language): string {
  return language === 'fr' ? '«' : '“'
}

/** `hasClosed` says that a quotation has ended right before it. */
function single(line: string, at: number, open: string[], hasClosed: boolean): string {
  const endsWord = isLetter(line[at - 1])
  if ((endsWord || hasClosed) && isLetter(line[at + 1])) return '’'
  const rest = line.slice(at, at + 12)
  if (!endsWord && (elisions.test(rest) || isShortYear(line, at, rest))) return '’'
  if (!endsWord && isOpening(line, at, open.includes('‘'))) {
    open.push('‘')
    return '‘'
  }
  close(open, '’')
  return '’'
}

/** `'90 of them,' he said` is a quotation: it ends on a mark after a stop. */
function isShortYear(line: string, at: number, rest: string): boolean {
  return shortYears.test(rest) && (/^'\d\ds/.test(rest) || !/[.,!?…]'(?![\p{L}\p{N}])/u.test(line.slice(at)))
}

function close(open: string[], mark: string): void {
  const index = open.findLastIndex((one) => closing[one] === mark)
  if (index >= 0) open.splice(index)
}

/**
 * Whether a mark opens: it does after a space or a bracket, and does not before one or before a stop. What stands
 * between two words or two spaces opens where none of its kind is open yet. Other marks beside it are passed over.
 */
function isOpening(line: string, at: number, hasOpen: boolean): boolean {
  let [left, right] = [at - 1, at + 1]
  while (left >= 0 && marks.test(line.charAt(left))) left -= 1
  while (right < line.length && marks.test(line.charAt(right))) right += 1
  const beginsHere = left < 0 || /[\s([{\u200b]/.test(line.charAt(left))
  const endsHere = right >= line.length || /[\s.,;:!?)\]}…\u200b]/.test(line.charAt(right))
  return beginsHere === endsHere ? !hasOpen : beginsHere
}
