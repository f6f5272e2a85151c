/** What the window says, in both languages. A string that one of them lacks does not compile. */
import type { Language } from '../../engine/locale/language.js'
import { useWindow } from '../base/use-window.js'
import { english } from './english.js'
import { french } from './french.js'

export type Words = typeof english

export const words: Record<Language, Words> = { en: english, fr: french }

/** The words of the window's language; a component that uses them follows when it changes. */
export function useWords(): Words {
  return words[useWindow((state) => state.settings.language)]
}

export function useLanguage(): Language {
  return useWindow((state) => state.settings.language)
}
