import { describe, expect, it } from 'vitest'
import { buildRouteMap, drawFigure, readAtlas } from '../../engine/figures/index.js'
import { textsOf } from '../../engine/figures/label.js'
import type { Position } from '../../engine/figures/route-map/atlas.js'
import { openGazetteer } from '../../engine/figures/route-map/gazetteer.js'
import { earthRadius, frameMap, scaleBar } from '../../engine/figures/route-map/projection.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { all, asset, atlas, canvas, codesOf, flow, invented, textFaults, unwrap, widths } from './board.js'

const at = (latitude: number, longitude: number) =>
  `location: { value: { latitude: ${latitude}, longitude: ${longitude} }, unit: degrees, status: confirmed, sources: [first] }`

const sheet = { top: 0, width: 400, lowest: 0.5, tallest: 400, margin: { x: 20, y: 20 }, leastSpan: 300 }

describe('the projection', () => {
  it('is Lambert’s azimuthal equal-area one', () => {
    const positions: Position[] = [
      [10, -20],
      [40, 5],
    ]
    const { projection } = frameMap(positions, sheet)
    const [turn = 0, tilt = 0] = projection.rotate()
    const radians = (degrees: number) => (degrees * Math.PI) / 180
    const origin = projection([-turn, -tilt]) ?? [0, 0]
    for (const [longitude, latitude] of [
      [12, -18],
      [35, 0],
      [28, -30],
    ] as Position[]) {
      // Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 24-2, 22-4 and 22-5.
      const [phi, lambda, phi1] = [radians(latitude), radians(longitude + turn), radians(-tilt)]
      const k = Math.sqrt(
        2 / (1 + Math.sin(phi1) * Math.sin(phi) + Math.cos(phi1) * Math.cos(phi) * Math.cos(lambda)),
      )
      const x = k * Math.cos(phi) * Math.sin(lambda)
      const y = k * (Math.cos(phi1) * Math.sin(phi) - Math.sin(phi1) * Math.cos(phi) * Math.cos(lambda))
      const [px, py] = projection([longitude, latitude]) ?? [0, 0]
      expect((px - origin[0]) / projection.scale()).toBeCloseTo(x, 6)
      expect((origin[1] - py) / projection.scale()).toBeCloseTo(y, 6)
    }
  })

  it('has all positions within its margins', () => {
    const positions: Position[] = [
      [10, -20],
      [40, 5],
      [30, -34],
    ]
    const { projection, width, height } = frameMap(positions, sheet)
    for (const position of positions) {
      const [x, y] = projection(position) ?? [0, 0]
      expect(x).toBeGreaterThanOrEqual(19.9)
      expect(x).toBeLessThanOrEqual(width - 19.9)
      expect(y).toBeGreaterThanOrEqual(19.9)
      expect(y).toBeLessThanOrEqual(height - 19.9)
    }
  })

  it('has a scale bar of a round length that is right in the middle of the map', () => {
    const { projection, width, height } = frameMap(
      [
        [10, -20],
        [40, 5],
      ],
      sheet,
    )
    const { kilometres, length } = scaleBar(projection, 80)
    expect(String(kilometres)).toMatch(/^[125]0*$/)
    const end = (half: number): number[] => {
      const position = projection.invert?.([width / 2 + half * length, height / 2]) ?? [0, 0]
      return position.map((degrees) => (degrees * Math.PI) / 180)
    }
    const [la = 0, pa = 0] = end(-0.5)
    const [lb = 0, pb = 0] = end(0.5)
    const arc = Math.acos(Math.sin(pa) * Math.sin(pb) + Math.cos(pa) * Math.cos(pb) * Math.cos(la - lb))
    expect(arc * earthRadius).toBeCloseTo(kilometres, -1)
  })
})

