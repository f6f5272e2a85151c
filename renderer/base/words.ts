import type { Language } from '../../engine/locale/index.js'
import { useWindow } from './use-window.js'

/**
 * What a folder of the window says, in both languages. What the second one lacks, or says besides, does not compile.
 * A folder's words hold those of the folders under it that it says as well; no two say another thing by one name.
 */
export function inBoth<W>(en: W, fr: NoInfer<W>): Record<Language, W> {
  return { en, fr }
}

/** A number with its noun: one is what English has in the singular, French none as well. */
export const counted: Record<Language, (number: number, one: string, many: string) => string> = {
  en: (number, one, many) => `${number} ${number === 1 ? one : many}`,
  fr: (number, one, many) => `${number} ${number < 2 ? one : many}`,
}

/** The window's language; a component that asks follows when it changes. */
export function useLanguage(): Language {
  return useWindow((state) => state.settings.language)
}
