import type { Language } from './language.js'

/** A language as BCP 47 writes it, as far as a document needs it: `fr`, `sw`, `pt-BR`. */
export type LanguageTag = string

export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)
}

/** Whose rules of spacing and quotation marks hold; English ones change the least in a language unknown here. */
export function languageOfRules(tag: LanguageTag): Language {
  return /^fr\b/i.test(tag) ? 'fr' : 'en'
}
