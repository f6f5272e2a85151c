import { describe, expect, it } from 'vitest'
import {
  buildRiskMatrix,
  buildSankey,
  describeFigure,
  drawFigure,
  type FigureSpec,
  figureKinds,
} from '../../engine/figures/index.js'
import { textsOf } from '../../engine/figures/label.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { canvas, textFaults, unwrap, widths } from './board.js'
import { builtInFigures } from './built-in-figures.js'
import { textOfTable } from './text-of-table.js'

const casebook = builtInCasebook()
const { flows, risks } = casebook.collections

describe.each(Object.entries(builtInFigures))('a figure of the built-in casebook: %s', (_, build) => {
  it.each(widths.flatMap((width) => (['en', 'fr'] as const).map((language) => ({ width, language }))))(
    'has no label on another, outside the picture or under 7 points ($width points, $language)',
    ({ width, language }) => {
      const board = canvas(width, language)
      const scene = drawFigure(build(language), board)
      expect(scene.width).toBe(width)
      expect(textFaults(scene, board)).toEqual([])
    },
  )

  it('is the same when it is made again, from a spec that was saved as JSON', () => {
    const board = canvas(493, 'fr')
    const first = JSON.stringify(drawFigure(build('fr'), board))
    const saved = JSON.parse(JSON.stringify(build('fr'))) as FigureSpec
    expect(JSON.stringify(drawFigure(saved, board))).toBe(first)
  })

  it('holds no number that a page cannot draw', () => {
    expect(JSON.stringify(drawFigure(build('en'), canvas(237, 'en')))).not.toMatch(
      /null|NaN|Infinity|undefined/,
    )
  })

  it('has every datum in its table, with its sources, and words for who cannot see it', () => {
    for (const language of ['en', 'fr'] as const) {
      const spec = build(language)
      const cited: string[] = []
      const { alt, table } = describeFigure(spec, language, (sources) => {
        cited.push(...sources)
        return { type: 'citation', sources }
      })
      const words = textOfTable(table)
      for (const datum of dataOf(spec)) expect(words).toContain(datum)
      for (const source of sourcesOf(spec)) expect(cited).toContain(source)
      expect(alt.length).toBeGreaterThan(40)
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
    }
  })
})

describe('a kind of figure', () => {
  it.each(Object.keys(figureKinds))('is listed by the name that its specs have: %s', (name) => {
    expect(builtInFigures[name]?.('en').type).toBe(name)
  })
})

describe('a flow diagram', () => {
  it.each(['en', 'fr'] as const)(
    'names every band whose amount is known, the thinnest too (%s)',
    (language) => {
      const known = flows.filter(({ fields }) => fields.volume)
      const spec = unwrap(buildSankey(known, { casebook }, language))
      const texts = textsOf(drawFigure(spec, canvas(493, language))).map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(spec.links.map(({ printed }) => printed)))
    },
  )
})

describe('a risk matrix set across a page', () => {
  it('cuts no label of the built-in casebook while it has room for it, and stays within its page', () => {
    const spec = unwrap(buildRiskMatrix(risks, { casebook }, 'en'))
    const scene = drawFigure(spec, canvas(740, 'en'))
    expect(scene.height).toBeLessThan(400)
    const texts = textsOf(scene).map(({ text }) => text)
    expect(texts.filter((text) => text.endsWith('…'))).toEqual([])
    expect(texts).toContain('Execution')
  })

  it('lays no white over what is beneath it', () => {
    const { shapes } = drawFigure(unwrap(buildRiskMatrix(risks, { casebook }, 'en')), canvas(740, 'en'))
    const fills = shapes.flatMap((shape) => (shape.kind === 'path' && shape.fill ? [shape.fill] : []))
    expect(fills.length).toBeGreaterThan(5)
    expect(fills).not.toContain('#ffffff')
  })

  it('cuts labels rather than leave its page', () => {
    const wordy = unwrap(buildRiskMatrix(risks, { casebook }, 'en'))
    for (const entry of wordy.entries) entry.label = entry.label.repeat(5)
    expect(drawFigure(wordy, canvas(740, 'en')).height).toBeLessThan(460)
  })
})

function dataOf(spec: FigureSpec): string[] {
  switch (spec.type) {
    case 'sankey':
      return [
        ...spec.nodes.map(({ label }) => label),
        ...spec.links.flatMap(({ label, printed }) => [label, printed]),
      ]
    case 'routeMap':
      return [
        ...spec.sites.flatMap(({ label, products }) => [label, products]),
        ...spec.stops.map(({ label }) => label),
        ...spec.routes.flatMap(({ label, places, detail }) => [label, places, detail]),
      ]
    case 'riskMatrix':
      return [...spec.rows, ...spec.entries.map(({ label }) => label)]
    case 'timeline':
      return spec.events.map(({ label }) => label)
    case 'barChart':
      return spec.bars.flatMap(({ label, printed }) => [label, printed])
    case 'ownership':
      return spec.holdings.flatMap(({ label, parts }) => [
        label,
        ...parts.flatMap(({ name, printed }) => [name, printed]),
      ])
  }
}

function sourcesOf(spec: FigureSpec): string[] {
  switch (spec.type) {
    case 'sankey':
      return spec.links.flatMap(({ sources }) => sources)
    case 'routeMap':
      return spec.sites.flatMap(({ sources }) => sources ?? [])
    case 'riskMatrix':
      return spec.entries.flatMap(({ sources }) => sources)
    case 'timeline':
      return spec.events.flatMap(({ sources }) => sources)
    case 'barChart':
      return spec.bars.flatMap(({ sources }) => sources)
    case 'ownership':
      return spec.holdings.flatMap(({ sources }) => sources)
  }
}
