import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticsOf, holdsLetter } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { compileBrief, type Workspace } from '../../engine/compile/index.js'
import { builtIn, host } from '../built-in/workspace.js'
import { readPdf } from '../engine/read-pdf.js'

const briefWith = (more: Partial<Brief>): Brief => ({
  template: 'fact-sheet',
  language: 'en',
  parameters: {},
  narrative: {},
  ...more,
})

const narrative = {
  context: 'A first paragraph.\n\nOne **bold 🚀** word,\nand *two* 𒀀🚀.\n\n- an item\n- and 🦊 too',
}

async function faultsOf(brief: Brief, workspace: Workspace = builtIn): Promise<Diagnostic[]> {
  return diagnosticsOf(await compileBrief(workspace, brief, host)).filter(
    ({ code }) => code === 'pdf/missing-glyph',
  )
}

describe('a character that no font has', () => {
  it('is a fault where it is written in a section, once for each block', async () => {
    const faults = await faultsOf(briefWith({ narrative }))
    expect(faults.map(({ at }) => at)).toEqual([
      { section: 'context', line: 3, column: 12, endLine: 3, endColumn: 14 },
      { section: 'context', line: 7, column: 7, endLine: 7, endColumn: 9 },
    ])
    expect(faults[0]?.message).toContain('🚀 (U+1F680), 𒀀 (U+12000)')
    expect(faults[1]?.message).toContain('🦊 (U+1F98A)')
  })

  it.each([
    ['a field', { title: 'Up 🚀' }, { field: 'title' }],
    ['what runs on every page', { marking: 'SECRET 𒀀' }, { field: 'marking' }],
    ['a watermark', { watermark: '𒀀𒀁' }, { field: 'watermark' }],
  ] as const)('is a fault at the setting of the brief that has it: %s', async (_what, more, at) => {
    const faults = await faultsOf(briefWith(more))
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(fault.at).toEqual(at)
  })

  it('is a fault where the field is printed, where a term of the casebook has it', async () => {
    const sources = builtIn.sources.map((file) =>
      file.path === 'casebook/deals.yaml'
        ? {
            ...file,
            text: file.text
              .replace('  kind: equity', '  kind: equity 🚀')
              .replace('en: equity', 'en: equity 🚀'),
          }
        : file,
    )
    const casebook = parseCasebook(sources)
    if (!casebook.ok) throw new Error(JSON.stringify(casebook.diagnostics))
    const brief = briefWith({
      parameters: { deal: 'orion-glencore' },
      narrative: { context: 'Nothing is wrong here.\n\nIt is {{deal.kind}}.' },
    })
    const faults = await faultsOf(brief, { ...builtIn, sources, casebook: casebook.value })
    expect(faults.map(({ at }) => at)).toContainEqual(
      expect.objectContaining({ section: 'context', line: 3, column: 7 }),
    )
  })

  it('is a box in a draft, with the fault beside it', async () => {
    const brief = briefWith({ narrative: { context: 'Before 🚀 after.' } })
    const draft = await compileBrief(builtIn, brief, host, { draft: true })
    if (!draft.ok) throw new Error(JSON.stringify(draft.diagnostics))
    expect(draft.value.faults).toMatchObject([
      { severity: 'error', code: 'pdf/missing-glyph', at: { section: 'context', line: 1, column: 8 } },
    ])
    const { pages } = await readPdf(draft.value.bytes)
    expect(pages[0]?.text).toMatch(/Before .* ?after\./u)
  })

  it('is none of the letters that a document is said to have', async () => {
    const made = await compileBrief(builtIn, briefWith({}), host)
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    const { letters } = made.value
    for (const letter of 'aZé0œ€–’●\u2002\u202f ɔɓ象さ김ابא\ufe0f\u200d\u2028\t')
      expect([letter, holdsLetter(letters, letter)]).toEqual([letter, true])
    for (const letter of ['🚀', '𒀀']) expect([letter, holdsLetter(letters, letter)]).toEqual([letter, false])
  })
})
