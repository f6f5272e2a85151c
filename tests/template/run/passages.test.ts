import { describe, expect, it } from 'vitest'
import { casebookOf, dealWith, smallFiles } from '../../small/casebook.js'
import { faults, run, type Trial, text } from '../../small/trial.js'

/** A deal whose price comes out on 10 February 2026, and one passage on it. */
function trialWith(passage: string, more: Partial<Trial> = {}): Trial {
  const casebook = casebookOf(
    smallFiles({
      ...dealWith(
        'stake: { value: 40, unit: percent, status: confirmed, sources: [first] }',
        'price: { value: 9, unit: USD billion, status: confirmed, sources: [second] }',
        'volume: { value: 3, unit: kt, status: confirmed, sources: [undated] }',
      ),
      passages: `- id: on-one\n  about: [one]\n  text: |\n${passage.replace(/^/gm, '    ')}\n`,
    }),
  )
  return { casebook, head, ...more, brief: { asOf: '2026-01-31', ...more.brief } }
}

const head = `parameters:
  - { name: deal, type: record, collection: deals, label: Deal, default: one }
sections:
  - { id: on-one, title: On one }
  - { id: background, title: Background }
`

const codes = (body: string, trial: Trial) => faults(body, trial).map((one) => one.code)
const withoutPrice = (words: string) => trialWith(`${words} It costs {{deal.price}}.`)

describe('a passage that lacks something on the date of the brief', () => {
  it('is left out, and printed where it lacks nothing', () => {
    const trial = withoutPrice('It is {{deal.stake}}.')
    expect(text('{{passage deal}}\n\nEnd', trial)).toBe('p End')
    expect(text('{{passage deal}}\n\nEnd', { ...trial, brief: { asOf: '2026-02-28' } })).toBe(
      'p It is 40%[1]. It costs US$9 billion[2].\np End',
    )
    expect(text('{{section "on-one"}}\n\nEnd', trial)).toBe('p End')
  })

  it('leaves an acronym to be spelled out by what comes after it', () => {
    const trial = withoutPrice('{{abbr "MoU" "memorandum of understanding"}}')
    const body = '{{passage deal}}\n\n{{abbr "MoU" "memorandum of understanding"}}, {{abbr "MoU" "memo"}}\n\n'
    expect(text(`${body}{{glossary}}`, trial)).toBe(
      'p memorandum of understanding (MoU), MoU\nMoU: memorandum of understanding',
    )
  })

  it('puts no acronym into the glossary', () => {
    const trial = withoutPrice('{{abbr "MoU" "memorandum of understanding"}}')
    expect(text('{{passage deal}}\n\nEnd\n\n{{glossary}}', trial)).toBe('p End')
  })

  it('leaves its sources out of the list and of the numbers', () => {
    const trial = withoutPrice('{{deal.volume}} {{cite "undated"}}')
    const body = '{{passage deal}}\n\n{{deal.stake}}\n\n{{sources}}'
    expect([...run(body, trial).marked.sources]).toEqual(['first'])
    expect(text(body, trial)).toMatch(/^p 40%\[1\]\n1\. \*First report\*[^\n]*$/)
  })

  it('counts the citations of what comes after it as if it were not there', () => {
    const trial = withoutPrice('{{deal.volume}}')
    expect(text('{{deal.stake}} {{passage deal}}\n\n{{deal.volume}} {{deal.stake}}', trial)).toBe(
      text('{{deal.stake}}\n\n{{deal.volume}} {{deal.stake}}', trial),
    )
  })

  it('is not used itself, nor are the records that it reads', () => {
    const trial = withoutPrice('{{#with (record "actors" "acme")}}{{name}}{{/with}} {{deal.volume}}')
    const used = (one: Trial) =>
      [...run('{{passage deal}}{{deal.stake}}', one).used].map(({ collection, id }) => `${collection}/${id}`)
    expect(used(trial)).toEqual(['deals/one', 'sources/first'])
    expect(used({ ...trial, brief: { asOf: '2026-02-28' } })).toEqual([
      'actors/acme',
      'deals/one',
      'sources/undated',
      'sources/second',
      'passages/on-one',
      'sources/first',
    ])
  })

  it('leaves the ids that it gives to others, and asks for none', () => {
    const trial = withoutPrice('{{#section "Terms" id="terms"}}{{ref "nowhere"}}{{/section}}')
    const body = '{{passage deal}}\n\n{{#section "Own terms" id="terms"}}See {{ref "terms"}}{{/section}}'
    expect(faults(body, trial)).toEqual([])
    expect(text(body, trial)).toBe('h1 Own terms\np See <terms: Own terms>')
  })

  it('is not judged: neither what it prints, nor what it compares', () => {
    const trial = withoutPrice('{{deal.stake.value}} {{#if (gt deal.stake deal.volume)}}more{{/if}}')
    expect(codes('{{passage deal}}', trial)).toEqual([])
    expect(codes('{{passage deal}}', { ...trial, brief: { asOf: '2026-02-28' } })).toEqual(
      expect.arrayContaining(['evidence/bare-value', 'evidence/unit-mix']),
    )
  })

  it('leaves a narrative that it prints to be judged where it is printed', () => {
    const trial = withoutPrice('{{narrative "background"}}')
    const brief = { ...trial.brief, narrative: { background: '{{deal.stake.value}} {{deal.volume}}' } }
    const body = '{{passage deal}}\n\n{{narrative "background"}}'
    expect(codes(body, { ...trial, brief })).toEqual(['evidence/bare-value'])
    expect(text(body, { ...trial, brief })).toBe('p 40 3 thousand t[1]')
  })

  it('is left out too where a partial of its own has told before that the value is missing', () => {
    const partials = { price: 'It costs {{price}}.' }
    const trial = { ...trialWith('{{> price deal}}'), partials }
    expect(text('{{> price deal}}\n\n{{passage deal}}', trial)).toBe('p It costs –.')
  })

  it('leaves what stands around it as it is, in a cell', () => {
    const trial = withoutPrice('{{#callout}}{{deal.volume}}{{/callout}}')
    const table =
      '{{#table deals as |d|}}{{#column "A"}}{{d.stake}}{{passage d}}{{d.volume}}{{/column}}{{/table}}'
    expect(text(table, trial)).toBe('table\nA\n40%[1]3 thousand t[2]')
  })
})

describe('a block that turns out to be empty', () => {
  it.each(['{{#section deal.stake}} {{/section}}', '{{#callout title=deal.stake}} {{/callout}}'])(
    'takes nothing from the casebook for its heading: %s',
    (body) => {
      const { marked, diagnostics } = run(body, trialWith('x'))
      expect([...marked.sources]).toEqual([])
      expect(diagnostics).toEqual([])
    },
  )
})
