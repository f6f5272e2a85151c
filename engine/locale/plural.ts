import type { Language } from './language.js'

/** Whether `count` takes the plural: all but 1 in English, 2 and more in French. */
export function isPlural(count: number, language: Language): boolean {
  return language === 'fr' ? Math.abs(count) >= 2 : Math.abs(count) !== 1
}
