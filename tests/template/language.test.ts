import { describe, expect, it } from 'vitest'
import { briefFieldsOf } from '../../engine/brief/index.js'
import { helpers } from '../../engine/template/index.js'
import { read } from '../small/read-blocks.js'
import { bodyLine, document, faults, staticFaults, text } from '../small/trial.js'

describe('data in reach', () => {
  it('T5 reaches collections, parameters, the brief and the casebook by name', () => {
    expect(text('{{count deals}} {{deal.kind}} {{brief.title}} {{casebook.title}} {{template.kind}}')).toBe(
      'p 2 purchase Trial A small casebook brief',
    )
  })
  it('T5 reaches every line of the brief, given or not', () => {
    const lines = briefFieldsOf('line')
    const given = Object.fromEntries(lines.map((name) => [name, `my ${name}`]))
    const printed = lines.map((name) => `{{brief.${name}}}`).join(', ')
    expect(lines).toContain('contact')
    expect(text(printed, { brief: given })).toBe(`p ${lines.map((name) => `my ${name}`).join(', ')}`)
    expect(text(lines.map((name) => `{{#if brief.${name}}}${name} {{/if}}`).join('x'))).toMatch(
      /^p title x+$/,
    )
  })
  it('T5 follows references, and back', () => {
    expect(text('{{list deal.parties}}')).toBe('p Orion and Glencore')
    expect(text('{{#each actors as |actor|}}{{actor.name}}: {{list actor.deals}}. {{/each}}')).toBe(
      'p Orion: The | sale. Glencore: The | sale and Lease.',
    )
  })
  it('T5 knows nothing later than the date of the brief', () => {
    const early = text('{{#if deal.stake}}{{deal.stake}}{{else}}nothing{{/if}}', {
      brief: { asOf: '2026-01-15' },
    })
    expect(early).toBe('p nothing')
  })
  it('T5 finds a top-level name from within a block', () => {
    expect(text('{{#each deals as |one|}}{{one.name}} ({{brief.title}}) {{/each}}')).toContain(
      'Lease (Trial)',
    )
    expect(text('{{#each deals}}{{name}} {{kind}}, {{/each}}')).toBe('p The | sale purchase, Lease lease,')
  })
})

describe('printing a claim', () => {
  it('T6 prints value, citation and status mark of a claim', () => {
    expect(text('{{deal.stake}}')).toBe('p 40%[1](agreed in principle)')
  })
  it('T6 prints no mark for a confirmed claim', () => {
    expect(text('{{deal.signed}}')).toBe('p 3 February 2026[1]')
  })
  it('T6 prints differing readings side by side, each with its own source, and the mark once', () => {
    expect(text('{{deal.price}}')).toBe('p US$9 billion[1] or US$11.5 billion[2](disputed)')
    expect(text('{{deal.price}}', { brief: { language: 'fr' } })).toBe(
      'p 9 milliards de dollars US[1] ou 11,5 milliards de dollars US[2](contesté)',
    )
  })
  it('T6 prints a range with a dash', () => {
    expect(text('{{#with (record "deals" "lease") as |lease|}}{{lease.volume}}{{/with}}')).toBe(
      'p 8–12 thousand t[1]',
    )
  })
  it('T6 prints words for an unknown claim, never nothing', () => {
    expect(text('{{deal.volume}}')).toBe('p not disclosed(not disclosed)')
    expect(text('{{deal.volume}}', { brief: { language: 'fr' } })).toBe('p non communiqué(non communiqué)')
  })
  it('T6 warns of a bare value', () => {
    expect(text('{{deal.stake.value}}')).toBe('p 40')
    expect(faults('{{deal.stake.value}}')).toMatchObject([
      {
        severity: 'warning',
        code: 'evidence/bare-value',
        at: { file: 'templates/trial.hbs', line: bodyLine, column: 1 },
      },
    ])
  })
  it('T6 warns where a record lacks what is printed, and prints a dash', () => {
    const lacking = '{{#with (record "deals" "lease") as |lease|}}{{lease.stake}}{{/with}}'
    expect(text(lacking)).toBe('p –')
    expect(faults(lacking)).toMatchObject([{ severity: 'warning', code: 'template/missing-value' }])
  })
})

