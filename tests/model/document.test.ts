import { describe, expect, it } from 'vitest'
import { placeKey } from '../../engine/base/index.js'
import type { Paragraph } from '../../engine/document/index.js'
import { read, readInlines } from '../small/read-blocks.js'
import { document, faults, text } from '../small/trial.js'

describe('numbering', () => {
  it('numbers sources in the order in which the reader meets them, wherever the list stands', () => {
    const model = document(
      '{{sources}}\n\n{{cite "mine"}} then {{cite "press" "mine"}}\n\n{{table deals columns="name, price"}}',
    )
    expect(read(model.blocks).slice(0, 4)).toEqual([
      '1. Mine Weekly, no date, example.org/b',
      '2. Press Office, *The *announcement**, 4 February 2026, example.org/a',
      '3. Gazette, *Notice*, January 2026',
      'p [1] then [1,2]',
    ])
  })
  it('says in French that a source has no date', () => {
    expect(text('{{cite "mine"}}\n\n{{sources}}', { brief: { language: 'fr' } })).toContain(
      '1. Mine Weekly, s. d., ',
    )
  })
  it('lists only the marks that are used, and no list where there is nothing', () => {
    expect(text('{{deal.stake}}\n\n{{statusKey}}')).toBe(
      'p 40%[1](agreed in principle)\nkey agreed in principle',
    )
    expect(text('plain\n\n{{statusKey}}\n\n{{sources}}')).toBe('p plain')
  })
  it('gives every heading an id of its own', () => {
    const ids = document('# Été à venir\n\n# Été à venir').blocks.map(
      (block) => block.type === 'heading' && block.id,
    )
    expect(ids).toEqual(['ete-a-venir', 'ete-a-venir-2'])
  })
})

describe('Markdown', () => {
  it('takes indented text for text', () => {
    expect(text('{{#if deal}}\n      indented **text**\n{{/if}}')).toBe('p indented **text**')
  })
  it('has lists, quotes, rules, links and tables', () => {
    expect(
      text('1. a\n2. b\n\n> q\n\n---\n\n[x](https://example.org)\n\n| a | b |\n|---|--:|\n| c | 1.5 |'),
    ).toBe('- p a\n- p b\nquote\np q\nrule\np x\ntable\na | b\nc | 1.5')
  })
  it('has struck-out text', () => {
    expect(text('~~old~~ new')).toBe('p ~~old~~ new')
  })
  it('takes a colon in a line for a colon', () => {
    expect(text('ratio 3:one, at 14:30')).toBe('p ratio 3:one, at 14:30')
  })
  it('prints a field that follows a colon without a space', () => {
    expect(text('stake:{{deal.stake}} now')).toBe('p stake:40%[1](agreed in principle) now')
  })
  it('marks words in another language, and sets them by its rules', () => {
    const [block] = document('The :lang[*Gécamines* : "oui" ;]{fr} said').blocks as [Paragraph]
    expect(block.content).toMatchObject([
      { text: 'The ' },
      {
        type: 'foreign',
        language: 'fr',
        content: [
          { text: 'Gécamines', italic: true },
          // French spacing, though the document is English.
          { text: expect.stringMatching(/^\u00a0: .*\u202f;$/) },
        ],
      },
      { text: ' said' },
    ])
    const cell = '{{#table deals as |deal|}}{{#column "A"}}:lang[umoja]{sw}{{/column}}{{/table}}'
    expect(JSON.stringify(document(cell).blocks)).toContain('{"type":"foreign","language":"sw"')
    const own = document('Le :lang[mot]{fr}', { brief: { language: 'fr' } })
    expect(JSON.stringify(own.blocks)).not.toContain('foreign')
  })
  it('says how a language is written that it cannot read', () => {
    const hints = ['write `:lang[words]{fr}`']
    expect(faults('ok :lang[mot]{french, Paris}')).toMatchObject([{ code: 'model/unsupported', hints }])
    expect(faults('ok :lang[mot]')[0]?.message).toBe(
      'found no language after `:lang[…]`, expected the code of one language',
    )
    expect(faults('ok :lang')[0]?.message).toBe('found `:lang` without words in brackets')
  })
  it('spaces French prose, also after a value', () => {
    const model = document('Montant: {{deal.stake}} ; « oui » !', { brief: { language: 'fr' } })
    expect(JSON.stringify(model.blocks)).toContain('\u202f; «\u202foui\u202f»\u202f!')
  })
  it('P4 gives a picture its share of the width', () => {
    const model = document('![What it shows](assets/a.png "Caption"){width=50%}')
    expect(model.blocks).toMatchObject([{ type: 'image', width: 0.5, alt: 'What it shows' }])
    expect(document('![x](assets/a.png){ width="12.5%" }').blocks).toMatchObject([{ width: 0.125 }])
    for (const wrong of ['120%', '0%', '5cm'])
      expect(faults(`![x](assets/a.png){width=${wrong}}`)).toMatchObject([{ hints: ['write `{width=50%}`'] }])
  })
  it('refuses what no document can hold, with a place', () => {
    expect(faults('ok\n\n<table></table>')).toMatchObject([
      { code: 'model/unsupported', at: { file: 'templates/trial.hbs', line: 15 } },
    ])
    expect(faults(':::calout\nx\n:::')).toMatchObject([{ hints: ['did you mean `callout`?'] }])
    expect(faults('[x](javascript:alert)')).toMatchObject([{ code: 'model/unsupported' }])
  })
  it('refuses what nests deeper than anybody means, however deep that is', () => {
    const message = 'found lists, quotes or marks more than 100 deep within each other'
    for (const depth of [101, 3000]) {
      const quotes = faults(`${'> '.repeat(depth)}x`)
      expect(quotes).toMatchObject([{ code: 'model/too-large', message }])
    }
    const marks = `${'*a **b '.repeat(400)}x${' b** a*'.repeat(400)}`
    expect(faults(marks)).toMatchObject([{ code: 'model/too-large', message }])
    expect(faults(`${'> '.repeat(20)}x`)).toEqual([])
  })
  it.each(['a*', '*a ', '_a ', '~~a', '](', '*a* '])(
    'refuses a paragraph of tens of thousands of signs at once: %s',
    (signs) => {
      const narrative = { background: `Words.\n\nA paragraph\nof ${signs.repeat(30_000)}\n\nWords.` }
      const begun = process.cpuUsage()
      const found = faults('{{narrative "background"}}', { brief: { narrative } })
      expect(found).toMatchObject([{ code: 'model/too-large', at: { section: 'background', line: 3 } }])
      expect(process.cpuUsage(begun).user).toBeLessThan(2_000_000)
    },
  )
  it('reads long texts of many marks: in paragraphs, lists and tables', () => {
    const row = '| **a** | *b* [c](https://c.example) |\n'
    const many = [
      'The *sale* of **a stake**, [see](https://c.example).\n\n'.repeat(200),
      '- **one** and *two*\n'.repeat(900),
      `| a | b |\n| - | - |\n${row.repeat(300)}`,
    ]
    for (const body of many) expect(faults(body)).toEqual([])
  })
})

