import type { Diagnostic } from '../../base/index.js'
import type {
  DraftAppendix,
  DraftBlock,
  DraftFigure,
  DraftHeading,
  DraftImage,
  DraftTable,
} from '../../document/index.js'
import { textOf, visitBlocks } from '../../document/index.js'
import { type Language, phrase } from '../../locale/index.js'
import { slug } from './slug.js'

/** A block that something can refer to, and what it is called. */
export interface Target {
  block: DraftHeading | DraftAppendix | DraftTable | DraftFigure | DraftImage
  id: string
  /** Of tables, and of figures and images together; only with a caption. */
  number?: number
  /** "Figure 3", "Annex B"; empty for a heading, which is called by its own words. */
  label: string
}

/**
 * Numbers tables, figures and appendices in reading order, and gives each its id: the author's own where there is one,
 * else one made of its words. Tables without a caption and without an id cannot be referred to and have none.
 *
 * Errors: `model/duplicate-id`.
 */
export function nameTargets(
  blocks: readonly DraftBlock[],
  language: Language,
): { targets: Target[]; diagnostics: Diagnostic[] } {
  // One node can stand in two places, as when a narrative is printed twice.
  const found = new Set<Target['block']>()
  visitBlocks(blocks, (block) => {
    if (isTarget(block)) found.add(block)
  })
  const diagnostics: Diagnostic[] = []
  const taken = new Set<string>()
  for (const { id, from } of found) {
    if (!id) continue
    const own = slug(id)
    if (taken.has(own)) {
      diagnostics.push({
        severity: 'error',
        code: 'model/duplicate-id',
        message: `the id \`${own}\` is given twice`,
        hints: ['give each its own: in a loop, make it of the record: `id=deal.id`'],
        at: from,
      })
    }
    taken.add(own)
  }
  const appendices = [...found].filter((block) => block.type === 'appendix').length
  const counts = { table: 0, figure: 0, appendix: 0 }
  const targets = [...found].map((block): Target => {
    const number =
      block.type !== 'heading' && block.type !== 'appendix' && block.caption ? count(block) : undefined
    const label = labelOf(block, number)
    return { block, id: slug(block.id ?? '') || uniqueId(nameOf(block, label), taken), number, label }
  })
  return { targets, diagnostics }

  function count({ type }: Target['block']): number {
    return type === 'table' ? ++counts.table : ++counts.figure
  }

  function labelOf({ type }: Target['block'], number: number | undefined): string {
    if (type === 'heading') return ''
    if (type === 'appendix') {
      const word = phrase('annex', language)
      return appendices > 1 ? `${word} ${letters(++counts.appendix)}` : word
    }
    const word = phrase(type === 'table' ? 'table' : 'figure', language)
    return number === undefined ? word : `${word} ${number}`
  }
}

function isTarget(block: DraftBlock): block is Target['block'] {
  if (block.type === 'table') return block.caption !== undefined || Boolean(block.id)
  return (
    block.type === 'heading' || block.type === 'appendix' || block.type === 'figure' || block.type === 'image'
  )
}

function nameOf(block: Target['block'], label: string): string {
  if (block.type === 'heading') return textOf(block.content)
  return block.type === 'appendix' ? `${label} ${textOf(block.title)}` : label
}

/** A, B… Z, AA… */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((count - 1) % 26))
}

function uniqueId(text: string, taken: Set<string>): string {
  const base = slug(text) || 'section'
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}
