import { withoutInkless } from '../../base/index.js'
import type { Measure } from '../measure.js'
import type { FamilyRole, TextRun } from './text-run.js'

/** White space of kinds that fonts do not have; where a line ends is settled before. */
const otherSpaces = /[\t\v\f\r\u0085\u2028\u2029]/g

/**
 * What is never seen and says nothing to whoever breaks lines, joins letters or orders them: all of it but the soft hyphen,
 * the space of no width, (non-)joiners, marks of direction and the word joiner.
 */
const idle =
  /(?![\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c])\p{Default_Ignorable_Code_Point}/gu

/** A letter with the marks over and under it. */
const cluster = /\n|\P{M}[\p{M}\p{Default_Ignorable_Code_Point}]*|\p{M}+/gu

const hasMarks = /\p{M}/u

/**
 * A run as those runs whose letters their faces have. A letter and its marks are never parted: where the run's own face lacks
 * one of them, or does not know where the mark stands on the letter, all of it is set in another one.
 */
export function chooseFaces(given: TextRun, fonts: Measure): TextRun[] {
  const text = readable(given.text)
  const run = text === given.text ? given : { ...given, text }
  const own = fonts.face(run.family, run)
  const hasAll = (): boolean => [...text].every((letter) => letter === '\n' || own.sets(letter))
  if (!hasMarks.test(text) && hasAll()) return [run]
  const pieces: TextRun[] = []
  const isKnown = (letters: string): boolean => faceFor(letters, run, fonts) !== undefined
  for (const [letters] of withKnownSpaces(text, isKnown).matchAll(cluster)) {
    const last = pieces.at(-1)
    const found = clings(letters, last, fonts) ? last : letters === '\n' ? run : faceFor(letters, run, fonts)
    const { family, fallback } = found ?? run
    const hasNoGlyph = found === undefined
    if (
      last &&
      last.family === family &&
      last.fallback === fallback &&
      (last.hasNoGlyph ?? false) === hasNoGlyph
    )
      last.text += letters
    else pieces.push({ ...run, text: letters, family, fallback, hasNoGlyph })
  }
  return pieces
}

function readable(text: string): string {
  const spaced = text.replace(otherSpaces, ' ').replace(idle, '')
  return hasMarks.test(spaced) ? spaced.normalize('NFC') : spaced
}

/** A space between words of another script belongs to them, and so does what is not seen. */
function clings(letters: string, last: TextRun | undefined, fonts: Measure): boolean {
  if (!last?.fallback) return false
  return withoutInkless(letters) === '' || (letters === ' ' && fonts.face(last.family, last).sets(' '))
}

type Choice = { family: FamilyRole; fallback?: string }

function faceFor(letters: string, run: TextRun, fonts: Measure): Choice | undefined {
  const roles: FamilyRole[] = [run.family, 'text', 'heads', 'symbols']
  const choices: Choice[] = [
    ...roles.map((family) => ({ family })),
    ...fonts.fallbacks(run.family).map((fallback) => ({ family: run.family, fallback })),
  ]
  // A letter is rather taken from a family like its own than from another one of the theme.
  if (/[\p{L}\p{M}]/u.test(letters)) choices.splice(1, 0, ...choices.splice(roles.length))
  const set = choices.find(({ family, fallback }) => fonts.face(family, { ...run, fallback }).sets(letters))
  if (set || !hasMarks.test(letters)) return set
  // Better a mark beside its letter than none.
  const has = ({ family, fallback }: Choice) =>
    [...letters].every((letter) => fonts.face(family, { ...run, fallback }).sets(letter))
  return choices.find(has)
}

/** What a space that no family has is set as: few fonts have all that Unicode knows. */
const spaceStandIns: Record<string, string> = {
  '\u2002': '\u00a0 ',
  '\u2003': '\u00a0\u00a0\u00a0 ',
  '\u2007': '\u00a0',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': '\u00a0',
}

/** The spaces that are printed whether a font has them or not. */
export const lettersWithoutFonts: readonly string[] = [
  ...Object.keys(spaceStandIns),
  ...'\t\v\f\r\u0085\u2028\u2029',
]

function withKnownSpaces(text: string, isKnown: (letter: string) => boolean): string {
  return text.replace(/[\u2002\u2003\u2007\u2009\u200a\u202f]/g, (space) =>
    isKnown(space) ? space : (spaceStandIns[space] ?? ' '),
  )
}
