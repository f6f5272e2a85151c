import { describe, expect, it } from 'vitest'
import { diagnosticsOf, placeKey } from '../../engine/base/index.js'
import { findAnywhere, findRecord, parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { dealWith, smallFiles } from '../small/casebook.js'

/** Each fault, of form or evidence, as `file:line:column code`, its message and its first hint. */
function faults(files: Record<string, string>): string[] {
  const outcome = parseCasebook(smallFiles(files))
  const evidence = outcome.ok ? checkEvidence(outcome.value) : []
  return [...diagnosticsOf(outcome), ...evidence].map(
    ({ at, code, message, hints }) => `${at && placeKey(at)} ${code}: ${message} (${hints[0] ?? 'no hint'})`,
  )
}

function claimOf(written: string) {
  const outcome = parseCasebook(smallFiles(dealWith(`stake: ${written}`)))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics))
  const field = findRecord(outcome.value, 'deals', 'one')?.fields.stake
  if (field?.kind !== 'claim') throw new Error('no claim')
  const { at, ...claim } = field.claim
  return { at, claim }
}

describe('a claim', () => {
  it('has its value, unit, provenance and place', () => {
    const { claim, at } = claimOf(
      '{ value: 40, unit: percent, bound: about, measure: { en: of it, fr: de cela }, asOf: 2026-02, status: reported, sources: [first], derived: true, note: N }',
    )
    expect(claim).toEqual({
      value: { kind: 'number', number: 40 },
      unit: 'percent',
      bound: 'about',
      measure: { en: 'of it', fr: 'de cela' },
      asOf: '2026-02',
      status: 'reported',
      sources: ['first'],
      derived: true,
      note: 'N',
    })
    expect(at).toMatchObject({ file: 'casebook/deals.yaml', line: 6, column: 10 })
  })

  it.each([
    ['7', { kind: 'number', number: 7 }],
    ['[240000, 290000]', { kind: 'range', low: 240000, high: 290000 }],
    ['2026-02-03', { kind: 'date', date: '2026-02-03' }],
    ['2026-02', { kind: 'date', date: '2026-02' }],
    ["'2026'", { kind: 'date', date: '2026' }],
    ['joint venture', { kind: 'text', text: 'joint venture' }],
    ['{ en: yes indeed, fr: oui }', { kind: 'text', text: { en: 'yes indeed', fr: 'oui' } }],
    ['[zinc, { en: lead, fr: plomb }]', { kind: 'list', items: ['zinc', { en: 'lead', fr: 'plomb' }] }],
    ['{ latitude: -11.7, longitude: 27.2 }', { kind: 'place', latitude: -11.7, longitude: 27.2 }],
    ['true', { kind: 'flag', flag: true }],
    [
      '[{ name: A, percent: 62 }, { name: B }]',
      { kind: 'shares', shares: [{ name: 'A', percent: 62 }, { name: 'B' }] },
    ],
  ])('reads %s as what it is', (written, value) => {
    expect(claimOf(`{ value: ${written}, status: confirmed, sources: [first] }`).claim.value).toEqual(value)
  })

  it('may speak for a period', () => {
    const { claim } = claimOf('{ value: 7, asOf: 2021/2024, status: confirmed, sources: [first] }')
    expect(claim).toMatchObject({ since: '2021', asOf: '2024' })
  })

  it('reads a year without quotation marks as a date where a date belongs', () => {
    expect(claimOf('{ value: 7, asOf: 2025, status: confirmed, sources: [first] }').claim.asOf).toBe('2025')
  })

  it('gives a reading without a unit the unit of the claim', () => {
    const { claim } = claimOf(
      '{ value: 40, unit: percent, status: disputed, sources: [first], alternatives: [{ value: 28, sources: [second] }] }',
    )
    expect(claim.alternatives).toEqual([
      { value: { kind: 'number', number: 28 }, unit: 'percent', sources: ['second'] },
    ])
  })

  it('needs no source while it is unknown', () => {
    expect(claimOf('{ value: not found, status: unknown }').claim.sources).toEqual([])
  })
})

