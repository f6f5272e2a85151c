import type { Diagnostic } from '../base/index.js'
import { nearest } from '../base/index.js'
import type { Appendix, Block, Figure, Heading, Image, Inline, Table } from '../document/index.js'
import { textOf, visitBlocks } from '../document/index.js'
import { type Language, phrase } from '../locale/index.js'
import type { MarkedText } from '../template/index.js'

/** A block that something can refer to, and the words for it: "Figure 3". */
export interface Target {
  block: Heading | Appendix | Table | Figure | Image
  id: string
  label: Inline[]
}

/**
 * Numbers tables, figures and appendices, and gives each its id: the author's own where there is one, else one made
 * of its words. Tables without a caption and without an id cannot be referred to and have none.
 */
export function nameTargets(
  blocks: Block[],
  { language, diagnostics }: { language: Language; diagnostics: Diagnostic[] },
): Target[] {
  const found: Target['block'][] = []
  visitBlocks(blocks, (block) => {
    if (isTarget(block) && !found.includes(block)) found.push(block)
  })
  const taken = new Set<string>()
  for (const block of found) {
    if (!block.id) continue
    block.id = slug(block.id)
    if (taken.has(block.id)) {
      diagnostics.push({
        severity: 'error',
        code: 'model/duplicate-id',
        message: `the id \`${block.id}\` is given twice`,
        hints: ['give each its own: in a loop, make it of the record: `id=deal.id`'],
        ...(block.from ? { at: block.from } : {}),
      })
    }
    taken.add(block.id)
  }
  const appendices = found.filter((block) => block.type === 'appendix').length
  const counts = { table: 0, figure: 0, appendix: 0 }
  return found.map((block) => {
    const label = labelOf(block)
    const id = block.id || uniqueId(nameOf(block, label), taken)
    block.id = id
    return { block, id, label: block.type === 'heading' ? block.content : [{ type: 'text', text: label }] }
  })

  function labelOf(block: Target['block']): string {
    switch (block.type) {
      case 'heading':
        return ''
      case 'appendix': {
        const word = phrase('annex', language)
        block.label = appendices > 1 ? `${word} ${letters(++counts.appendix)}` : word
        return block.label
      }
      case 'table':
        if (block.caption) block.number = ++counts.table
        return numbered('table', block)
      default:
        if (block.caption) block.number = ++counts.figure
        return numbered('figure', block)
    }
  }

  function numbered(kind: 'table' | 'figure', block: { number?: number }): string {
    const word = phrase(kind, language)
    return block.number === undefined ? word : `${word} ${block.number}`
  }
}

function isTarget(block: Block): block is Target['block'] {
  if (block.type === 'table') return block.caption !== undefined || Boolean(block.id)
  return (
    block.type === 'heading' || block.type === 'appendix' || block.type === 'figure' || block.type === 'image'
  )
}

function nameOf(block: Target['block'], label: string): string {
  if (block.type === 'heading') return textOf(block.content)
  return block.type === 'appendix' ? `${label} ${textOf(block.title)}` : label
}

/** Fills in contents and lists of figures. Contents say what comes after them, not what stands before. */
export function fillOutlines(blocks: Block[], targets: readonly Target[]): void {
  const passed = new Set<Block>()
  visitBlocks(blocks, (block) => {
    passed.add(block)
    if (block.type === 'contents') {
      block.entries = targets.flatMap(({ block: target, id, label }) => {
        if (passed.has(target)) return []
        if (target.type === 'appendix') {
          return [{ level: 1 as const, id, content: headOfAppendix(label, target.title) }]
        }
        if (target.type !== 'heading' || target.level > (block.depth ?? 2)) return []
        return [{ level: target.level, id, content: withoutMarks(target.content) }]
      })
    }
    if (block.type === 'figureList') {
      block.entries = targets.flatMap(({ block: target, id, label }) => {
        if (target.type === 'heading' || target.type === 'appendix' || !target.caption) return []
        if ((target.type === 'table') !== (block.of === 'tables')) return []
        return [{ label: textOf(label), id, content: withoutMarks(target.caption) }]
      })
    }
  })
}

function headOfAppendix(label: Inline[], title: Inline[]): Inline[] {
  return title.length > 0 ? [...label, { type: 'text', text: '. ' }, ...withoutMarks(title)] : label
}

/** Words for every cross reference that gives none of its own. */
export function fillReferences(
  targets: readonly Target[],
  { references, diagnostics }: { references: MarkedText['references']; diagnostics: Diagnostic[] },
): void {
  const known = new Map(targets.map((target) => [target.id, target]))
  for (const { node, at } of references) {
    const target = known.get(slug(node.id))
    if (target) {
      node.id = target.id
      if (node.content.length === 0) node.content = withoutMarks(target.label)
      continue
    }
    const guess = nearest(node.id, known.keys())
    diagnostics.push({
      severity: 'error',
      code: 'model/unknown-reference',
      message: `nothing in the document has the id \`${node.id}\``,
      hints: guess ? [`did you mean \`${guess}\`?`] : ['give a table, figure or section its `id="…"`'],
      at,
    })
  }
}

/** What is said again elsewhere is cited where it stands. */
function withoutMarks(inlines: readonly Inline[]): Inline[] {
  return inlines.filter(
    (one) =>
      one.type !== 'citation' && one.type !== 'footnote' && one.type !== 'status' && one.type !== 'lineBreak',
  )
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

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