describe('checks without running', () => {
  const at = (line: number, column: number) => ({
    file: 'templates/trial.hbs',
    line: bodyLine + line,
    column,
  })

  it('T7 finds an unknown field in every branch, with the nearest name', () => {
    const body = '{{#if deal.price}}\n{{deal.stake}}\n{{else}}\n  {{deal.stkae}}\n{{/if}}'
    expect(staticFaults(body)).toMatchObject([
      {
        code: 'template/unknown-field',
        message: 'no field `stkae` in a record of `deals`',
        hints: ['did you mean `stake`?'],
        at: at(3, 5),
      },
    ])
  })
  it('T7 follows references, lists and block parameters to the field', () => {
    expect(
      staticFaults('{{#each deals as |d|}}{{#each d.parties as |p|}}{{p.nam}}{{/each}}{{/each}}'),
    ).toMatchObject([{ message: 'no field `nam` in a record of `actors`' }])
    expect(staticFaults('{{#each (where risks category="x") as |r|}}{{r.statment}}{{/each}}')).toHaveLength(1)
    expect(
      staticFaults(
        '{{#each (groupBy risks "category") as |g|}}{{g.key}}{{#each g.items}}{{statment}}{{/each}}{{/each}}',
      ),
    ).toHaveLength(1)
    expect(staticFaults('{{deal.stake.units}}')).toMatchObject([{ message: 'no field `units` in a claim' }])
  })
  it('T7 finds an unknown helper, partial, argument and parameter', () => {
    expect(staticFaults('{{shwo deal.stake}}')).toMatchObject([
      { code: 'template/unknown-helper', hints: ['did you mean `show`?'], at: at(0, 1) },
    ])
    expect(staticFaults('{{> heda}}', { partials: { head: '' } })).toMatchObject([
      { code: 'template/unknown-partial', hints: ['did you mean `head`?'] },
    ])
    expect(staticFaults('{{show deal.stake precison=1}}')).toMatchObject([
      { code: 'template/unknown-argument', hints: ['did you mean `precision`?'] },
    ])
    expect(staticFaults('{{dael.stake}}')).toMatchObject([
      { code: 'template/unknown-field', hints: ['did you mean `deal`?'] },
    ])
    expect(staticFaults('{{snakey flows}}')).toMatchObject([{ code: 'template/unknown-helper' }])
  })
  it('T7 finds a helper in the wrong form or with too few values', () => {
    expect(staticFaults('{{#show deal.stake}}x{{/show}}')).toMatchObject([{ code: 'template/helper-form' }])
    expect(staticFaults('{{callout}}')).toMatchObject([{ code: 'template/helper-form' }])
    expect(staticFaults('{{eq deal}}')).toMatchObject([{ code: 'template/argument' }])
  })
  it('T7 gives line and column of broken syntax', () => {
    expect(staticFaults('a\n{{#if deal}}\nb')).toMatchObject([
      { code: 'template/syntax', message: 'the text ends inside a tag or block' },
    ])
    expect(staticFaults('a\n{{#if deal}}\n{{/each}}')).toMatchObject([
      { code: 'template/syntax', at: { line: bodyLine + 1 } },
    ])
    expect(staticFaults('a\nb {{deal name}')).toMatchObject([
      { code: 'template/syntax', at: { line: bodyLine + 1 } },
    ])
  })
  it('T7 finds faults in a layout and in partials that are called, and in no others', () => {
    const partials = { used: '{{nope 1}}', unused: '{{nope 2}}' }
    expect(staticFaults('{{> used}}', { partials })).toMatchObject([
      { at: { file: 'templates/partials/used.hbs' } },
    ])
    expect(
      staticFaults('x', { head: 'layout: l\n', layouts: { l: '{{brief.titel}}{{> @body}}' } }),
    ).toMatchObject([{ at: { file: 'templates/layouts/l.hbs', line: 1 } }])
  })
})

