import { type Diagnostic, nearest } from '../../base/index.js'
import type { DraftBlock, DraftDocument, DraftInline, DraftReference } from '../../document/index.js'
import { contentOf, inlinesIn, visitBlocks } from '../../document/index.js'
import type { Language } from '../../locale/index.js'
import type { Status } from '../../vocabulary/index.js'
import { nameTargets, type Target } from './name-targets.js'
import { slug } from './slug.js'

/** What is known of a document once all of it has been read. */
export interface Numbers {
  /** What can be referred to, in reading order. */
  targets: ReadonlyMap<DraftBlock, Target>
  targetsById: ReadonlyMap<string, Target>
  /** Of sources by id, in order of first use. */
  sources: ReadonlyMap<string, number>
  /** Of footnotes by their index, in order of first use. */
  notes: ReadonlyMap<number, number>
  marks: ReadonlySet<Status>
  /** Where each block stands. */
  places: ReadonlyMap<DraftBlock, number>
}

/**
 * Reads a document from its beginning to its end, notes where their first mark stands, and counts what it meets.
 *
 * Errors: `model/unknown-reference`, `model/circular-reference`, `model/duplicate-id`.
 */
export function readNumbers(
  { blocks, notes }: DraftDocument,
  language: Language,
): { numbers: Numbers; diagnostics: Diagnostic[] } {
  const { targets, diagnostics } = nameTargets(blocks, language)
  const targetsById = new Map(targets.map((target) => [target.id, target]))
  const sources = new Map<string, number>()
  const noteNumbers = new Map<number, number>()
  const marks = new Set<Status>()
  const places = new Map<DraftBlock, number>()
  const checked = new Set<DraftReference>()

  visitBlocks(blocks, (block) => {
    if (!places.has(block)) places.set(block, places.size)
    for (const inline of inlinesIn(block)) visit(inline, block)
  })
  const numbers: Numbers = {
    targets: new Map(targets.map((target) => [target.block, target])),
    targetsById,
    sources,
    notes: noteNumbers,
    marks,
    places,
  }
  return { numbers, diagnostics }

  function visit(inline: DraftInline, block: DraftBlock): void {
    if (inline.type === 'status') marks.add(inline.status)
    if (inline.type === 'reference' && !checked.has(inline)) {
      checked.add(inline)
      diagnostics.push(...checkReference(inline, block, targetsById))
    }
    if (inline.type === 'citation') {
      for (const id of inline.sources) if (!sources.has(id)) sources.set(id, sources.size + 1)
    }
    for (const inner of contentOf(inline)) visit(inner, block)
    if (inline.type === 'footnote' && !noteNumbers.has(inline.note)) {
      noteNumbers.set(inline.note, noteNumbers.size + 1)
      for (const inner of notes[inline.note]?.content ?? []) visit(inner, block)
    }
  }
}

function checkReference(
  reference: DraftReference,
  block: DraftBlock,
  targets: ReadonlyMap<string, Target>,
): Diagnostic[] {
  const { id, content, at } = reference
  const target = targets.get(slug(id))
  if (!target) {
    const guess = nearest(id, targets.keys())
    const message = `nothing in the document has the id \`${id}\``
    const hints = guess ? [`did you mean \`${guess}\`?`] : ['give a table, figure or section its `id="…"`']
    return [{ severity: 'error', code: 'model/unknown-reference', message, hints, at }]
  }
  if (content.length > 0 || block.type !== 'heading' || !leadsTo(block, target, targets, new Set())) return []
  const message = `the words of \`${target.id}\` are made of themselves`
  const hints = [`give the reference words of its own: \`[words](#${target.id})\``]
  return [{ severity: 'error', code: 'model/circular-reference', message, hints, at }]
}

/** Whether the words of `target` are made of those of `goal`, by references that have none of their own. */
function leadsTo(
  goal: DraftBlock,
  target: Target,
  targets: ReadonlyMap<string, Target>,
  passed: Set<Target>,
): boolean {
  if (target.block === goal) return true
  if (target.block.type !== 'heading' || passed.has(target)) return false
  passed.add(target)
  const hasGoal = (inline: DraftInline): boolean => {
    const next = inline.type === 'reference' && inline.content.length === 0 && targets.get(slug(inline.id))
    return next ? leadsTo(goal, next, targets, passed) : contentOf(inline).some(hasGoal)
  }
  return target.block.content.some(hasGoal)
}
