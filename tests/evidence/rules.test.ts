import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticsOf, placeKey } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { type Casebook, parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { type EvidenceRule, evidenceRuleNames, evidenceRules } from '../../engine/vocabulary/index.js'
import { casebookOf, dealWith, smallFiles, smallHeader } from '../small/casebook.js'
import * as trials from '../small/trial.js'

/** A brief on the small casebook, which keeps the rules. */
interface Trial {
  /** More of `casebook.yaml`. */
  header?: string
  /** Collections, in place of those of the small casebook. */
  files?: Record<string, string>
  /** Of the template; it begins on line 12. */
  body?: string
  brief?: Partial<Brief>
  sections?: string
}

function casebookOfTrial({ header, files }: Trial): Casebook {
  const stake = 'stake: { value: 40, unit: percent, status: confirmed, sources: [first] }'
  return casebookOf(smallFiles({ casebook: smallHeader(header), ...dealWith(stake), ...files }))
}

function build({ body = '', brief, sections = '', ...rest }: Trial) {
  const deal = '{ name: deal, type: record, collection: deals, label: Deal, default: one }'
  const head = `parameters:\n  - ${deal}\nsections: [${sections}]\n`
  return trials.build(body, { head, brief, casebook: casebookOfTrial(rest) })
}

/** What `check` says of the casebook alone. */
function inCasebook(trial: Trial): string[] {
  return checkEvidence(casebookOfTrial(trial)).map(inOneLine)
}

/** What the rules of evidence say of a brief. */
function inBrief(trial: Trial): string[] {
  return diagnosticsOf(build(trial))
    .filter((one) => one.code.startsWith('evidence/'))
    .map(inOneLine)
}

function inOneLine({ severity, code, message, hints, at }: Diagnostic): string {
  return `${at && placeKey(at)} ${severity} ${code}: ${message} (${hints[0] ?? 'no hint'})`
}

interface Breach extends Trial {
  /** What the fault is called, for the test's own name. */
  title: string
  rule: EvidenceRule
  /** Place and message in a brief; none where only the casebook as a whole shows it. */
  shown?: string
  /** The same of the casebook; none where it takes a document to show it. */
  casebook?: string
}

const deal = (...claims: string[]) => dealWith(...claims).deals ?? ''
const stake = (claim: string) => dealWith(`stake: { ${claim} }`)
const known = 'status: confirmed, sources: [first]'
const disputed =
  'value: 9, unit: USD billion, status: disputed, sources: [first], alternatives: [{ value: 11, unit: USD billion, sources: [second] }]'
const statement = (speaker: string) =>
  `- { id: said, ${speaker}paraphrase: { en: It works, fr: Cela marche }, form: paraphrase, status: reported, sources: [first] }\n`
const two = (one: string, other: string) => ({
  deals: `${deal(`volume: { ${one}, ${known} }`)}\n${deal(`volume: { ${other}, ${known} }`).replace('id: one', 'id: two')}`,
})
const mixed = two('value: 5, unit: kt', 'value: 40, unit: percent')

const breaches: Breach[] = [
  {
    title: 'a claim without source',
    rule: 'unsourced-claim',
    files: stake('value: 40, unit: percent, status: confirmed'),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:6:10 `stake` has no source; every claim that is not `unknown` needs at least one (add `sources: [id of a source]`)',
    casebook:
      'casebook/deals.yaml:6:10 `stake` has no source; every claim that is not `unknown` needs at least one (add `sources: [id of a source]`)',
  },
  {
    title: 'a reading without source',
    rule: 'unsourced-claim',
    files: stake(`value: 40, unit: percent, ${known}, alternatives: [{ value: 28 }]`),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:6:90 a reading of `stake` has no source; each reading names those that give it (add `sources: [id of a source]`)',
  },
  {
    title: 'a source that is not there',
    rule: 'dead-source',
    files: stake('value: 40, unit: percent, status: confirmed, sources: [frist]'),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:6:67 found `frist`, expected the id of a record in `sources` (did you mean `first`?)',
    casebook:
      'casebook/deals.yaml:6:67 found `frist`, expected the id of a record in `sources` (did you mean `first`?)',
  },
  {
    title: 'a text that ends at a #',
    rule: 'cut-text',
    files: dealWith('stake:', '  value: Lot #4', '  status: confirmed', '  sources: [first]'),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:7:16 the text ends with `Lot`, since `#4` after a space is a comment (put the text between quotation marks)',
    casebook:
      'casebook/deals.yaml:7:16 the text ends with `Lot`, since `#4` after a space is a comment (put the text between quotation marks)',
  },
  {
    title: 'a number that is printed otherwise',
    rule: 'number-as-written',
    files: stake(`value: 0040, unit: percent, ${known}`),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:6:19 found `0040`, which is printed as 40 (put it between quotation marks to have it printed as it is)',
    casebook:
      'casebook/deals.yaml:6:19 found `0040`, which is printed as 40 (put it between quotation marks to have it printed as it is)',
  },
  {
    title: 'a source that nobody can find',
    rule: 'untraceable-source',
    files: { sources: '- { id: first, publisher: A paper, published: 2026-01-10, tier: press }\n' },
    body: '{{deal.stake}}',
    shown:
      'casebook/sources.yaml:1:3 the source `first` has neither `title` nor `url`, so nobody can find it (add `url: …`)',
    casebook:
      'casebook/sources.yaml:1:3 the source `first` has neither `title` nor `url`, so nobody can find it (add `url: …`)',
  },
  {
    title: 'a statement that nobody made',
    rule: 'statement-without-speaker',
    files: { statements: statement('') },
    casebook: 'casebook/statements.yaml:1:3 the statement `said` does not say who made it (add `speaker: …`)',
  },
  {
    title: 'a statement printed without who made it',
    rule: 'statement-without-speaker',
    files: { statements: statement('speaker: A minister, ') },
    body: '{{#each statements as |one|}}{{one.paraphrase}}{{/each}}',
    shown:
      'templates/trial.hbs:12:30 the statement `said` is printed, but not who made it (print its `speaker` beside it)',
  },
  {
    title: 'a claim too old for its collection',
    rule: 'stale-claim',
    files: stake(`value: 40, unit: percent, asOf: 2025-08, ${known}`),
    body: '{{deal.stake}}',
    shown:
      'casebook/deals.yaml:6:10 `stake` of `one` is as of 2025-08, more than 180 days before 2026-02-28 (look for a later figure and give its `asOf`)',
    casebook:
      'casebook/deals.yaml:6:10 `stake` of `one` is as of 2025-08, more than 180 days before 2026-02-28 (look for a later figure and give its `asOf`)',
  },
  {
    title: 'the bare value of what is not known',
    rule: 'unknown-as-fact',
    header: 'evidence: { bare-value: off }\n',
    files: stake('value: 40, unit: percent, status: unknown'),
    body: '{{deal.stake.value}}',
    shown:
      'templates/trial.hbs:12:1 `stake` of `one` is not known, and is printed as a bare `value` as if it were (print the claim itself)',
  },
  {
    title: 'words on what is not known, without its status',
    rule: 'unknown-as-fact',
    files: stake('value: { en: Half, fr: La moitié }, status: unknown'),
    body: '{{show deal.stake status=false}}',
    shown:
      'templates/trial.hbs:12:1 `stake` of `one` is not known, and is printed without its status as if it were (leave out `status=false`)',
  },
  {
    title: 'a sum over what is not known',
    rule: 'unknown-as-fact',
    files: stake('value: 40, unit: percent, status: unknown'),
    body: '{{sum deals "stake"}}',
    shown:
      'templates/trial.hbs:12:1 `stake` of `one` is not known, and counts for nothing in a sum (leave it out of the sum with `where`, and say so beside it)',
  },
  {
    title: 'a disputed value without its status',
    rule: 'disputed-as-one',
    files: stake(disputed),
    body: '{{show deal.stake status=false}}',
    shown:
      'templates/trial.hbs:12:1 sources differ on `stake` of `one`, and it is printed without its status as if they agreed (leave out `status=false`)',
  },
  {
    title: 'one reading of a disputed value',
    rule: 'disputed-as-one',
    header: 'evidence: { bare-value: off }\n',
    files: stake(disputed),
    body: '{{deal.stake.value}}',
    shown:
      'templates/trial.hbs:12:1 sources differ on `stake` of `one`, and it is printed as a bare `value` as if they agreed (print the claim itself, with all readings)',
  },
  {
    title: 'a disputed value in a sum',
    rule: 'disputed-as-one',
    files: stake(disputed),
    body: '{{sum deals "stake"}}',
    shown:
      'templates/trial.hbs:12:1 sources differ on `stake` of `one`, and one reading counts in a sum (print the claims side by side, or leave the disputed one out of the sum)',
  },
  {
    title: 'units that do not mix in a sum',
    rule: 'unit-mix',
    files: mixed,
    body: '{{sum deals "volume"}}',
    shown:
      'templates/trial.hbs:12:1 found `kt` (mass) beside `percent` (ratio) in a sum (set beside each other only figures that measure the same thing)',
  },
  {
    title: 'units that do not mix in a comparison',
    rule: 'unit-mix',
    files: {
      deals: deal(`volume: { value: 5, unit: kt, ${known} }`, `price: { value: 5, unit: USD, ${known} }`),
    },
    body: '{{#if (gt deal.volume deal.price)}}More{{/if}}',
    shown:
      'templates/trial.hbs:12:7 found `kt` (mass) beside `USD` (money) in a comparison (set beside each other only figures that measure the same thing)',
  },
  {
    title: 'units that do not mix in an order',
    rule: 'unit-mix',
    files: mixed,
    body: '{{list (sortBy deals "volume")}}',
    shown:
      'templates/trial.hbs:12:8 found `kt` (mass) beside `percent` (ratio) in one order (set beside each other only figures that measure the same thing)',
  },
  {
    title: 'units that do not mix in a column of fields',
    rule: 'unit-mix',
    files: mixed,
    body: '{{table deals columns="name, volume"}}',
    shown:
      'templates/trial.hbs:12:1 found `kt` (mass) beside `percent` (ratio) in one column of a table (set beside each other only figures that measure the same thing)',
  },
  {
    title: 'units that do not mix under one decimal point',
    rule: 'unit-mix',
    files: mixed,
    body: '{{#table deals as |one|}}{{#column "Volume" align="decimal"}}{{one.volume}}{{/column}}{{/table}}',
    shown:
      'templates/trial.hbs:12:1 found `kt` (mass) beside `percent` (ratio) in one column of a table (set beside each other only figures that measure the same thing)',
  },
  {
    title: 'a figure without unit beside figures with one',
    rule: 'unit-mix',
    files: two('value: 5, unit: kt', 'value: 40'),
    casebook:
      'casebook/deals.yaml:13:11 `volume` of `two` has no unit, but that of `one` is in `kt` (add `unit: kt`, or the unit that it has)',
  },
  {
    title: 'a narrative that names a later day',
    rule: 'as-of-leak',
    sections: '{ id: background, title: Background }',
    body: '{{narrative "background"}}',
    brief: {
      asOf: '2026-01-31',
      narrative: { background: 'They met.\n\nThen, on 3 February 2026, they signed.' },
    },
    shown:
      'section:background:3:10 `3 February 2026` is after 2026-01-31, the day as of which the brief speaks (leave out what nobody knew by then)',
  },
  {
    title: 'a template that names a later day',
    rule: 'as-of-leak',
    body: 'One\n\nSigned 2026-02-03.',
    brief: { asOf: '2026-01-31' },
    shown:
      'templates/trial.hbs:14:8 `2026-02-03` is after 2026-01-31, the day as of which the brief speaks (leave out what nobody knew by then)',
  },
  {
    title: 'a citation of a later source',
    rule: 'as-of-leak',
    body: 'One{{cite "second"}}',
    brief: { asOf: '2026-01-31' },
    shown:
      'templates/trial.hbs:12:4 the source `second` came out after the day as of which the brief speaks (leave it out)',
  },
  {
    title: 'a narrative about a record that nobody knew of',
    rule: 'as-of-leak',
    files: stake('value: 40, unit: percent, status: confirmed, sources: [second]'),
    body: 'One{{#with (record "deals" "one") as |one|}}{{one.name}}{{/with}}',
    brief: { asOf: '2026-01-31', parameters: { deal: '' } },
    shown:
      'templates/trial.hbs:12:12 nobody knew of `one` on the day as of which the brief speaks (leave it out)',
  },
  {
    title: 'a record that nobody knew of',
    rule: 'as-of-leak',
    files: stake('value: 40, unit: percent, status: confirmed, sources: [second]'),
    body: 'One',
    brief: { asOf: '2026-01-31', parameters: { deal: 'one' } },
    shown:
      'parameter:deal nobody knew of `one`, which `deal` names, on 2026-01-31, so nothing of it is printed (choose another record)',
  },
  {
    title: 'a bare value',
    rule: 'bare-value',
    body: '{{deal.stake.value}}',
    shown:
      'templates/trial.hbs:12:1 a bare `value` is printed without its unit, source and status (print the claim itself, or use `show` with `cite=false` or `status=false`)',
  },
  {
    title: 'a claim whose sources are cited nowhere',
    rule: 'bare-value',
    body: '{{show deal.stake cite=false}}',
    shown:
      'templates/trial.hbs:12:1 `stake` of `one` is printed without citation, and the document cites its sources nowhere (leave out `cite=false`, or add `{{cite …}}` where its citation should stand)',
  },
  {
    title: 'a claim without French in a French brief',
    rule: 'missing-language',
    files: stake(`value: { en: Half }, ${known}`),
    body: '{{deal.stake}}',
    brief: { language: 'fr' },
    shown:
      'casebook/deals.yaml:6:19 `stake` of `one` has no `fr`; the casebook is in en and fr (add `fr: …`)',
    casebook:
      'casebook/deals.yaml:6:19 `stake` of `one` has no `fr`; the casebook is in en and fr (add `fr: …`)',
  },
  {
    title: 'a name without English in an English brief',
    rule: 'missing-language',
    files: { actors: '- { id: acme, name: { fr: La société }, kind: company }\n' },
    body: '{{list deal.parties}}',
    shown:
      'casebook/actors.yaml:1:21 `name` of `acme` has no `en`; the casebook is in en and fr (add `en: …`)',
  },
]

/** With the severity of the rule set, whatever else the trial says in `evidence`. */
function taken(trial: Trial, rule: EvidenceRule, severity: string): Trial {
  const others = /evidence: \{ (.*) \}/.exec(trial.header ?? '')?.[1]
  return { ...trial, header: `evidence: { ${others ? `${others}, ` : ''}${rule}: ${severity} }\n` }
}

/** `place message`, as the default severity has it. */
function inFull(rule: EvidenceRule, severity: string, short: string): string {
  const [place = '', ...message] = short.split(' ')
  return `${place} ${severity} evidence/${rule}: ${message.join(' ')}`
}

describe.each(breaches)('$title', ({ title: _, rule, shown, casebook, ...trial }) => {
  if (shown !== undefined) {
    it('is shown in a brief that prints it, as severely as the rule is by default', () => {
      expect(inBrief(trial)).toEqual([inFull(rule, evidenceRules[rule], shown)])
    })

    it.each(['error', 'warning'])('can be made a fault of severity %s', (severity) => {
      const set = taken(trial, rule, severity)
      expect(inBrief(set)).toEqual([inFull(rule, severity, shown)])
      expect(build(set).ok).toBe(severity === 'warning')
    })

    it('can be passed over', () => {
      expect(inBrief(taken(trial, rule, 'off'))).toEqual([])
    })
  }
  if (casebook !== undefined) {
    it('is shown when the casebook is checked', () => {
      expect(inCasebook(trial)).toEqual([inFull(rule, evidenceRules[rule], casebook)])
      expect(inCasebook(taken(trial, rule, 'warning'))).toEqual([inFull(rule, 'warning', casebook)])
      expect(inCasebook(taken(trial, rule, 'off'))).toEqual([])
    })
  }
})

describe('the rules of evidence', () => {
  it('are each tested', () => {
    expect([...new Set(breaches.map((breach) => breach.rule))].sort()).toEqual([...evidenceRuleNames].sort())
  })

  it('find nothing in a casebook and a brief that keep them', () => {
    const body =
      '{{deal.stake}} {{show deal.stake cite=false}} {{#each statements as |one|}}{{one.speaker}}: {{one.paraphrase}}{{/each}}'
    const trial = { files: { statements: statement('speaker: A minister, ') }, body }
    expect(inCasebook(trial)).toEqual([])
    expect(inBrief(trial)).toEqual([])
  })

  it('pass over warnings on what a brief does not print, and no error that makes the casebook unsound', () => {
    const old = stake(`value: 40, unit: percent, asOf: 2024, ${known}`)
    expect(inBrief({ files: old, body: 'Nothing' })).toEqual([])
    expect(
      inBrief({ files: stake('value: 40, unit: percent, status: confirmed'), body: 'Nothing' }),
    ).toHaveLength(1)
  })

  it('count the age of a claim from the day as of which the brief speaks', () => {
    const files = stake(`value: 40, unit: percent, asOf: 2025-09-01, ${known}`)
    const at = (asOf: string) => inBrief({ files, body: '{{deal.stake}}', brief: { asOf } })
    expect([at('2026-02-28').length, at('2026-03-01').length]).toEqual([0, 1])
  })

  it('do not call a claim old that is kept on purpose', () => {
    const files = stake(`value: 40, unit: percent, asOf: 2020, keep: true, ${known}`)
    expect(inCasebook({ files, body: '' })).toEqual([])
  })

  it('do not call the day on which something happened old', () => {
    const files = stake('value: 2020-03-04, asOf: 2020-03-04, status: confirmed, sources: [first]')
    expect(inCasebook({ files })).toEqual([])
  })

  it('take a casebook of one language for what it is, once', () => {
    const header = `title: Test
description: A casebook
languages: [en]
asOf: 2026-02-28
terms: { company: company, press: press }
claims: { deals: { stake: Stake } }
`
    const found = inBrief({
      files: { casebook: header },
      body: '{{deal.name}} {{deal.stake}}',
      brief: { language: 'fr' },
    })
    expect(found).toEqual([
      'casebook/casebook.yaml:1:1 warning evidence/missing-language: the brief is in French, the casebook in English alone (add `fr` to `languages` and to the texts of the casebook)',
    ])
  })
})

describe('the severities of a workspace', () => {
  it.each([
    [
      'stale-clam: error',
      'unknown-evidence-rule',
      'no rule of evidence `stale-clam`',
      'did you mean `stale-claim`?',
    ],
    ['stale-claim: eror', 'unknown-severity', 'found `eror`, expected a severity', 'did you mean `error`?'],
  ])('%s is shown with the nearest name', (line, code, message, hint) => {
    const text = smallHeader(`evidence:\n  ${line}\n`)
    expect(parseCasebook(smallFiles({ casebook: text }))).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: `casebook/${code}`,
          message,
          hints: [hint, expect.any(String)],
          at: { file: 'casebook/casebook.yaml', line: text.split('\n').length - 1 },
        },
      ],
    })
  })
})
