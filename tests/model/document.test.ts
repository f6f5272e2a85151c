import { describe, expect, it } from 'vitest'
import { document, faults, read, text } from '../template/small-workspace.js'

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
  it('takes a colon in a line for a colon', () => {
    expect(text('ratio 3:one, at 14:30')).toBe('p ratio 3:one, at 14:30')
  })
  it('spaces French prose, also after a value', () => {
    const model = document('Montant: {{deal.stake}} ; « oui » !', { brief: { language: 'fr' } })
    expect(JSON.stringify(model.blocks)).toContain('\u202f; «\u00a0oui\u00a0»\u202f!')
  })
  it('refuses what no document can hold, with a place', () => {
    expect(faults('ok\n\n<table></table>')).toMatchObject([
      { code: 'model/unsupported', at: { file: 'templates/trial.hbs', line: 15 } },
    ])
    expect(faults('![alt](a.png)')).toMatchObject([{ code: 'model/unsupported' }])
    expect(faults(':::calout\nx\n:::')).toMatchObject([{ hints: ['did you mean `callout`?'] }])
    expect(faults('[x](javascript:alert)')).toMatchObject([{ code: 'model/unsupported' }])
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