describe('the gazetteer', () => {
  it('finds towns by name, the nearest of several, and the casebook’s own sites first', () => {
    const casebook = builtInCasebook()
    const gazetteer = openGazetteer(atlas(), casebook, [[25, -11]])
    const names = (text: string) => gazetteer.find(text).map(({ name }) => name)
    expect(names('Port of Lobito')).toEqual(['Lobito'])
    expect(names('Ports of Beira and Walvis Bay')).toEqual(['Beira', 'Walvis Bay'])
    expect(names('Lubumbashi / Kolwezi')).toEqual(['Lubumbashi', 'Kolwezi'])
    expect(gazetteer.find('Kamoa-Kakula')[0]?.position).toEqual([25.2, -10.88])
    expect(names('Zambia border')).toEqual([])
    expect(names('Asia')).toEqual([])
  })
})

describe('a route map', () => {
  it('draws great circles, not straight lines', () => {
    const casebook = invented({ flows: flow('a', 'Lisbon', 'New York City') })
    const spec = unwrap(buildRouteMap(all(casebook, 'flows'), { casebook, atlas: atlas() }, 'en'))
    expect(spec.routes[0]?.places).toBe('Lisbon – New York City')
    const text = JSON.stringify(drawFigure(spec, canvas(493, 'en')))
    expect(text).not.toMatch(/NaN|null/)
  })

  it('shows any region, also across the 180th meridian', () => {
    const casebook = invented({
      assets: [asset('Suva bank', at(-18.1, 178.4)), asset('Apia bank', at(-13.8, -171.8))].join('\n'),
    })
    const spec = unwrap(buildRouteMap(all(casebook, 'assets'), { casebook, atlas: atlas() }, 'en'))
    const board = canvas(237, 'en')
    const scene = drawFigure(spec, board)
    const texts = textsOf(scene).map(({ text }) => text)
    expect(texts).toContain('Suva bank')
    expect(texts).toContain('Apia bank')
    expect(textFaults(scene, board)).toEqual([])
  })

  it('says which route has no coordinates, and draws the others', () => {
    const casebook = invented({
      flows: [flow('good', 'Lisbon', 'Porto'), flow('lost', 'Cloud Haven', 'Mist Haven')].join('\n'),
    })
    const outcome = buildRouteMap(all(casebook, 'flows'), { casebook, atlas: atlas() }, 'en')
    expect(codesOf(outcome)).toEqual(['graphics/no-coordinates'])
    expect(unwrap(outcome).missing).toEqual([{ label: 'lost', places: 'Cloud Haven – Mist Haven' }])
  })

  it('refuses a map on which nothing has a place', () => {
    const casebook = invented({ flows: flow('lost', 'Cloud Haven', 'Mist Haven'), assets: asset('nowhere') })
    const outcome = buildRouteMap(
      [...all(casebook, 'flows'), ...all(casebook, 'assets')],
      { casebook, atlas: atlas() },
      'en',
    )
    expect(outcome.ok).toBe(false)
    expect(new Set(codesOf(outcome))).toEqual(new Set(['graphics/no-coordinates']))
    expect(codesOf(buildRouteMap([], { atlas: atlas() }, 'en'))).toEqual(['graphics/empty'])
  })

  it('keeps apart the labels of twenty sites on one spot, or leaves some off', () => {
    const assets = Array.from({ length: 20 }, (_, index) =>
      asset(`Site number ${index}`, at(-10.7 + index * 0.02, 25.4)),
    )
    const casebook = invented({ assets: assets.join('\n') })
    const spec = unwrap(buildRouteMap(all(casebook, 'assets'), { casebook, atlas: atlas() }, 'en'))
    for (const width of widths) {
      const board = canvas(width, 'en')
      expect(textFaults(drawFigure(spec, board), board)).toEqual([])
    }
  })

  it('says what is wrong with map data that cannot be read', () => {
    expect(codesOf(readAtlas({ countries: '{', lakes: '{}', land: '{}', places: '' }))).toEqual([
      'graphics/atlas',
    ])
  })
})
