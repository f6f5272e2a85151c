import type { Diagnostic } from '../base/index.js'
import type { DraftBlock } from '../document/index.js'

/** More than any document needs: some hundred pages. */
const mostBlocks = 50_000
const deepest = 24
/** Columns of a table for which a page set upright has room, a letter in each; of less than a page, the part of it. */
const mostColumns = 40

/**
 * Bounds what the layout has to deal with (T17), and finds blocks where no page could hold them.
 * Errors: `model/too-large`, `model/too-wide`, `model/misplaced`.
 */
export function checkNesting(blocks: readonly DraftBlock[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let count = 0
  visit(blocks, [], mostColumns)
  if (count > mostBlocks) {
    const message = `the document has ${count} paragraphs, rows and other parts, expected at most ${mostBlocks}`
    diagnostics.push(fault('model/too-large', message, undefined, ['choose fewer records']))
  }
  return diagnostics

  function visit(inside: readonly DraftBlock[], around: DraftBlock['type'][], room: number): void {
    for (const block of inside) {
      count += block.type === 'table' ? 1 + block.rows.length : 1
      if (around.length === deepest) {
        const message = `blocks stand in one another more than ${deepest} deep`
        diagnostics.push(fault('model/too-large', message, block, ['take some of the boxes or lists apart']))
        return
      }
      const holder = around.findLast((type) => type !== 'appendix' && type !== 'landscape')
      if (
        (block.type === 'landscape' || block.type === 'appendix') &&
        (holder || around.includes(block.type))
      ) {
        const message = `\`${block.type}\` stands inside \`${holder ?? block.type}\``
        diagnostics.push(fault('model/misplaced', message, block, ['put it outside: it begins a new page']))
      }
      if (block.type === 'table' && block.columns.length > room) {
        const message = `the table has ${block.columns.length} columns, and there is room for ${room}`
        diagnostics.push(fault('model/too-wide', message, block, ['leave some out, or make rows of them']))
      }
      const part = block.type === 'columns' ? Math.floor(room / block.count) : room
      if ('blocks' in block) visit(block.blocks, [...around, block.type], part)
      if (block.type === 'list') for (const item of block.items) visit(item, [...around, 'list'], room)
    }
  }
}

function fault(code: string, message: string, block: DraftBlock | undefined, hints: string[]): Diagnostic {
  return { severity: 'error', code, message, hints, ...(block?.from ? { at: block.from } : {}) }
}
