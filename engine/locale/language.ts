export type Language = 'en' | 'fr'

export const languages: readonly Language[] = ['en', 'fr']

/** Prose in one language, or in several. A plain string is printed as it is in every language. */
export type LocalText = string | { en: string; fr?: string } | { en?: string; fr: string }

/** `2026-02-03`. */
export type IsoDate = string

/** `2026`, `2026-02` or `2026-02-03`: as exact as the source is. */
export type PartialDate = string

/** The text in `language`; the other language where it is missing. */
export function textIn(text: LocalText, language: Language): string {
  if (typeof text === 'string') return text
  return text[language] ?? text.en ?? text.fr ?? ''
}