describe('footnotes', () => {
  it('numbers them by first use, and what they cite where their mark stands', () => {
    const model = document(
      'One[^b] and {{cite "press"}} two[^a], one again[^b].\n\n[^a]: Said {{deal.stake}}.\n[^b]: Of {{cite "mine"}}.\n',
    )
    expect(read(model.blocks)).toEqual(['p One[^1] and [2] two[^2], one again[^1].'])
    expect(model.footnotes?.map(({ number, content }) => `${number} ${readInlines(content)}`)).toEqual([
      '1 Of [1].',
      '2 Said 40%[2](agreed in principle).',
    ])
  })
  it('keeps those of a section apart from those of the template, and finds them from within a box', () => {
    const model = document(
      '{{narrative "background"}}\n\n{{#callout}}\nBoxed[^1].\n{{/callout}}\n\n[^1]: Of the template.',
      { brief: { narrative: { background: 'Written[^1].\n\n[^1]: Of the section.' } } },
    )
    expect(read(model.blocks)).toEqual(['p Written[^1].', 'callout note', 'p Boxed[^2].'])
    expect(model.footnotes?.map(({ content }) => readInlines(content))).toEqual([
      'Of the section.',
      'Of the template.',
    ])
  })
  it('refuses one that is not defined, holds more than text or calls another', () => {
    expect(faults('a[^x]')).toMatchObject([{ message: 'no footnote `[^x]`' }])
    expect(faults('a[^x]\n\n[^x]: - list')).toMatchObject([{ code: 'model/unsupported' }])
    expect(faults('a[^x]\n\n[^x]: b[^x]')).toMatchObject([{ code: 'model/unsupported' }])
  })
})

