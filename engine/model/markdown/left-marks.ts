/**
 * A mark of Markdown that the parser took for text, such as the stars of `**bold**word`; `undefined` where there is none.
 * `typed` is a text as it is typed, with its backslashes. What reads well as it is has no fault: a lone star after a word,
 * a line within a name, a sign between two spaces.
 */
export function leftMark(typed: string): string | undefined {
  // What stands after a backslash is meant as it is.
  const text = typed.replace(/\\[!-/:-@[-`{-~]/g, 'xx')
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found[1] ?? found[0]
  }
  return undefined
}

const letter = '[\\p{L}\\p{N}]'

const patterns: RegExp[] = [
  /\*{2,}(?=\S)|(?<=\S)\*{2,}/u,
  new RegExp(`(?<!${letter}|_)_{2,}(?=${letter})|(?<=${letter})_{2,}(?!${letter}|_)`, 'u'),
  /~{2,}(?=\S)|(?<=\S)~{2,}/u,
  /`+/u,
  // Two that hug words on a line, or one that opens and is never closed.
  new RegExp(`(?<!${letter}|\\*)(\\*)(?=${letter})`, 'u'),
  /(?<=\S)(\*)(?![\s*])[^*]*\*(?!\*)/u,
  new RegExp(`(?<!${letter}|_)(_)(?=${letter})`, 'u'),
  // The fence of a box, and the line under the head of a table.
  /(?:^|\s)(:{2,})[a-z]/iu,
  /^[ \t]*(\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*)$/mu,
  /(\]\()\S/u,
]
