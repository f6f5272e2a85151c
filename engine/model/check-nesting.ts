import type { Diagnostic } from '../base/index.js'
import type { Block } from '../document/index.js'

/** More than any document needs: some hundred pages. */
const mostBlocks = 50_000
const deepest = 24

/**
 * Bounds what the layout has to deal with (T17), and finds blocks where no page could hold them.
 * Errors: `model/too-large`, `model/misplaced`.
 */
export function checkNesting(blocks: readonly Block[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let count = 0
  visit(blocks, [])
  if (count > mostBlocks) {
    const message = `the document has ${count} paragraphs, rows and other parts, expected at most ${mostBlocks}`
    diagnostics.push(fault('model/too-large', message, undefined, ['choose fewer records']))
  }
  return diagnostics

  function visit(inside: readonly Block[], around: Block['type'][]): void {
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
      if ('blocks' in block) visit(block.blocks, [...around, block.type])
      if (block.type === 'list') for (const item of block.items) visit(item, [...around, 'list'])
    }
  }
}

function fault(code: string, message: string, block: Block | undefined, hints: string[]): Diagnostic {
  return { severity: 'error', code, message, hints, ...(block?.from ? { at: block.from } : {}) }
}
