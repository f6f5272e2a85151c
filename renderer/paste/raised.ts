import { styleOf } from './style-of.js'

const digits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']

/**
 * A text that stands above the line, whose style is not kept: `10⁶` must not become `106`. Digits have raised letters,
 * which every font of the themes has; with a sign a `^` goes before (`10^-6`); other letters stay as they are (`1er`).
 */
export function raisedText(text: string): string {
  if (/^\s*\d+\s*$/.test(text)) return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
  return /^\s*[-+−–]\s*\d/.test(text) ? `^${text.trim()}` : text
}

/** Whether an element raises its text, or sets it back on the line; nothing where it does neither. */
export function raises(element: Element): boolean | undefined {
  const align = styleOf(element, 'vertical-align')
  if (align) return align === 'super'
  return element.tagName === 'SUP' ? true : undefined
}
