import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../engine/base/index.js'
import type { Figure } from '../../../engine/document/index.js'
import { buildModel } from '../../../engine/model/index.js'
import { atlas } from '../../figures/board.js'
import { readInlines } from '../../small/read-blocks.js'
import { document, faults, templateOf, text } from '../../small/trial.js'
import { twoDeals } from '../../small/two-deals.js'

const bars = '{{barChart deals fields="stake" caption="Stakes" note="Rounded." id="stakes"}}'

describe('figures from records', () => {
  it('T12 have caption, number, words, data table and a line of sources made from the data', () => {
    const [figure] = document(bars).blocks as [Figure]
    expect(figure).toMatchObject({ type: 'figure', id: 'stakes', number: 1, spec: { type: 'barChart' } })
    expect(figure.alt).toContain('40%')
    expect(readInlines(figure.note ?? [])).toBe('Source: [1] Rounded.')
    expect(figure.table.rows).toHaveLength(1)
  })
  it('T12 take words and source that the author gives', () => {
    const [figure] = document('{{barChart deals fields="stake" alt="Mine" source="A survey"}}').blocks as [
      Figure,
    ]
    expect(figure.alt).toBe('Mine')
    expect(readInlines(figure.note ?? [])).toBe('Source: A survey')
    expect(figure.number).toBeUndefined()
  })
  it('T12 are listed, referred to and numbered with the pictures', () => {
    expect(
      text(
        `{{listOfFigures}}\n\n{{ref "stakes"}}\n\n{{image "assets/a.png" alt="A" caption="B"}}\n\n${bars}`,
      ),
    ).toBe(
      'Figure 1 figure-1: B\nFigure 2 stakes: Stakes\np <stakes: Figure 2>\nimage 1 assets/a.png (A) B\nfigure 2 barChart Stakes',
    )
  })
  it('T12 say what is wrong with their data, at a place', () => {
    expect(faults('{{sankey flows}}')).toMatchObject([
      { severity: 'error', code: 'graphics/empty', at: { line: 13, column: 1 } },
    ])
    expect(faults('{{barChart deals}}')[0]).toMatchObject({ code: 'template/argument' })
    expect(faults('{{timeline deals}}')[0]).toMatchObject({ code: expect.stringMatching(/^graphics\//) })
    expect(faults('{{routeMap deals}}')).toMatchObject([{ code: 'template/no-atlas' }])
    expect(faults('{{routeMap deals}}', { atlas })[0]).toMatchObject({ code: 'graphics/no-coordinates' })
  })
  it('T12 are held to the rules of evidence like what is printed', () => {
    const stale = structuredClone(twoDeals())
    stale.staleAfterDays = { deals: 30 }
    const stake = stale.collections.deals[0]?.fields.stake
    if (stake?.kind === 'claim') stake.claim.asOf = '2020-01-01'
    const library = { templates: new Map(), layouts: new Map(), partials: new Map(), themes: new Map() }
    const brief = { template: 'trial', language: 'en' as const, parameters: {}, narrative: {} }
    const codes = (body: string) => {
      const input = { casebook: stale, library, template: templateOf(body), brief, today: '2026-03-02' }
      return diagnosticsOf(buildModel(input)).map((one) => one.code)
    }
    expect(codes(bars)).toContain('evidence/stale-claim')
    expect(codes('{{statTable deals fields="stake"}}')).toContain('evidence/stale-claim')
    expect(codes('{{barChart deals fields="price"}}')).not.toContain('evidence/stale-claim')
  })
  it('T12 make a table with years as columns', () => {
    expect(text('{{statTable deals fields="stake, volume" caption="C"}}')).toContain('table 1 C\n')
  })
})
