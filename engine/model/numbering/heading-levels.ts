import type { Diagnostic } from '../../base/index.js'
import { type DraftBlock, type DraftHeading, visitBlocks } from '../../document/index.js'

export type Level = DraftHeading['level']

/**
 * The level of each heading in the outline of the document, where no level is left out: that of the nearest heading above it
 * of a higher level, and one more. Headings that keep theirs are not among them.
 *
 * Warns with `model/heading-level` of every first one that was written too low: those beside it follow.
 */
export function levelHeadings(blocks: readonly DraftBlock[]): {
  levels: ReadonlyMap<DraftBlock, Level>
  diagnostics: Diagnostic[]
} {
  const levels = new Map<DraftBlock, Level>()
  const diagnostics: Diagnostic[] = []
  /** The headings that the next one may stand under, as they are written and as they are set. */
  let open: { written: number; level: number }[] = []
  visitBlocks(blocks, (block) => {
    if (block.type === 'appendix') open = [{ written: 1, level: 1 }]
    if (block.type !== 'heading') return
    const written = block.level
    const beside = open.find((one) => one.written === written)
    open = open.filter((one) => one.written < written)
    const above = open.at(-1)
    const level = ((above?.level ?? 0) + 1) as Level
    open.push({ written, level })
    if (level === written) return
    levels.set(block, level)
    // Under one that is set higher all follow.
    if (beside || written === (above?.written ?? 0) + 1) return
    diagnostics.push({
      severity: 'warning',
      code: 'model/heading-level',
      message: `a heading of level ${written} stands where one of level ${level} is expected, and is set as that`,
      hints: [`write it with ${'#'.repeat(level)}`],
      ...(block.from ? { at: block.from } : {}),
    })
  })
  return { levels, diagnostics }
}
