import { type Inline, textOf } from '../../document/index.js'

/** The words of a heading as a bookmark says them: on one line, without marks of citation and status. */
export function plainText(content: Inline[]): string {
  return textOf(content).replace(/\s+/g, ' ').trim()
}
