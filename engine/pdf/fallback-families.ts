import type { FontFace } from '../host.js'

/**
 * Families that come along for scripts and letters that those of themes lack, serif and sans: Latin with every extension,
 * Greek and Cyrillic; Arabic; Hebrew; Chinese and Japanese; Korean. Their faces, the nearest first, are those there are.
 */
const families = {
  serif: ['Noto Serif', 'Noto Naskh Arabic', 'Noto Serif Hebrew', 'Noto Serif SC', 'Noto Serif KR'],
  sans: ['Source Sans 3', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans SC', 'Noto Sans KR'],
} as const

const nearest = {
  serif: [...families.serif, ...families.sans],
  sans: [...families.sans, ...families.serif],
}

/** All of them, those in the style of `family` first. */
export function fallbacksFor(family: string): readonly string[] {
  return /\bserif\b/i.test(family) ? nearest.serif : nearest.sans
}

export const everyFallback: readonly string[] = nearest.serif

/** The face that stands for one which a family may not have: few scripts but ours have italics, ideographs not even bold. */
export function faceOf(family: string, bold: boolean, italic: boolean): FontFace {
  if (/ (?:SC|KR)$/.test(family)) return 'normal'
  if (/Arabic|Hebrew/.test(family)) return bold ? 'bold' : 'normal'
  return italic ? (bold ? 'bolditalics' : 'italics') : bold ? 'bold' : 'normal'
}