describe('a fault', () => {
  const claim = 'status: confirmed, sources: [first]'

  it.each([
    [
      'a file that is not YAML',
      { deals: '- id: one\n  name: [One\n  kind: sale\n' },
      'casebook/deals.yaml:3:3 casebook/yaml-syntax: found the end of a list, expected `]` before it (close the bracket with `]`)',
    ],
    [
      'a field written twice',
      { actors: '- id: acme\n  name: Acme\n  name: Acme\n  kind: company\n' },
      'casebook/actors.yaml:3:3 casebook/yaml-syntax: found a field twice, expected it once (remove one of the two)',
    ],
    [
      'a tab',
      { actors: '- id: acme\n\tname: Acme\n' },
      'casebook/actors.yaml:2:2 casebook/yaml-syntax: found a tab at the beginning of the line, expected spaces (indent with spaces)',
    ],
    [
      'two documents in one file',
      { actors: '- id: acme\n  name: Acme\n  kind: company\n---\n- id: other\n' },
      'casebook/actors.yaml:4:1 casebook/yaml-syntax: found `---` within the file, expected one list of records (remove the line `---`)',
    ],
    [
      'brackets without end',
      { gaps: '['.repeat(5000) },
      /casebook\/yaml-syntax: found lists or groups more than 100 deep within each other/,
    ],
    [
      'an alias',
      { actors: '- id: acme\n  name: &n Acme\n  kind: company\n- id: other\n  name: *n\n  kind: company\n' },
      'casebook/actors.yaml:5:9 casebook/alias: found the alias `*n`, expected the value itself (write the value out instead of `*` and `&`)',
    ],
    [
      'a file of no collection',
      { dealz: '- id: one\n' },
      'casebook/dealz.yaml:1:1 casebook/unknown-collection: `casebook/dealz.yaml` is the file of no collection (did you mean `casebook/deals.yaml`?)',
    ],
    [
      'a field that is not known',
      dealWith(`stkae: { value: 40, unit: percent, ${claim} }`),
      'casebook/deals.yaml:6:3 casebook/unknown-field: no field `stkae` in `deals` (did you mean `stake`?)',
    ],
    [
      'a field of a claim that is not known',
      dealWith(`stake: { value: 40, unti: percent, ${claim} }`),
      'casebook/deals.yaml:6:23 casebook/unknown-field: no field `unti` in a claim (did you mean `unit`?)',
    ],
    [
      'a required field that is missing',
      { actors: '- id: acme\n  name: Acme\n' },
      'casebook/actors.yaml:1:3 casebook/missing-field: `acme` has no `kind` (add `kind: …`)',
    ],
    [
      'a claim without a value',
      dealWith(`stake: { ${claim} }`),
      'casebook/deals.yaml:6:10 casebook/missing-field: `stake` has no `value` (add `value: …`)',
    ],
    [
      'a claim without a status',
      dealWith('stake: { value: 40, unit: percent, sources: [first] }'),
      'casebook/deals.yaml:6:10 casebook/missing-field: `stake` has no `status` (add `status: …`)',
    ],
    [
      'text where a claim belongs',
      dealWith('stake: 40'),
      'casebook/deals.yaml:6:10 casebook/wrong-type: found `40` for `stake`, expected a claim (write `{ value: …, status: …, sources: […] }`)',
    ],
    [
      'a number where text belongs',
      { actors: '- id: acme\n  name: 12\n  kind: company\n' },
      /^casebook\/actors\.yaml:2:9 casebook\/wrong-type: found `12`, expected text \(write text, or one text per language: `\{en: …, fr: …\}`\)/,
    ],
    [
      'one id where a list belongs',
      dealWith('stake: { value: 40, unit: percent, status: confirmed, sources: first }'),
      'casebook/deals.yaml:6:66 casebook/wrong-type: found `first`, expected a list of source ids (write `[first]`)',
    ],
    [
      'a unit that is not known',
      dealWith(`stake: { value: 40, unit: percnt, ${claim} }`),
      'casebook/deals.yaml:6:29 casebook/unknown-unit: found `percnt`, expected a unit (did you mean `percent`?)',
    ],
    [
      'a status that is not known',
      dealWith('stake: { value: 40, unit: percent, status: confrmed, sources: [first] }'),
      'casebook/deals.yaml:6:46 casebook/unknown-status: found `confrmed`, expected a status (did you mean `confirmed`?)',
    ],
    [
      'a bound that is not known',
      dealWith(`stake: { value: 40, unit: percent, bound: abuot, ${claim} }`),
      'casebook/deals.yaml:6:45 casebook/unknown-bound: found `abuot`, expected a bound (did you mean `about`?)',
    ],
    [
      'a term that is not known',
      { actors: '- id: acme\n  name: Acme\n  kind: compny\n' },
      'casebook/actors.yaml:3:9 casebook/unknown-term: found `compny`, expected a term of `casebook.yaml` (did you mean `company`?)',
    ],
    [
      'an id used twice',
      { actors: '- id: acme\n  name: Acme\n  kind: company\n- id: acme\n  name: Acme 2\n  kind: company\n' },
      'casebook/actors.yaml:4:7 casebook/duplicate-id: `acme` is already the id of a record on line 1 (give one of the two another id)',
    ],
    [
      'an id that is not kebab-case',
      { assets: '- id: Kamoa Kakula\n  name: Kamoa\n' },
      'casebook/assets.yaml:1:7 casebook/bad-id: found `Kamoa Kakula`, expected an id in kebab-case: small letters, digits and hyphens (write `kamoa-kakula`)',
    ],
    [
      'a reference to no record',
      { deals: '- id: one\n  name: One\n  parties: [acne]\n  kind: sale\n  status: announced\n' },
      'casebook/deals.yaml:3:13 casebook/unresolved-reference: found `acne`, expected the id of a record in `actors` (did you mean `acme`?)',
    ],
    [
      'a source that is not there',
      dealWith('stake: { value: 40, unit: percent, status: confirmed, sources: [frist] }'),
      'casebook/deals.yaml:6:67 evidence/dead-source: found `frist`, expected the id of a record in `sources` (did you mean `first`?)',
    ],
    [
      'a claim without source',
      dealWith('stake: { value: 40, unit: percent, status: confirmed }'),
      'casebook/deals.yaml:6:10 evidence/unsourced-claim: `stake` has no source; every claim that is not `unknown` needs at least one (add `sources: [id of a source]`)',
    ],
    [
      'a reading without source',
      dealWith(`stake: { value: 40, unit: percent, ${claim}, alternatives: [{ value: 28 }] }`),
      'casebook/deals.yaml:6:90 evidence/unsourced-claim: a reading of `stake` has no source; each reading names those that give it (add `sources: [id of a source]`)',
    ],
    [
      'readings in units that do not fit',
      dealWith(
        `stake: { value: 40, unit: percent, ${claim}, alternatives: [{ value: 28, unit: kt, sources: [second] }] }`,
      ),
      'casebook/deals.yaml:6:109 casebook/unit-mix: found `kt` (mass), but `stake` is in `percent` (ratio) (give the reading in a unit of ratio)',
    ],
    [
      'a range with a unit in one end',
      dealWith(`stake: { value: [240, 290 kt], unit: t, ${claim} }`),
      'casebook/deals.yaml:6:25 casebook/unit-mix: found `290 kt` among the numbers of `stake`, expected `[low, high]` in one unit (write both ends as bare numbers and the unit under `unit`)',
    ],
    [
      'a range upside down',
      dealWith(`stake: { value: [290, 240], unit: t, ${claim} }`),
      /^casebook\/deals\.yaml:6:19 casebook\/bad-range: found a list, expected two ends, the lower first/,
    ],
    [
      'a unit on words',
      dealWith(`stake: { value: about half, unit: percent, ${claim} }`),
      'casebook/deals.yaml:6:37 casebook/unit-without-figure: found the unit `percent` for `stake`, whose value is no figure but a text (leave the unit out, or write the value as a bare number)',
    ],
    [
      'a latitude off the map',
      {
        assets: `- id: mine\n  name: Mine\n  location: { value: { latitude: 85.1, longitude: 27 }, ${claim} }\n`,
      },
      'casebook/assets.yaml:3:34 casebook/out-of-range: found `85.1` for `latitude`, expected a latitude from -85.06 to 85.06 (check the figure for a slip of sign or decimal point)',
    ],
    [
      'a share of more than the whole',
      { assets: `- id: mine\n  name: Mine\n  owners: { value: [{ name: A, percent: 620 }], ${claim} }\n` },
      'casebook/assets.yaml:3:41 casebook/out-of-range: found `620`, expected a percentage from 0 to 100 (check the figure for a slip of sign or decimal point)',
    ],
    [
      'text that lacks a language',
      dealWith(`stake: { value: { en: half }, ${claim} }`),
      'casebook/deals.yaml:6:19 evidence/missing-language: `stake` of `one` has no `fr`; the casebook is in en and fr (add `fr: …`)',
    ],
    [
      'a day that the calendar does not have',
      dealWith(`signed: { value: 2026-02-30, ${claim} }`),
      /^casebook\/deals\.yaml:6:20 casebook\/bad-date: found `2026-02-30`, expected a date such as/,
    ],
    [
      'a collection that is no list',
      { deals: 'one:\n  name: One\n' },
      'casebook/deals.yaml:1:1 casebook/wrong-type: found a group of fields, expected a list of records (begin each record with `- id: …`)',
    ],
    [
      'an id that two collections have, where either could be meant',
      {
        assets: '- id: acme\n  name: Acme\n',
        gaps: '- id: gap\n  text: { en: Unknown, fr: Inconnu }\n  about: [acme]\n',
      },
      'casebook/gaps.yaml:3:11 casebook/ambiguous-reference: `acme` is a record in `actors` and in `assets` (write `actors/acme` or `assets/acme`)',
    ],
  ])('is shown for %s', (_, files, expected) => {
    const found = faults(files as Record<string, string>)
    expect(found).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)])
  })

  it('is shown for a missing casebook.yaml', () => {
    const outcome = parseCasebook(smallFiles().slice(1))
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'casebook/missing-file', at: { file: 'casebook/casebook.yaml' } }],
    })
  })

  it.each([
    ['asOf: 2026-02-28', 'asOf: 2026-02', 'casebook.yaml:4:7 casebook/bad-date'],
    ['languages: [en, fr]', 'languages: [en, de]', 'casebook.yaml:3:17 casebook/unknown-language'],
    ['    stake:', '    status:', 'casebook.yaml:13:5 casebook/claim-name-taken'],
    ['    stake:', '    constructor:', 'casebook.yaml:13:5 casebook/bad-claim-name'],
    ['  deals:', '  deels:', 'casebook.yaml:12:3 casebook/unknown-collection'],
    ['title: Test', 'titel: Test', 'casebook.yaml:1:1 casebook/unknown-field'],
    [
      'title: Test\n',
      '',
      'casebook.yaml:1:1 casebook/missing-field: `casebook.yaml` has no `title` (add `title: …`)',
    ],
  ])('in casebook.yaml: %s written as %s', (right, wrong, expected) => {
    const header = smallFiles()[0]?.text.replace(right, wrong) ?? ''
    expect(
      faults({ casebook: header }).map((fault) => fault.replace('casebook/casebook', 'casebook')),
    ).toContainEqual(expect.stringContaining(expected))
  })

  it('comes with all the others, across files and in their order', () => {
    const found = faults({
      actors:
        '- id: acme\n  name: Acme\n  kind: compny\n- id: Bad Id\n  name: { en: Only }\n  kind: company\n',
      ...dealWith(
        'stake: { value: 40, unit: percnt, status: confrmed, sources: [frist] }',
        'signed: { value: 2026-02-03 }',
      ),
    })
    expect(found.map((fault) => fault.split(': ')[0])).toEqual([
      'casebook/actors.yaml:3:9 casebook/unknown-term',
      'casebook/actors.yaml:4:7 casebook/bad-id',
      'casebook/actors.yaml:5:9 evidence/missing-language',
      'casebook/deals.yaml:6:29 casebook/unknown-unit',
      'casebook/deals.yaml:6:45 casebook/unknown-status',
      'casebook/deals.yaml:6:65 evidence/dead-source',
      'casebook/deals.yaml:7:11 casebook/missing-field',
      'casebook/deals.yaml:7:11 evidence/unsourced-claim',
    ])
  })

  it('in one file raises none in those that refer to it', () => {
    const found = faults({ actors: '- id: acme\n  name: [Acme\n', ...dealWith() })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('casebook/actors.yaml')
  })
})

