import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { formatBrief, parseBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { checkBrief, withDefaults } from '../../engine/template/index.js'
import { filePlace } from '../base/file-place.js'
import { expectNotedText } from '../small/noted-diagnostics.js'
import { templateOf } from '../small/trial.js'
import { twoDeals } from '../small/two-deals.js'

const read = (text: string) => parseBrief({ path: 'briefs/a.brief.yaml', text })

const template = templateOf('x', {
  head: `parameters:
  - { name: deal, type: record, collection: deals, label: Deal, required: true }
  - { name: others, type: records, collection: deals, label: Others, atMost: 1 }
  - { name: tone, type: choice, label: Tone, choices: [{ value: short, label: Short }, { value: long, label: Long }], default: short }
  - { name: withRisks, type: flag, label: Risks }
  - { name: since, type: date, label: Since }
sections:
  - { id: background, title: Background, required: true, maxWords: 3 }
  - { id: outlook, title: Outlook }
`,
})

function faultsOf(changes: Partial<Brief>) {
  const brief: Brief = {
    template: 'trial',
    language: 'en',
    parameters: { deal: 'sale' },
    narrative: { background: 'Some words.' },
    ...changes,
  }
  return checkBrief(brief, template, twoDeals()).map(({ code, message, hints }) => [code, message, hints[0]])
}

describe('reading a brief', () => {
  it('gives what was chosen and written', () => {
    expect(
      read(
        'template: trial\nlanguage: fr\nasOf: 2026-02-01\nparameters: { deal: sale, withRisks: true }\nnarrative:\n  background: |\n    One.\n\n    Two.\n',
      ),
    ).toEqual({
      ok: true,
      value: {
        template: 'trial',
        language: 'fr',
        asOf: '2026-02-01',
        parameters: { deal: 'sale', withRisks: true },
        narrative: { background: 'One.\n\nTwo.\n' },
      },
      warnings: [],
    })
  })
  it('names every fault at once with its place and the nearest name', () => {
    const noted = `templete: trial
^+3:1 error brief/missing-field: \`template\` is missing → add \`template: …\`
^^^^^^^^ error brief/unknown-field: no field \`templete\` → did you mean \`template\`?
language: de
#         ^^ error brief/field: found \`de\` for \`language\`, expected \`en\` or \`fr\`
issued: 3 Feb
#       ^^^^^ error brief/field: found \`3 Feb\` for \`issued\`, expected a day of the calendar like 2026-02-03
`
    expectNotedText('briefs/a.brief.yaml', noted, (file) => diagnosticsOf(parseBrief(file)))
  })
  it('reports YAML that is none, with its line', () => {
    expect(read('template: [a\n')).toMatchObject({ ok: false, diagnostics: [{ code: 'brief/yaml-syntax' }] })
  })
})

describe('writing a brief', () => {
  it('gives back what was read, and the same text each time', () => {
    const brief: Brief = {
      template: 'trial',
      language: 'fr',
      title: 'Un titre: "cité"',
      issued: '2026-03-02',
      parameters: { others: ['sale', 'lease'], deal: 'sale' },
      narrative: {
        background:
          'One line that is long enough to be folded by a writer that folds, which this one does not.\n\n- Two\n',
        outlook: '# x',
      },
    }
    const text = formatBrief(brief)
    expect(read(text)).toMatchObject({ ok: true, value: brief })
    expect(formatBrief(brief)).toBe(text)
    expect(text).toContain('background: |\n    One line')
    expect(text.startsWith('template: trial\nlanguage: fr\nissued:')).toBe(true)
  })
})

describe('a brief beside its template', () => {
  it('has no fault when it gives what is asked for', () => {
    expect(faultsOf({})).toEqual([])
  })
  it('is missing what is required', () => {
    expect(faultsOf({ parameters: {}, narrative: {} })).toEqual([
      [
        'brief/missing-parameter',
        'the parameter `deal` (Deal) is not given',
        'add `deal: …` under `parameters`',
      ],
      ['brief/missing-narrative', 'the section `background` (Background) is empty', 'write its text'],
    ])
  })
  it('names a record that there is not, and the nearest one', () => {
    expect(faultsOf({ parameters: { deal: 'sael' } })).toEqual([
      ['brief/unknown-record', 'no record `sael` in `deals`, which `deal` names', 'did you mean `sale`?'],
    ])
  })
  it('gives a parameter of the wrong type', () => {
    expect(
      faultsOf({
        parameters: { deal: true, others: ['sale', 'lease'], tone: 'shrt', withRisks: 'yes', since: 'May' },
      }),
    ).toEqual([
      [
        'brief/parameter-type',
        'found `true` for `deal`, expected the id of a record of `deals`',
        'give the id of a record of `deals`',
      ],
      ['brief/too-many', '`others` has 2 records, expected at most 1', 'choose fewer'],
      [
        'brief/unknown-choice',
        'found `shrt` for `tone`, expected `short` or `long`',
        'did you mean `short`?',
      ],
      [
        'brief/parameter-type',
        'found `yes` for `withRisks`, expected `true` or `false`',
        'give `true` or `false`',
      ],
      [
        'brief/parameter-type',
        'found `May` for `since`, expected a day of the calendar like 2026-02-03',
        'give a day of the calendar like 2026-02-03',
      ],
    ])
  })
  it('has a parameter or section that the template does not know', () => {
    expect(
      faultsOf({ parameters: { deal: 'sale', tune: 'x' }, narrative: { background: 'x', outlok: 'y' } }),
    ).toEqual([
      ['brief/unknown-parameter', 'no parameter `tune` in `trial`', 'did you mean `tone`?'],
      ['brief/unknown-section', 'no section `outlok` in `trial`', 'did you mean `outlook`?'],
    ])
  })
  it('is only warned of a text that is too long', () => {
    const long = {
      template: 'trial',
      language: 'en' as const,
      parameters: { deal: 'sale' },
      narrative: { background: 'one two {{deal.stake}} **four**' },
    }
    expect(checkBrief(long, template, twoDeals())).toMatchObject([
      { severity: 'warning', code: 'brief/long-narrative' },
    ])
  })
  it('takes the defaults of its template', () => {
    expect(
      withDefaults({ template: 'trial', language: 'en', parameters: {}, narrative: {} }, template, twoDeals())
        .parameters,
    ).toEqual({ tone: 'short' })
  })
})

describe('what a brief says of its protection', () => {
  it('is read and written in its place', () => {
    const text =
      'template: trial\nlanguage: en\ndossier: false\nredacted: true\nwatermark: draft\ncopy:\n  number: 3\n  of: 12\n  recipient: Ann\n'
    const brief = read(text)
    expect(brief.ok && formatBrief(brief.value)).toBe(text)
  })

  it('is refused where it cannot be printed', () => {
    const faults = (field: string) => {
      const outcome = read(`template: trial\n${field}\n`)
      return outcome.ok ? [] : outcome.diagnostics.map(({ code, at }) => [code, filePlace(at).line])
    }
    for (const field of [
      "watermark: ''",
      `watermark: ${'x'.repeat(41)}`,
      'copy: { number: 3, of: 2, recipient: Ann }',
      'copy: { number: 0, of: 2, recipient: Ann }',
      `copy: { number: 1, of: 2, recipient: ${'x'.repeat(81)} }`,
      'redacted: some',
    ])
      expect([field, faults(field)]).toEqual([field, [['brief/field', 2]]])
    expect(faults('copy: { number: 1, of: 2 }')).toEqual([['brief/missing-field', 2]])
    expect(faults('password: secret')).toEqual([['brief/unknown-field', 2]])
  })
})
