import type { Language } from './language.js'

/** What joins the last two of `items` when there is more than one. */
export type Joint = 'and' | 'or'

const joints: Record<Language, Record<Joint, string>> = {
  en: { and: ' and ', or: ' or ' },
  fr: { and: ' et ', or: ' ou ' },
}

/** What stands before each item of a list of `length`, so that formatted pieces can be joined like words. */
export function listSeparators(length: number, language: Language, joint: Joint = 'and'): string[] {
  return Array.from({ length }, (_, index) => {
    if (index === 0) return ''
    return index === length - 1 ? joints[language][joint] : ', '
  })
}

/** `a, b and c`. */
export function formatList(items: readonly string[], language: Language, joint: Joint = 'and'): string {
  const separators = listSeparators(items.length, language, joint)
  return items.map((item, index) => separators[index] + item).join('')
}
