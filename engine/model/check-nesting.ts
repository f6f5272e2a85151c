import type { Diagnostic } from '../base/index.js'
import { blocksIn, type DraftBlock } from '../document/index.js'

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
  let isTooDeep = false
  for (const block of blocks) visit(block, [], mostColumns)
  if (count > mostBlocks) {
    const message = `the document has ${count} paragraphs, rows and other parts, expected at most ${mostBlocks}`
    diagnostics.push(fault('model/too-large', message, undefined, ['choose fewer records']))
  }
  return diagnostics

  function visit(block: DraftBlock, around: DraftBlock['type'][], room: number): void {
    count += block.type === 'table' ? 1 + block.rows.length : 1
    if (isTooDeep) return
    if (around.length === deepest) {
      isTooDeep = true
      const message = `blocks stand in one another more than ${deepest} deep`
      diagnostics.push(fault('model/too-large', message, block, ['take some of the boxes or lists apart']))
      return
    }
    const holder = around.findLast((type) => !beginsPage[type])
    if (beginsPage[block.type] && (holder || around.includes(block.type))) {
      const message = `\`${block.type}\` stands inside \`${holder ?? block.type}\``
      diagnostics.push(fault('model/misplaced', message, block, ['put it outside: it begins a new page']))
    }
    if (block.type === 'table' && block.columns.length > room) {
      const message = `the table has ${block.columns.length} columns, and there is room for ${room}`
      diagnostics.push(fault('model/too-wide', message, block, ['leave some out, or make rows of them']))
    }
    const part = block.type === 'columns' ? Math.floor(room / block.count) : room
    for (const inside of blocksIn(block)) visit(inside, [...around, block.type], part)
  }
}

/** Kinds of block that hold pages, so that nothing else can hold them. */
const beginsPage = {
  masthead: false,
  heading: false,
  paragraph: false,
  list: false,
  table: false,
  callout: false,
  columns: false,
  quote: false,
  rule: false,
  pageBreak: false,
  keepTogether: false,
  sourceList: false,
  statusKey: false,
  fields: false,
  figure: false,
  image: false,
  landscape: true,
  appendix: true,
  contents: false,
  figureList: false,
  glossary: false,
} satisfies Record<DraftBlock['type'], boolean>

function fault(code: string, message: string, block: DraftBlock | undefined, hints: string[]): Diagnostic {
  return { severity: 'error', code, message, hints, at: block?.from }
}
