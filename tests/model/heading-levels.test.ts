import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftBlock } from '../../engine/document/index.js'
import { levelHeadings } from '../../engine/model/numbering/heading-levels.js'
import { build, document } from '../small/trial.js'

const heading = (level: 1 | 2 | 3): DraftBlock => ({ type: 'heading', level, content: [] })

function levelled(written: (1 | 2 | 3)[]) {
  const blocks = written.map(heading)
  const { levels, diagnostics } = levelHeadings(blocks)
  const set = blocks.map((block, index) => levels.get(block) ?? written[index])
  return { set, warnings: diagnostics.length }
}

describe('a heading', () => {
  it('is set one level below the one that it stands under', () => {
    expect(levelled([1, 2, 3, 2, 1])).toEqual({ set: [1, 2, 3, 2, 1], warnings: 0 })
    expect(levelled([2, 2, 3, 2])).toEqual({ set: [1, 1, 2, 1], warnings: 1 })
    expect(levelled([1, 3, 3, 2, 3])).toEqual({ set: [1, 2, 2, 2, 3], warnings: 1 })
    expect(levelled([3, 1, 2])).toEqual({ set: [1, 1, 2], warnings: 1 })
  })
  it('never leaves a level out, and keeps its own where none is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3)), (written) => {
        const { set } = levelled(written as (1 | 2 | 3)[])
        set.forEach((level, index) => {
          expect(level).toBeLessThanOrEqual((set[index - 1] ?? 0) + 1)
        })
        const isSound = written.every((level, index) => level <= (written[index - 1] ?? 0) + 1)
        if (isSound) expect(set).toEqual(written)
      }),
    )
  })
  it('that is written too low is set higher, in contents too, with a warning at its place', () => {
    const model = build('{{toc}}\n\n## One\n\n### Two\n\n## Three')
    if (!model.ok) throw new Error(JSON.stringify(model.diagnostics))
    expect(model.value.blocks).toMatchObject([
      { entries: [{ level: 1 }, { level: 2 }, { level: 1 }] },
      { type: 'heading', level: 1 },
      { level: 2 },
      { level: 1 },
    ])
    expect(model.warnings).toMatchObject([{ code: 'model/heading-level', at: { line: 15 } }])
  })
  it('begins anew in an annex', () => {
    expect(document('# A\n\n{{#appendix "B"}}\n## C\n{{/appendix}}').blocks).toMatchObject([
      { level: 1 },
      { blocks: [{ level: 2 }] },
    ])
  })
})