describe('a casebook', () => {
  it('has an empty collection where a file is missing or empty', () => {
    const outcome = parseCasebook(smallFiles({ deals: '# none yet\n' }))
    expect(outcome).toMatchObject({ ok: true, value: { collections: { deals: [], risks: [] } } })
  })

  it('passes over files that are none of its own', () => {
    const files = [
      ...smallFiles(),
      { path: 'briefs/one.yaml', text: ': [' },
      { path: 'casebook/notes.md', text: '' },
    ]
    expect(parseCasebook(files)).toMatchObject({ ok: true })
  })

  it('lists the fields of a collection, core ones first', () => {
    const outcome = parseCasebook(smallFiles())
    const names = outcome.ok ? outcome.value.schema.deals.map((field) => field.name) : []
    expect(names).toEqual([
      'name',
      'parties',
      'kind',
      'status',
      'about',
      'stake',
      'signed',
      'price',
      'volume',
    ])
  })

  it('reads lines that end as on Windows at the same places', () => {
    const files = smallFiles(dealWith('stkae: 1')).map(({ path, text }) => ({
      path,
      text: text.replaceAll('\n', '\r\n'),
    }))
    expect(diagnosticsOf(parseCasebook(files))).toMatchObject([{ at: { line: 6, column: 3 } }])
  })

  it('may begin with a byte order mark', () => {
    const files = smallFiles(dealWith('stkae: 1')).map(({ path, text }) => ({
      path,
      text: `\ufeff${text}`,
    }))
    expect(diagnosticsOf(parseCasebook(files))).toMatchObject([{ at: { line: 6, column: 3 } }])
  })

  it('finds a record anywhere, by id or by collection and id', () => {
    const outcome = parseCasebook(smallFiles({ assets: '- id: acme\n  name: Acme mine\n' }))
    if (!outcome.ok) throw new Error('faults')
    expect(findAnywhere(outcome.value, 'first')?.collection).toBe('sources')
    expect(findAnywhere(outcome.value, 'assets/acme')?.collection).toBe('assets')
    expect(findAnywhere(outcome.value, 'nobody')).toBeUndefined()
  })
})
