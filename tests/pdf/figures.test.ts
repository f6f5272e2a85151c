import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Cell, Figure } from '../../engine/document/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { builtInFigures } from '../figures/built-in-figures.js'
import { numberedFigure } from '../figures/numbered-figure.js'
import { elementsOf, isElement, readTagged, type TaggedElement } from '../tagged/read-tagged.js'
import { structureFaults } from '../tagged/structure-faults.js'
import { host, model, text, theme } from './samples.js'

interface Read {
  role: string
  alt?: string
  children?: (Read | { type: string })[]
}

const kinds = Object.entries(builtInFigures).flatMap(([kind, build]) =>
  (['en', 'fr'] as const).map((language) => ({ kind, language, build })),
)

function rolesIn(node: Read, role: string): Read[] {
  const inside = (node.children ?? []).flatMap((kid) => ('role' in kid ? rolesIn(kid, role) : []))
  return node.role === role ? [node, ...inside] : inside
}

/** What pdf.js, as a reader of its own, has to say of a cell. */
function heard(cell: Read): string {
  return rolesIn(cell, 'Span')
    .map(({ alt }) => alt ?? '')
    .join('')
}

function written(cell: Cell): string {
  return cell.content
    .map((one) =>
      one.type === 'text' ? one.text : one.type === 'citation' ? ` [${one.numbers.join(', ')}]` : '',
    )
    .join('')
}

describe.each(kinds)('a figure, $kind in $language,', ({ language, build }) => {
  const spec = build(language)
  const drawn = numberedFigure(spec, language, {
    sources: ['one', 'two', 'three'],
    cite: () => ({ type: 'citation', sources: ['three', 'one'] }),
  })
  const { alt, table } = drawn
  const figure: Figure = { ...drawn, number: 3, caption: [text('Drawn')], note: [text('Said beneath')] }

  it('is followed by a table of its data, with its heads, for screen readers', async () => {
    const rendered = await renderPdf(model([figure], { language }), theme(), host)
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
    const pdf = await getDocument({ data: new Uint8Array(rendered.value.bytes), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    const tree = (await page.getStructTree()) as Read
    const [group] = rolesIn(tree, 'Div')
    const parts = (group?.children ?? []).filter((kid): kid is Read => 'role' in kid)
    expect(parts.map(({ role }) => role)).toEqual(['Caption', 'Figure', 'Table', 'P'])
    const [, drawn, data] = parts as [Read, Read, Read]
    expect(drawn.alt).toBe(alt)
    const title = language === 'fr' ? 'Données de la figure 3' : 'Data of Figure 3'
    expect(heard(rolesIn(data, 'Caption')[0] as Read)).toBe(title)
    const rows = rolesIn(data, 'TR').map((row) =>
      (row.children ?? []).filter((kid): kid is Read => 'role' in kid),
    )
    expect(rows.map((cells) => cells.map(heard))).toEqual(
      [...table.head, ...table.rows.map(({ cells }) => cells)].map((cells) => cells.map(written)),
    )
    const [head, ...body] = rows as [Read[], ...Read[][]]
    expect(head.every(({ role }) => role === 'TH')).toBe(true)
    expect(body.map(([first]) => first?.role)).toEqual(table.rows.map(() => 'TH'))
    const shown = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(shown).not.toContain(title)
    await pdf.destroy()

    const tagged = readTagged(rendered.value.bytes)
    expect(structureFaults(tagged)).toEqual([])
    const scopes = elementsOf(tagged.root).filter(({ role }) => role === 'TH')
    const inHead = ({ parent }: TaggedElement) => parent?.parent?.kids.filter(isElement)[1] === parent
    expect(scopes.map((cell) => cell.scope)).toEqual(scopes.map((cell) => (inHead(cell) ? 'Column' : 'Row')))
  })
})

describe('the text of a figure', () => {
  it('is drawn once: a bright outline under a label is no text', async () => {
    const build = builtInFigures.routeMap
    if (!build) throw new Error('no map')
    const rendered = await renderPdf(model([numberedFigure(build('en'), 'en')]), theme(), host)
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
    const [drawn] = elementsOf(readTagged(rendered.value.bytes).root).filter(({ role }) => role === 'Figure')
    const words = drawn?.kids.map((kid) => (isElement(kid) ? '' : kid.text)).join('') ?? ''
    expect(words.match(/Lobito/g)).toHaveLength(1)
    expect(words.match(/500.km/g)).toHaveLength(1)
  })
})
