import { spaceFrench } from './french-spacing.js'
import { holdNumbers } from './hold-numbers.js'
import type { Language } from './language.js'

/**
 * Prose as a printer sets it: curly quotes and apostrophes, a spaced dash for ` - `, French spacing in French, numbers in one
 * piece and with their units.
 * Wording is never touched. `isWithin` says that text of the same line goes before.
 */
export function typeset(prose: string, language: Language, isWithin = false): string {
  const dashed = prose.replace(/(?<=\S) - (?=\S)/g, ' – ')
  const before = isWithin ? 'x' : ''
  const quoted = `${before}${dashed}`
    .replace(/'/g, (_, at: number, all: string) => (opens(all, at) ? '‘' : '’'))
    .replace(/"/g, (_, at: number, all: string) => (opens(all, at) ? '“' : '”'))
  return holdNumbers((language === 'fr' ? spaceFrench(quoted) : quoted).slice(before.length))
}

/** A quotation mark opens at the start, after a space, an opening bracket, a dash or another opening mark. */
function opens(text: string, at: number): boolean {
  return at === 0 || /[\s([{«“‘–—\u00a0\u202f]/.test(text.charAt(at - 1))
}
