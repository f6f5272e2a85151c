import { Lexer } from 'yaml'
import type { Cut } from './edit-text.js'

/** What the lexer of `yaml` puts before a scalar, which may begin with `#` within a block. */
const scalarFollows = '\u001f'
/** Marks of the lexer that stand for no letter of the text. */
const marks = new Set(['\u0002', '\u0018', scalarFollows])

/** Every comment of a YAML text with the space before it: nobody can say which records they speak of. */
export function commentsIn(text: string): Cut[] {
  const cuts: Cut[] = []
  let at = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    if (!marks.has(token)) {
      if (token.startsWith('#') && before !== scalarFollows) {
        const spaces = /[ \t]*$/.exec(text.slice(0, at))?.[0].length ?? 0
        cuts.push({ start: at - spaces, end: at + token.length })
      }
      at += token.length
    }
    before = token
  }
  return cuts
}
