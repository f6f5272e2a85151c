import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeKey } from '../../engine/base/index.js'
import { build, document, faults, text } from '../small/trial.js'

const body = '{{narrative "background"}}'

/** A narrative as a brief has it. */
const written = (narrative: string) => ({ brief: { narrative: { background: narrative } } })

/** What a narrative prints, a block a line. */
const printed = (narrative: string) => text(body, written(narrative))

/** What is said of it: code and place. */
const said = (narrative: string) =>
  faults(body, written(narrative)).map(({ code, at }) => `${code} ${at && placeKey(at)}`)

describe('what is typed in Markdown', () => {
  it('A1 is printed, or what is not is said', () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('AB', 'CD', 'EF', ' ', '\n', '\n\n') },
      fc.constantFrom(
        '*',
        '**',
        '_',
        '~',
        '~~',
        '^',
        '`',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        ':',
        '::',
        '|',
      ),
      fc.constantFrom(
        '<',
        '>',
        '# ',
        '- ',
        '- [ ] ',
        '2. ',
        '7) ',
        '> ',
        '\n|-|-|\n',
        '![',
        '[^x]',
        '[^x]: ',
        '```',
        '---',
      ),
      fc.constantFrom(':lang', ':::', '::', '=', '"', '<br>', '<sup>', '</sup>', '<!', '&'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const narrative = pieces.join('')
        const model = build(body, written(narrative))
        if (!model.ok || model.warnings.length > 0) return
        const letters = (words: string) => words.replace(/<br>|<\/?sup>/g, '').replace(/[^A-F]/g, '')
        // Words in the address of a link are drawn by where it leads.
        const typed = narrative.replace(/\(https?:[^)]*\)/g, '')
        expect(letters(printed(narrative)), narrative).toBe(letters(typed))
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['**bold.**word', '**'],
    ['**Attention :**voir', '**'],
    ['a *word', '*'],
    ['~~struck', '~~'],
    ['_half', '_'],
    ['| a | b |\n|---|', '|'],
  ])('A2 has no mark left on the page unsaid: %s', (narrative) => {
    expect(said(narrative)[0]).toMatch(/^model\/mark-left section:background:1:/)
  })
  it('A2 says so of a backtick and a fence, too', () => {
    expect(said('a ` b')).toEqual(['model/mark-left section:background:1:1'])
    expect(said('text :::callout')).toEqual(['model/mark-left section:background:1:1'])
  })
  it.each([
    '2 * 3 * 4',
    'Total*',
    'snake_case_name',
    '\\*\\*as it is\\*\\*',
    'a ~ b',
    '5 \\` 6',
    'x (*)',
    '10:30',
  ])('A2 leaves alone what is meant as it is: %s', (narrative) => {
    expect(said(narrative)).toEqual([])
  })

  it.each([
    ['10^6^ t, m^2^', 'p 10⁶ t, m²'],
    ['CO~2~ and ^235^U', 'p CO₂ and ²³⁵U'],
    ['n^os^ 4', 'p n^os^ 4'],
    ['H<sub>2</sub>O <SUP>a</SUP>', 'p H~2~O ^a^'],
    ['5~6 and 7~8', 'p 5~6 and 7~8'],
    ['2\\^3\\^ and a\\~b\\~', 'p 2^3^ and a~b~'],
    ['**x~i~**', 'p **x**~i~'],
  ])('A3 is raised between ^ and lowered between ~: %s', (narrative, line) => {
    expect(printed(narrative).replaceAll('**~i~**', '~i~')).toBe(line)
  })

  it('A4 breaks a line at <br>, in a cell and in a paragraph', () => {
    expect(printed('one<br>two<BR/>three')).toBe('p one/two/three')
    expect(printed('| A |\n|---|\n| a<br />b |')).toContain('a/b')
    expect(text('{{#table deals as |deal|}}{{#column "A"}}x<br>y{{/column}}{{/table}}')).toContain('x/y')
    expect(said('a <u>b</u>')).toEqual([
      'model/unsupported section:background:1:3',
      'model/unsupported section:background:1:7',
    ])
    expect(said('<br>')).toEqual(['model/unsupported section:background:1:1'])
  })

  it('A5 has its boxes ticked and its numbers as they are written', () => {
    expect(printed('- [ ] Ask\n- [x] Answer\n- plain')).toBe('- [ ] p Ask\n- [x] p Answer\n- p plain')
    expect(printed('7) Ask\n8) Answer')).toBe('7) p Ask\n8) p Answer')
    expect(said('1. a\n1. b\n1. c')).toEqual([])
    expect(said('3. a\n5. b')).toEqual(['model/list-number section:background:2:1'])
    const [list] = document(body, written('99. a\n100. b')).blocks
    expect(list).toMatchObject({ type: 'list', start: 99 })
  })

  it('A6 keeps what stands in braces after a word with a colon', () => {
    expect(printed('ratio 3:one{a=1} kept')).toBe('p ratio 3:one{a=1} kept')
    expect(printed('see :note[this]{b} kept')).toBe('p see :note[this]{b} kept')
    expect(printed('x:y{} and z')).toBe('p x:y{} and z')
  })

  it.each([
    [':::callout{titel="x"}\ntext\n:::', 'model/unsupported section:background:1:1'],
    [':::callout[Title]\ntext\n:::', 'model/unsupported section:background:1:1'],
    [':::pageBreak\ntext\n:::', 'model/unsupported section:background:1:1'],
    ['::pageBreak[text]', 'model/unsupported section:background:1:1'],
    [':::box\ntext\n:::', 'model/unsupported section:background:1:1'],
    ['text\n\n[^a]: never called', 'model/uncalled-footnote section:background:3:1'],
    ['a[^a]\n\n[^a]: once\n\n[^a]: twice', 'model/unsupported section:background:5:1'],
    ['[words](https://example.org "title")', 'model/link-title section:background:1:1'],
    ['text\n\n[a]: https://example.org', 'model/unsupported section:background:3:1'],
    ['| A | B |\n|---|---|\n| a |', 'model/missing-cells section:background:3:1'],
    ['# One\n\n## Two\n\n### Three\n\n#### Deep', 'model/heading-depth section:background:7:1'],
    ['```js\ncode\n```', 'model/code-language section:background:1:1'],
  ])('A7 says of what no document holds that it is left out: %s', (narrative, fault) => {
    expect(said(narrative)).toEqual([fault])
  })

  it('A7 says it of text beside the columns of a table, and of a caption without one', () => {
    const table = '{{#table deals as |deal|}}lost {{#column "A"}}x{{/column}}{{/table}}'
    expect(faults(table).map(({ code, message }) => [code, message])).toEqual([
      ['template/misplaced', 'found `lost` in `#table` outside its columns'],
    ])
    expect(faults('{{#captioned caption="C"}}\nno table\n{{/captioned}}').map(({ code }) => code)).toEqual([
      'model/no-table',
    ])
  })
})
