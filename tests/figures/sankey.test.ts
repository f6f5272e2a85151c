import { describe, expect, it } from 'vitest'
import { buildSankey, describeFigure, drawFigure, type SankeySpec } from '../../engine/figures/index.js'
import { textsOf } from '../../engine/figures/label.js'
import { layoutSankey, unknownWidth } from '../../engine/figures/sankey/layout-sankey.js'
import { filePlace } from '../base/file-place.js'
import { all, canvas, codesOf, flow, invented, textFaults, unwrap, widths } from './board.js'

const known = (value: number, unit = 't') =>
  `{ value: ${value}, unit: ${unit}, status: confirmed, sources: [first] }`

function build(...flows: string[]) {
  return buildSankey(all(invented({ flows: flows.join('\n') }), 'flows'), {}, 'en')
}

const box = { x: 0, y: 0, width: 200, height: 300 }

describe('a sankey', () => {
  it('keeps sums: bands are as wide as their amounts, and a bar as wide as what goes through it', () => {
    const spec = unwrap(
      build(
        flow('a', 'North', 'Port', known(30)),
        flow('b', 'South', 'Port', known(10)),
        flow('c', 'Port', 'World', known(40)),
      ),
    )
    const { nodes, links } = layoutSankey(spec, box, 20)
    const scale = (links[0]?.width ?? 0) / 30
    expect(links.map(({ width }) => width / scale)).toEqual(
      [30, 10, 40].map((value) => expect.closeTo(value, 6)),
    )
    const port = nodes[spec.nodes.findIndex(({ label }) => label === 'Port')]
    expect((port?.y1 ?? 0) - (port?.y0 ?? 0)).toBeCloseTo(40 * scale, 6)
  })

  it('draws what is not known hatched, at one width, and says so', () => {
    const spec = unwrap(
      build(flow('a', 'North', 'World', known(500)), flow('b', 'South', 'World'), flow('c', 'East', 'World')),
    )
    const widthsOfUnknown = layoutSankey(spec, box, 20).links.filter(({ link }) => !link.amount)
    for (const { width } of widthsOfUnknown) expect(width).toBeCloseTo(unknownWidth, 1)
    const scene = drawFigure(spec, canvas(237, 'en'))
    expect(textsOf(scene).map(({ text }) => text)).toContain('Hatched: amount not disclosed')
    expect(describeFigure(spec, 'en').alt).toContain('not disclosed: 2')
  })

  it('draws flows none of which is known', () => {
    const spec = unwrap(build(flow('a', 'North', 'World'), flow('b', 'South', 'World')))
    const board = canvas(237, 'en')
    expect(textFaults(drawFigure(spec, board), board)).toEqual([])
  })

  it('converts amounts to one unit, and prints each in its own', () => {
    const spec = unwrap(
      build(flow('a', 'North', 'World', known(2, 'kt')), flow('b', 'South', 'World', known(500))),
    )
    expect(spec.links.map(({ amount }) => amount?.high)).toEqual([2, 0.5])
    expect(spec.links[1]?.printed).toBe('500\u202ft')
  })

  it('refuses a circle, and names it', () => {
    const outcome = build(flow('a', 'North', 'Port'), flow('b', 'Port', 'World'), flow('c', 'World', 'North'))
    expect(codesOf(outcome)).toEqual(['graphics/cycle'])
    expect(!outcome.ok && outcome.diagnostics[0]?.message).toContain('“North” → “Port” → “World” → “North”')
  })

  it('refuses a flow that ends where it began', () => {
    expect(codesOf(build(flow('a', 'Port', 'Port')))).toEqual(['graphics/cycle'])
  })

  it('refuses amounts that measure different things, zero and less', () => {
    const outcome = build(
      flow('a', 'North', 'World', known(1)),
      flow('b', 'South', 'World', known(1, 'USD')),
      flow('c', 'East', 'World', known(0)),
      flow('d', 'West', 'World', known(-3)),
    )
    expect(codesOf(outcome)).toEqual([
      'graphics/mixed-units',
      'graphics/not-positive',
      'graphics/not-positive',
    ])
    expect(!outcome.ok && filePlace(outcome.diagnostics[0]?.at).file).toBe('casebook/flows.yaml')
  })

  it('refuses no flows at all', () => {
    expect(codesOf(buildSankey([], {}, 'en'))).toEqual(['graphics/empty'])
  })

  it('shortens a label of 2,000 characters in the picture, and keeps it whole in the table', () => {
    const long = 'Very long harbour name '.repeat(90).trim()
    const spec: SankeySpec = unwrap(
      build(flow('a', long, 'World', known(1)), flow('b', long, long.toUpperCase())),
    )
    for (const width of widths) {
      const board = canvas(width, 'en')
      const scene = drawFigure(spec, board)
      expect(textFaults(scene, board)).toEqual([])
      expect(textsOf(scene).some(({ text }) => text.endsWith('…'))).toBe(true)
    }
    expect(JSON.stringify(describeFigure(spec, 'en').table)).toContain(long)
    expect(describeFigure(spec, 'en').alt.length).toBeLessThan(1000)
  })

  it('refuses more places than a page holds, and ways longer than it is wide', () => {
    const chain = Array.from({ length: 300 }, (_, index) => flow(`f${index}`, `P${index}`, `P${index + 1}`))
    expect(codesOf(build(...chain))).toEqual(['graphics/too-many'])
    expect(codesOf(build(...chain.slice(0, 8)))).toEqual(['graphics/too-many'])
    expect(codesOf(build(...chain.slice(0, 6)))).toEqual([])
  })
})