describe('pictures', () => {
  it('prints a picture of the workspace that stands alone in its paragraph', () => {
    expect(text('![The mine](assets/mine.png "A mine")\n\n![A logo](assets/logo.jpg)')).toBe(
      'image 1 assets/mine.png (The mine) A mine\nimage  assets/logo.jpg (A logo) ',
    )
  })
  it('refuses one without words, inside a line or from elsewhere', () => {
    const refused = ['![](assets/a.png)', 'a ![b](assets/a.png)', '![b](../a.png)', '![b](/a.png)']
    for (const body of [...refused, '![b](https://e.org/a.png)', '![b](assets/a.exe)', '![b](file:a.png)']) {
      expect(faults(body), body).toMatchObject([{ severity: 'error', code: 'model/unsupported' }])
    }
  })
})

describe('cross references', () => {
  it('says what they lead to, before or after it', () => {
    expect(
      text(
        'See {{ref "all-deals"}}, [](#end) and [the end](#end).\n\n{{table deals columns="name" caption="All" id="all-deals"}}\n\n{{#section "The end" id="end"}}x{{/section}}',
      ),
    ).toContain('p See <all-deals: Table 1>, <end: The end> and <end: the end>.')
  })
  it('reports one that leads nowhere, and an id given twice', () => {
    expect(faults('a\n\n{{ref "eend"}}\n\n{{#section "E" id="end"}}x{{/section}}')).toMatchObject([
      { code: 'model/unknown-reference', hints: ['did you mean `end`?'], at: { line: 15, column: 1 } },
    ])
    expect(faults('{{#each deals}}{{termsTable this id="terms"}}{{/each}}').map((one) => one.code)).toContain(
      'model/duplicate-id',
    )
  })
})

describe('places', () => {
  it('remembers for the words of a template in which line of which file they are written', () => {
    const partials = { p: '---\ndescription: x\n---\nOne\n\n{{#if deal}}\n- Two *three*\n{{/if}}\n' }
    const model = document('# Head\n\nText {{deal.name}} on\n**and** on.\n\n{{> p}}\n\n| a |\n|---|\n| b |', {
      partials,
    })
    const places = model.blocks.map(({ from }) => from && placeKey(from).split('/').pop())
    expect(places).toEqual(['trial.hbs:13:3', 'trial.hbs:15:1', 'p.hbs:4:1', 'p.hbs:7:3', 'trial.hbs:20:3'])
    expect(JSON.stringify(model)).not.toMatch(/[\ue000-\ue005]|[\u{f0000}-\u{fffff}]/u)
  })
  it('leaves no mark of a place in code, addresses, pictures or boxes', () => {
    const body =
      '`some code` and [a link](https://e.org/a b)\n\n    code\n\n```\nfenced text\n```\n\n![logo](assets/b.png)\n\n[x](#a) [y](mailto:a@b.org)\n\n{{image "assets/a.png" alt="a" id="a"}}\n\n![what it shows](assets/a.png "Its caption")\n\n:::callout{kind=note title="In short"}\ntext\n:::\n\nSee www.e.org now, <https://e.org> or me@e.org.\n\n- [ ] task\n\n*x* _y_ __z__ a[^1]\n\n[^1]: Note of it.'
    const model = document(body)
    expect(JSON.stringify(model)).not.toMatch(/[\ue000-\ue005]|[\u{f0000}-\u{fffff}]/u)
  })
  it('points at the line of a partial where Markdown is wrong', () => {
    expect(faults('a\n\n{{> p}}', { partials: { p: 'b\n\nsee [this](nowhere)\n' } })).toMatchObject([
      { code: 'model/unsupported' },
    ])
  })
})

describe('the document as a whole', () => {
  it('takes page, marking, author and dates from template and brief', () => {
    const model = document('{{deal.stake}}', {
      brief: {
        size: 'Letter',
        theme: 'ministry',
        marking: 'UNCLASSIFIED',
        caveat: 'c',
        from: 'An office',
        title: 'Title',
        asOf: '2026-02-20',
      },
    })
    expect(model).toMatchObject({
      title: 'Title',
      author: 'An office',
      subject: 'A trial',
      keywords: ['The | sale'],
      issued: '2026-03-02',
      asOf: '2026-02-20',
      page: { size: 'Letter', theme: 'ministry', orientation: 'portrait' },
      marking: { text: 'UNCLASSIFIED', caveat: 'c' },
    })
  })
  it('is the same each time it is made', () => {
    const body = '{{termsTable deal}}\n\n{{statusKey}}\n\n{{sources}}'
    expect(JSON.stringify(document(body))).toBe(JSON.stringify(document(body)))
  })
  it('prints the memo fields that the brief gives', () => {
    expect(text('{{fields}}', { brief: { to: 'The Minister', from: 'The desk' } })).toBe(
      'For: The Minister\nFrom: The desk\nDate: 2 March 2026\nSubject: Trial',
    )
  })
})
