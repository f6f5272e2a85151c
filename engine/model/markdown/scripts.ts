import type { Text } from '../../document/index.js'

/** A stretch of text, and whether it is written between `^` or `~`: `10^6^`, `CO~2~`. */
export interface Scripted {
  text: string
  script?: Text['script']
}

const marked = /\^([\p{L}\p{N}+\-−=().,*′″]+)\^|(?<=[^\s~])~([\p{L}\p{N}+\-−=().,*′″]+)~(?!~)/gu

const raisedSigns = new Map(
  [...'0123456789+-−=()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'][index]]),
)
const loweredSigns = new Map(
  [...'0123456789+-−=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][index]]),
)

/** Stand for marks that were typed with a backslash before them, until the text is taken apart. */
const escapes = { '^': '\ue006', '~': '\ue007' } as const

/** A text whose marks with a backslash before them in `typed` are told from the others. */
export function withEscapes(value: string, typed = ''): string {
  return (['^', '~'] as const).reduce((text, sign) => {
    if (!typed.includes(`\\${sign}`)) return text
    const signs = [...typed.matchAll(sign === '^' ? /\\?\^/g : /\\?~/g)]
    let index = 0
    return text.replaceAll(sign, () => (signs[index++]?.[0] === sign ? sign : escapes[sign]))
  }, value)
}

/**
 * A text of `withEscapes` taken apart where some of it is raised or lowered. Figures become the characters that Unicode
 * has for them, which are copied and read aloud as what they are; letters are drawn raised or lowered.
 */
export function scriptsIn(text: string): Scripted[] {
  const pieces: Scripted[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    const [all, raised, lowered] = match
    pieces.push({ text: text.slice(end, match.index) })
    const words = raised ?? lowered ?? ''
    const signs = [...words].map((letter) => (raised ? raisedSigns : loweredSigns).get(letter))
    if (signs.every((one) => one !== undefined)) pieces.push({ text: signs.join('') })
    else pieces.push({ text: words, script: raised ? 'raised' : 'lowered' })
    end = match.index + all.length
  }
  pieces.push({ text: text.slice(end) })
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replaceAll('\ue006', '^').replaceAll('\ue007', '~') }))
    .filter((piece) => piece.text !== '')
}
