import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticsOf, placeKey } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { parseTemplate } from '../../engine/template/index.js'
import { dealWith, smallFiles } from '../small/casebook.js'

const inShort = (found: readonly Diagnostic[]) => found.map(({ code, at }) => `${code} ${at && placeKey(at)}`)

/** What is said of a casebook with one deal, whose sixth line and those after it are `lines`. */
function ofDeal(...lines: string[]): string[] {
  const casebook = parseCasebook(smallFiles(dealWith(...lines)))
  if (!casebook.ok) return inShort(casebook.diagnostics)
  return inShort([...casebook.warnings, ...checkEvidence(casebook.value)])
}

const claim = (value: string) => `price: { value: ${value}, status: confirmed, sources: [first] }`

const ofBrief = (text: string) => inShort(diagnosticsOf(parseBrief({ path: 'b.yaml', text })))

describe('a text without quotation marks', () => {
  it.each([
    ['Lot #4 of the tender', ['evidence/cut-text casebook/deals.yaml:7:16']],
    ['Lot\t#4', ['evidence/cut-text casebook/deals.yaml:7:16']],
    ['Lot in two\n      lines #4', ['evidence/cut-text casebook/deals.yaml:8:13']],
    ['"Lot 4" # of the tender', []],
    ['{ en: "Lot #4", fr: "Lot #4" } # both', []],
    ['Lot 4#2', []],
    ['Lot 4\n  # of the tender', []],
    ['5 # days', []],
    ['2026-02-03 # a Tuesday', []],
    ['Lot 4 #', []],
  ])('A8 is not cut off at a # unsaid, in the casebook: %s', (value, expected) => {
    expect(ofDeal('price:', `  value: ${value}`, '  status: confirmed', '  sources: [first]')).toEqual(
      expected,
    )
  })
  it('A8 is told of in a claim, and in each language of a text', () => {
    expect(
      ofDeal('price:', '  value: Payment due # 30 days', '  status: confirmed', '  sources: [first]'),
    ).toEqual(['evidence/cut-text casebook/deals.yaml:7:24'])
    expect(
      ofDeal(
        'price:',
        '  value:',
        '    en: Paid #1',
        '    fr: Payé #1',
        '  status: confirmed # so it is',
        '  sources: [first]',
      ),
    ).toEqual(['evidence/cut-text casebook/deals.yaml:8:16', 'evidence/cut-text casebook/deals.yaml:9:16'])
  })
  it('A8 is told of in a brief, but not after an id, a day or a flag', () => {
    expect(
      ofBrief(
        'template: t # the short one\nissued: 2026-02-03 # a Tuesday\ndossier: false # internal\ntitle: Lot #4\nparameters:\n  deal: sale # the big one\n  office: Desk #2 of the ministry\nnarrative:\n  body: Pay #3\n  other: | # as agreed\n    text # is text\n',
      ),
    ).toEqual(['brief/cut-text b.yaml:4:12', 'brief/cut-text b.yaml:7:16', 'brief/cut-text b.yaml:9:13'])
  })
  it('A8 is told of at the head of a template', () => {
    const text =
      "---\nid: t # short\ntitle: Lot #4\ndescription: { en: D, fr: D }\nkind: k\nlanguages: [en]\nversion: '1'\nsections:\n  - id: a # first\n    title: A\n    guidance: Say #1 and #2\n---\n"
    expect(inShort(diagnosticsOf(parseTemplate({ path: 't.hbs', text })))).toEqual([
      'template/cut-text t.hbs:3:12',
      'template/cut-text t.hbs:11:19',
    ])
  })
  // With each sign more it took twice as long.
  it('A8 looks for them in a long row of signs, too', () => {
    expect(ofBrief(`template: t\ntitle: "${'&'.repeat(70)} and ${'!'.repeat(70)}"\n`)).toEqual([])
    expect(
      ofBrief(`template: t\nparameters:\n  {\n    a: "x\n\n ${'&'.repeat(60)}\\n"\n  }\ntitle: T\n`),
    ).toEqual([])
  })

  it('A8 keeps what YAML takes for a name or a kind, or it is said', () => {
    expect(ofBrief('template: t\ntitle: &Sons Ltd\n')).toEqual(['brief/lost-mark b.yaml:2:8'])
    expect(ofBrief('template: t\ntitle: !new Deal\n')).toEqual(['brief/yaml-syntax b.yaml:2:13'])
    expect(ofBrief('template: t\ntitle: Ltd & Sons!\n')).toEqual([])
    expect(ofDeal(claim('&Co Ltd'))).toEqual(['casebook/lost-mark casebook/deals.yaml:6:19'])
  })
})

describe('a number in the casebook', () => {
  it.each(['00652', '0x1F', '0o17', '12e5', '1.2e-3', '+5', '.5', '5.', '1e21', '123456789.1234567', '2025'])(
    'A9 is not printed otherwise than it is written unsaid: %s',
    (written) => {
      const code = 'evidence/number-as-written casebook/deals.yaml:6:19'
      expect(ofDeal(claim(written))).toEqual([code])
      expect(ofDeal(claim(`"${written}x"`))).toEqual([])
    },
  )
  it.each([
    '3.0',
    '-4.60',
    '1739',
    '0.5',
    '[6, 8]',
    '1_000',
    'yes',
    'off',
    '12:30',
    '123456789.12345',
    'true',
  ])('A9 is left alone where it is printed as it is written: %s', (written) => {
    expect(ofDeal(claim(written))).toEqual([])
  })
  it('A9 is no year where it has a unit, and is one between quotation marks', () => {
    expect(ofDeal('price: { value: 2025, unit: count, status: confirmed, sources: [first] }')).toEqual([])
    expect(ofDeal(claim('"2025"'))).toEqual([])
    expect(ofDeal(claim('[2024, 2026]'))).toHaveLength(2)
  })
  it('A9 is told of in parts of a whole and in places, too', () => {
    expect(ofDeal(claim('[{ name: A, percent: 05 }]'))).toHaveLength(1)
    expect(ofDeal(claim('{ latitude: 1e1, longitude: 2 }'))).toHaveLength(1)
  })
  it.each(['.inf', '.nan', '1e999', '~'])('A9 is refused where it is none: %s', (written) => {
    expect(ofDeal(claim(written))).toEqual(['casebook/wrong-type casebook/deals.yaml:6:19'])
  })
  it('A9 is not taken for another field, nor one for two', () => {
    expect(ofDeal(claim('1,000'))).not.toEqual([])
    expect(ofDeal(claim('5'), claim('6'))).toEqual(['casebook/yaml-syntax casebook/deals.yaml:7:3'])
    expect(ofDeal('<<: { a: 1 }')).not.toEqual([])
  })
})