describe('escaping', () => {
  it('T8 prints text of the casebook as it is, never as Markdown or Handlebars', () => {
    const model = document('{{deal.terms}}\n\n- {{deal.terms}}\n\n# {{deal.terms}}')
    const hostile = '# not a heading\n\n:::callout\n| a | {{brief.title}} [x](https://e.org) <b>[^1]'
    expect(read(model.blocks)).toEqual([`p ${hostile}[1]`, `- p ${hostile}[1]`, `h1 ${hostile}[1]`])
  })
  it('T8 keeps a cell whole that has a bar in its text', () => {
    expect(text('| a | b |\n|---|---|\n| {{deal.name}} | {{deal.stake}} |')).toBe(
      'table\na | b\nThe | sale | 40%[1](agreed in principle)',
    )
  })
  it('T8 takes the characters of its own marks out of what authors write', () => {
    const forged = text('{{deal.stake}} \ue0000\ue001 {{narrative "background"}}', {
      brief: { narrative: { background: 'x \ue0020\ue003 y' } },
    })
    expect(forged).toBe('p 40%[1](agreed in principle) 0\np x 0 y')
  })
  it('T8 refuses a triple brace outside a trusted partial', () => {
    expect(staticFaults('{{{deal.name}}}')).toMatchObject([{ code: 'template/unescaped' }])
    expect(staticFaults('{{> raw}}', { partials: { raw: '{{{deal.name}}}' } })).toMatchObject([
      { code: 'template/unescaped' },
    ])
    expect(text('{{> raw x="**y**"}}', { partials: { raw: '---\ntrusted: true\n---\n{{{x}}}' } })).toBe(
      'p **y**',
    )
  })
})

