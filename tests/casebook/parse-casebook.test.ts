import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticsOf, placeKey } from '../../engine/base/index.js'
import { findAnywhere, findRecord, parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { dealWith, smallFiles } from '../small/casebook.js'
import { expectNoted, readNoted } from '../small/noted-diagnostics.js'

function diagnosticsIn(files: Record<string, string>): Diagnostic[] {
  const outcome = parseCasebook(smallFiles(files))
  const evidence = outcome.ok ? checkEvidence(outcome.value) : []
  return [...diagnosticsOf(outcome), ...evidence]
}

/** Each fault, of form or evidence, as `file:line:column code`, its message and its first hint. */
function faults(files: Record<string, string>): string[] {
  return diagnosticsIn(files).map(
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

describe('a wrong casebook', () => {
  it.each(['wrong-records', 'wrong-header'])(
    'has its faults where it says so, and nowhere else: %s',
    (name) => {
      const folder = join(import.meta.dirname, name)
      const texts = readNoted(folder).map(({ path, text }) => [/(\w+)\.yaml$/.exec(path)?.[1], text])
      expectNoted(folder, diagnosticsIn(Object.fromEntries(texts)))
    },
  )
})

describe('a fault', () => {
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
      'a collection that is no list',
      { deals: 'one:\n  name: One\n' },
      'casebook/deals.yaml:1:1 casebook/wrong-type: found a group of fields, expected a list of records (begin each record with `- id: …`)',
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
