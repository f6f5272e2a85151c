import type { Diagnostic } from '../../base/index.js'
import type { PageSetup } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import type { Laid } from './lay-out.js'
import { textFrame } from './sheet.js'

/** Says by how many lines a document misses the length that its template promises: `pdf/page-count`. */
export function missedLength(layout: Laid, theme: Theme, page: PageSetup, limit: number): Diagnostic {
  const frame = textFrame(page, theme)
  const [, leading] = layout.density.twoColumns
  const count = layout.pages.length
  const last = layout.pages.at(-1)
  const overflow = layout.pages.slice(limit).reduce((sum, one) => sum + (one.bottom - frame.y), 0) / leading
  const missing =
    count < limit
      ? ((limit - count - 1) * frame.height + (frame.y + frame.height - (last?.bottom ?? 0))) / leading
      : 0
  const isOver = count > limit
  const lines = Math.max(1, Math.round(isOver ? overflow : missing))
  const [has, wants] = [
    `${count} ${count === 1 ? 'page' : 'pages'}`,
    `${limit} ${limit === 1 ? 'page' : 'pages'}`,
  ]
  return {
    severity: isOver ? 'error' : 'warning',
    code: 'pdf/page-count',
    message: isOver
      ? `the document runs to ${has} at the theme's tightest setting and the template allows ${wants}: about ${lines} ${lines === 1 ? 'line' : 'lines'} too long`
      : `the document fills only ${has} and the template asks for ${wants}: about ${lines} ${lines === 1 ? 'line' : 'lines'} short`,
    hints: isOver
      ? ['shorten a narrative section or select fewer records']
      : ['write more, or select more records'],
  }
}