describe('helpers', () => {
  it('T9 shows with precision, another unit, without citation or mark', () => {
    expect(text('{{show deal.stake precision=1 cite=false}}')).toBe('p 40.0%(agreed in principle)')
    expect(text('{{show deal.stake status=false}}')).toBe('p 40%[1]')
    expect(text('{{#with (record "deals" "lease") as |l|}}{{show l.volume unit="t"}}{{/with}}')).toBe(
      'p 8,000–12,000 t[1]',
    )
    expect(faults('{{show deal.stake unit="km"}}')).toMatchObject([
      { severity: 'error', code: 'template/unit-mix' },
    ])
  })
  it('T9 writes figures, dates, lists, phrases and words', () => {
    expect(
      text('{{number 1739}} {{percent 40}} {{money 9 unit="USD billion"}} {{quantity 6 unit="days"}}'),
    ).toBe('p 1,739 40% US$9 billion 6 days')
    expect(text('{{date "2026-02"}} {{list "a" "b" "c" joint="or"}} {{upper "été"}}')).toBe(
      'p February 2026 a, b or c ÉTÉ',
    )
    expect(text('{{t "sources"}} {{t en="Yes" fr="Oui"}}', { brief: { language: 'fr' } })).toBe(
      'p Sources Oui',
    )
    expect(
      text('{{plural (count deals) "deal" "deals"}} {{abbr "MoU" "memorandum"}} {{abbr "MoU" "memorandum"}}'),
    ).toBe('p deals memorandum (MoU) MoU')
  })
  it('T9 cites and marks without the value', () => {
    expect(text('a{{cite deal.stake}}b{{cite "mine"}}{{status deal.stake}} {{status deal words=true}}')).toBe(
      'p a[1]b[2](agreed in principle) announced',
    )
    expect(faults('{{cite "mien"}}')).toMatchObject([
      { code: 'template/unknown-source', hints: ['did you mean `mine`?'] },
    ])
  })
  it('T10 filters, sorts, groups, counts and sums', () => {
    expect(text('{{list (where risks category="execution")}}')).toBe(
      'p It may fail[1](reported) and It may wait[2]',
    )
    expect(text('{{list (where risks about=deal)}}')).toContain('It may fail')
    expect(text('{{#each (sortBy deals "name" descending=true)}}{{name}};{{/each}}')).toBe(
      'p The | sale;Lease;',
    )
    expect(text('{{#each (groupBy risks "category") as |g|}}{{g.key}} {{count g.items}} {{/each}}')).toBe(
      'p execution 2 security 1',
    )
    expect(
      text(
        '{{sum deals "stake"}} {{count (first risks 2)}} {{#with (latest deals "signed") as |d|}}{{d.kind}}{{/with}}',
      ),
    ).toBe('p 40%[1](agreed in principle) 2 purchase')
    expect(text('{{count (between deals "signed" "2026-02" "2026-03")}}')).toBe('p 1')
    expect(faults('{{#with (record "deals" "sael") as |d|}}x{{/with}}')).toMatchObject([
      { code: 'template/unknown-record', hints: ['did you mean `sale`?'] },
    ])
  })
  it('T10 decides', () => {
    expect(
      text('{{#if (and (eq deal.status "announced") (gt (count deals) 1) (not false))}}a{{/if}}', {
        head: 'parameters: [{ name: deal, type: record, collection: deals, label: D, default: sale }]\n',
      }).length,
    ).toBeGreaterThan(0)
    expect(
      text('{{#if (or (lt 3 2) (in "b" "a" "b"))}}yes{{else}}no{{/if}}{{#unless (ne 1 1)}}!{{/unless}}'),
    ).toBe('p yes!')
  })
  it('T11 prints the narrative of a section, its default, and a heading only where something follows', () => {
    expect(text('{{section "background"}}')).toBe('')
    expect(
      text('{{section "background"}}', { brief: { narrative: { background: 'Said **{{deal.stake}}**.' } } }),
    ).toBe('h1 Background\np Said **40%**[1](agreed in principle).')
    expect(text('{{#section "Terms" level=2}}{{#if false}}x{{/if}}{{/section}}after')).toBe('p after')
  })
  it('T11 nests boxes and columns, whatever stands in them', () => {
    expect(
      text(
        '{{#columns}}\n{{#callout kind="summary" title=deal.name}}\n# A\n:::::\n{{/callout}}\nb\n{{/columns}}',
      ),
    ).toBe('columns\ncallout summary The | sale\nh1 A\np :::::\np b')
    expect(text(':::callout{kind=caution title="T"}\ntext\n:::\n\n::pageBreak')).toBe(
      'callout caution T\np text\npageBreak',
    )
  })
  it('T11 sets landscape pages, annexes and pictures', () => {
    expect(
      text(
        '{{#landscape}}\nwide\n{{/landscape}}\n\n{{#appendix "Method"}}\na\n{{/appendix}}\n\n{{#appendix}}\nb\n{{/appendix}}\n\n{{#appendix "Empty"}}{{/appendix}}',
      ),
    ).toBe('landscape\np wide\nAnnex A. Method\np a\nAnnex B. \np b')
    expect(text(':::landscape\nx\n:::\n\n:::appendix{title=T}\ny\n:::')).toBe('landscape\np x\nAnnex. T\np y')
    expect(text('{{image "assets/a.png" alt="A mine" caption="C" width="50%"}}')).toBe(
      'image 1 assets/a.png (A mine) C',
    )
    expect(faults('{{image "assets/a.png"}}')).toMatchObject([{ code: 'template/no-alt' }])
    expect(faults('{{image "../a.png" alt="x"}}')).toMatchObject([{ code: 'template/image' }])
    expect(faults('{{#callout}}\n{{#landscape}}x{{/landscape}}\n{{/callout}}')).toMatchObject([
      { code: 'model/misplaced', message: '`landscape` stands inside `callout`' },
    ])
  })
  it('T12 lists what the document holds', () => {
    expect(
      text('# Before\n\n{{toc depth=1}}\n\n# One\n\n## Two\n\n{{#appendix "Three"}}\nx\n{{/appendix}}'),
    ).toBe('h1 Before\n. one: One\n. annex-three: Annex. Three\nh1 One\nh2 Two\nAnnex. Three\np x')
    expect(
      text(
        '{{listOfFigures}}\n\n{{listOfTables}}\n\n{{image "assets/a.png" alt="A" caption="A *mine*"}}\n\n{{table deals columns="name" caption="All"}}',
      )
        .split('\n')
        .slice(0, 2),
    ).toEqual(['Figure 1 figure-1: A *mine*', 'Table 1 table-1: All'])
    expect(text('{{abbr "MoU" "memorandum"}} {{abbr "DFC" "corporation"}}\n\n{{glossary}}')).toBe(
      'p memorandum (MoU) corporation (DFC)\nDFC: corporation\nMoU: memorandum',
    )
    expect(text('x\n\n{{toc}}\n\n{{listOfFigures}}\n\n{{glossary}}')).toBe('p x')
  })
  it('T12 takes the Markdown of a line in a written cell, and no other', () => {
    expect(
      text(
        '{{#table deals as |d|}}{{#column "Deal"}}**{{d.name}}** *x* [l](https://e.org){{/column}}{{#column "N"}}3. # - {{d.kind}}{{/column}}{{/table}}',
      ),
    ).toBe('table\nDeal | N\n**The | sale** *x* l | 3. # – purchase\n**Lease** *x* l | 3. # – lease')
  })
  it('T12 makes a table of records, with a shared unit in the head', () => {
    expect(text('{{table deals columns="name, stake" caption="All" groupBy="kind"}}')).toBe(
      'table 1 All\nName | Stake (%)\nPurchase\nThe | sale | 40[1](agreed in principle)\nLease\nLease | –',
    )
    expect(faults('{{table deals columns="naem"}}')).toMatchObject([
      { code: 'template/unknown-field', hints: ['did you mean `name`?'] },
    ])
  })
  it('T12 makes a table whose columns are written out', () => {
    expect(
      text('{{#table deals as |d|}}{{#column "Deal"}}{{d.name}} ({{d.kind}}){{/column}}{{/table}}'),
    ).toBe('table\nDeal\nThe | sale (purchase)\nLease (lease)')
  })
  it('T12 lists every claim of a record', () => {
    expect(text('{{termsTable deal fields="stake, signed, volume"}}')).toBe(
      'table\nTerm | Value\nStake | 40%[1](agreed in principle)\nSigned | 3 February 2026[1]\nVolume | not disclosed(not disclosed)',
    )
  })
  it('T13 is described in one place: every helper has words and an example of itself', () => {
    for (const helper of helpers.values()) {
      expect(helper.docs, helper.name).toMatch(/\.$/)
      expect(helper.signature, helper.name).toContain(helper.name)
    }
  })
  it('T14 wraps the body in its layout and passes arguments to partials', () => {
    const trial = {
      head: 'layout: page\n',
      layouts: { page: '{{masthead kicker="K"}}\n\n{{> @body}}\n\nend' },
      partials: { part: '{{who}} of {{brief.title}}\n' },
    }
    expect(text('{{> part who="x"}}', trial)).toBe(
      'masthead K: Trial\n2 March 2026\nInformation as of 28 February 2026\np x of Trial\np end',
    )
  })
  it('T17 ends a template that would never end', () => {
    expect(staticFaults('{{> a}}', { partials: { a: '{{> b}}', b: '{{> a}}' } })[0]).toMatchObject({
      code: 'template/partial-cycle',
    })
    const deep = `${'{{#each risks}}'.repeat(13)}x${'{{/each}}'.repeat(13)}`
    expect(faults(deep)).toMatchObject([{ code: 'template/endless' }])
  })
  it('T17 cannot reach prototypes or functions', () => {
    for (const path of ['deal.constructor', 'deal.__proto__', 'constructor', '@run', '@root.constructor']) {
      expect(staticFaults(`{{${path}}}`), path).toHaveLength(1)
    }
  })
})

describe('narrative', () => {
  it('is reported at its own section, line and column', () => {
    expect(
      faults('{{narrative "background"}}', {
        brief: { narrative: { background: 'One.\n\nTwo {{deal.stkae}}.' } },
      }),
    ).toMatchObject([{ code: 'template/unknown-field', at: { section: 'background', line: 3, column: 7 } }])
    expect(
      faults('{{narrative "background"}}', { brief: { narrative: { background: 'a\n\n<b>x</b>' } } })[0],
    ).toMatchObject({
      code: 'model/unsupported',
      at: { section: 'background', line: 3 },
    })
  })
})
