import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editBrief, formatBrief, parseBrief } from '../../engine/brief/index.js'
import type { Brief, ParameterValue } from '../../engine/brief/types.js'

function briefIn(text: string): Brief {
  const brief = parseBrief({ path: 'briefs/a.brief.yaml', text })
  if (!brief.ok) throw new Error(`${brief.diagnostics[0]?.message}\n${text}`)
  return brief.value
}

/** The text after a change to what it says. */
function edited(text: string, change: (brief: Brief) => Brief): string {
  const wanted = change(briefIn(text))
  const after = editBrief(text, wanted)
  expect(briefIn(after)).toEqual(wanted)
  return after
}

const written = `# Orion, for the minister
template: fact-sheet   # the short one
language: 'fr'

# as agreed on Monday
title: "L’accord: Orion"
parameters:
  deal: &main orion
  others: [ kobalt,  lobito ] # in this order
  withRisks: true
narrative:
    # the gist
    summary: | # keep it short
      One.

      Two.

    outlook: >-
      A long line that
      goes on.
# the end
`

describe('changing a brief that somebody wrote', () => {
  it.each<[string, (brief: Brief) => Brief, string, string]>([
    ['a title', (b) => ({ ...b, title: 'Orion' }), '"L’accord: Orion"', '"Orion"'],
    ['the language', (b) => ({ ...b, language: 'en' }), `'fr'`, `'en'`],
    ['a record', (b) => given(b, 'deal', 'kobalt'), '&main orion', '&main kobalt'],
    ['a flag', (b) => given(b, 'withRisks', false), 'withRisks: true', 'withRisks: false'],
    ['a list, shorter', (b) => given(b, 'others', ['lobito']), '[ kobalt,  lobito ]', '[ lobito ]'],
    ['a list, longer', (b) => given(b, 'others', ['kobalt', 'lobito', 'x']), 'lobito ]', 'lobito, x ]'],
    ['a list, emptied', (b) => given(b, 'others', []), '  others: [ kobalt,  lobito ]', '  others: []'],
    ['a text in a block', (b) => said(b, 'summary', 'One.\n\n2.\n'), '      Two.', '      2.'],
    ['its last line break', (b) => said(b, 'summary', 'One.\n\nTwo.'), 'summary: | #', 'summary: |- #'],
    ['a folded text', (b) => said(b, 'outlook', 'Short.'), 'A long line that\n      goes on.', 'Short.'],
    ['a new setting', (b) => ({ ...b, asOf: '2026-02-03' }), `'fr'\n`, `'fr'\nasOf: 2026-02-03\n`],
    ['a setting taken out', without('title'), 'title: "L’accord: Orion"\n', ''],
    [
      'a section taken out',
      (b) => said(b, 'outlook', undefined),
      `    outlook: >-\n      A long line that\n      goes on.\n`,
      '',
    ],
    [
      'a new section',
      (b) => said(b, 'risks', 'One.\n\nTwo.'),
      'goes on.\n',
      'goes on.\n    risks: |-\n      One.\n\n      Two.\n',
    ],
  ])('changes %s and nothing around it', (_, change, before, after) => {
    expect(written.split(before)).toHaveLength(2)
    expect(edited(written, change)).toBe(written.replace(before, () => after))
  })

  it('writes the first text of several lines as it is read', () => {
    const text = 'template: x\nnarrative:\n  a: One. # first\n  b: Two.\n'
    expect(edited(text, (b) => said(b, 'a', 'One.\n\nMore.'))).toBe(
      'template: x\nnarrative:\n  a: |- # first\n    One.\n\n    More.\n  b: Two.\n',
    )
  })

  it('takes a whole group out with its last field, and puts one in where there was none', () => {
    const text = 'template: x\nparameters:\n  deal: orion\n# end'
    const empty = edited(text, (b) => ({ ...b, parameters: {} }))
    expect(empty).toBe('template: x\n# end')
    expect(edited(empty, (b) => given(b, 'deal', 'kobalt'))).toBe(
      'template: x\nparameters:\n  deal: kobalt\n# end',
    )
    expect(edited('template: x', (b) => given(b, 'deal', 'orion'))).toBe(
      'template: x\nparameters:\n  deal: orion',
    )
    expect(edited('template: x\nparameters: {} # none\n', (b) => given(b, 'deal', 'orion'))).toBe(
      'template: x\nparameters: # none\n  deal: orion\n',
    )
  })

  it('keeps the lines of a list with their comments when it is put in another order', () => {
    const text = 'template: x\nparameters:\n  deals:\n    - a # first\n    - "b"\n    - c # last\n'
    expect(edited(text, (b) => given(b, 'deals', ['b', 'a', 'c']))).toBe(
      'template: x\nparameters:\n  deals:\n    - "b"\n    - a # first\n    - c # last\n',
    )
    expect(edited(text, (b) => given(b, 'deals', ['a', 'c', 'd']))).toBe(
      'template: x\nparameters:\n  deals:\n    - a # first\n    - c # last\n    - d\n',
    )
  })

  it('keeps a brief that is written as JSON', () => {
    const text = '{\n  "template": "x",\n  "language": "fr",\n  "narrative": { "a": "One.\\n\\nTwo." }\n}\n'
    expect(edited(text, (b) => ({ ...said(b, 'a', 'One.\n2.'), title: 'T' }))).toBe(
      '{\n  "template": "x",\n  "language": "fr", "title": "T",\n  "narrative": { "a": "One.\\n2." }\n}\n',
    )
    expect(JSON.parse(edited(text, (b) => ({ ...b, language: 'en', narrative: {} })))).toEqual({
      template: 'x',
      language: 'en',
    })
  })

  it('gives what is not a brief a form that is one', () => {
    const brief: Brief = { template: 'x', language: 'en', parameters: {}, narrative: {} }
    expect(editBrief('template: [', brief)).toBe(formatBrief(brief))
  })

  it('takes milliseconds for a section of half a megabyte', () => {
    const long = 'A line of a narrative that is long, with some words.\n\n'.repeat(9_300)
    const brief: Brief = { template: 'x', language: 'en', parameters: {}, narrative: { a: long, b: 'B' } }
    let text = formatBrief(brief)
    const edit = (index: number) => {
      const began = performance.now()
      text = editBrief(text, said(brief, 'a', `${long}${index}`))
      return performance.now() - began
    }
    const times = Array.from({ length: 9 }, (_, index) => edit(index)).sort((a, b) => a - b)
    expect(briefIn(text).narrative['a']).toBe(`${long}8`)
    expect(times[4]).toBeLessThan(500)
  })
})

const word = fc.constantFrom(
  'Orion',
  'déjà vu',
  '“Cobalt”',
  'it’s',
  '- x',
  '# y',
  'a: b',
  '{{deal.stake}}',
  '2026',
  'null',
  'true',
  "'",
  '"',
  '*bold*',
  '& c',
  '%',
  '@a',
  '!b',
  '[',
  ']',
  '{',
  ',',
  '|',
  '>',
  ' ',
  '\\',
  'no',
  '~',
  '😀',
)
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
const prose = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text !== '')
const id = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '2026', 'le-titre', 'true')
const value: fc.Arbitrary<ParameterValue> = fc.oneof(prose, fc.array(line, { maxLength: 4 }), fc.boolean())
const brief: fc.Arbitrary<Brief> = fc.record(
  {
    template: fc.constantFrom('fact-sheet', 'x', '2026'),
    language: fc.constantFrom('en' as const, 'fr' as const),
    asOf: fc.constant('2026-02-03'),
    title: line.filter((text) => text !== ''),
    marking: line.filter((text) => text !== ''),
    size: fc.constantFrom('A4' as const, 'Letter' as const),
    redacted: fc.boolean(),
    parameters: fc.dictionary(id, value, { maxKeys: 4 }),
    narrative: fc.dictionary(id, prose, { maxKeys: 4 }),
  },
  { requiredKeys: ['template', 'language', 'parameters', 'narrative'] },
)

interface Manner {
  indent: number
  quotes: number
  comments: boolean
  blankLines: boolean
  flow: boolean
  isTurned: boolean
}
const manner: fc.Arbitrary<Manner> = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  quotes: fc.nat(3),
  comments: fc.boolean(),
  blankLines: fc.boolean(),
  flow: fc.boolean(),
  isTurned: fc.boolean(),
})

/** A brief as somebody might have typed it. */
function typed(brief: Brief, { indent, quotes, comments, blankLines, flow, isTurned }: Manner): string {
  const pad = ' '.repeat(indent)
  let turn = quotes
  const scalar = (text: string, column: number): string => {
    turn += 1
    const isPlain = /^[A-Za-zé][A-Za-zé -]*[A-Za-zé]$/.test(text) && !/^(null|true|false)$/.test(text)
    if (turn % 4 === 0 && isPlain) return text
    const lines = text.split('\n')
    const canBeBlock = column >= 0 && /\S/.test(text) && !/\n[\t ]*$/.test(text)
    if (canBeBlock && (turn % 4 === 1 || lines.length > 1)) {
      const within = ' '.repeat(column + indent)
      return `|${/^\n* /.test(text) ? indent : ''}-${comments ? ' # as it is read' : ''}\n${lines.map((one) => (one === '' ? '' : within + one)).join('\n')}`
    }
    if (turn % 4 === 2 && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`
    return JSON.stringify(text)
  }
  const asTyped = (value: ParameterValue, column: number): string => {
    if (typeof value === 'boolean') return String(value)
    if (typeof value === 'string') return scalar(value, column)
    if (value.length === 0) return '[]'
    if (flow) return `[ ${value.map((one) => JSON.stringify(one)).join(',  ')} ]`
    const at = ' '.repeat(column + indent)
    return value.map((one) => `\n${at}-  ${JSON.stringify(one)}${comments ? ' # so' : ''}`).join('')
  }
  const fields = Object.entries(brief).map(([name, field]) => {
    const before = (blankLines ? '\n' : '') + (comments ? `# of ${name}\n` : '')
    if (typeof field !== 'object') return `${before}${name}: ${asTyped(field as ParameterValue, 0)}`
    const entries = Object.entries(field as Record<string, ParameterValue>)
    if (entries.length === 0) return `${before}${name}: {}`
    if (flow && name === 'parameters')
      return `${before}${name}: { ${entries.map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`).join(' , ')} }`
    const lines = entries.map(
      ([key, one]) =>
        `${comments ? `\n${pad}# here` : ''}\n${pad}${JSON.stringify(key)}: ${asTyped(one, indent)}${blankLines ? '\n' : ''}`,
    )
    return `${before}${name}:${comments ? ' # what' : ''}${lines.join('')}`
  })
  return `${(isTurned ? fields.reverse() : fields).join('\n')}\n`
}

describe('changing any brief, in whatever manner it is written', () => {
  it('gives the same text where nothing is different', () => {
    fc.assert(
      fc.property(brief, manner, (one, how) => {
        const text = typed(one, how)
        expect(briefIn(text)).toEqual(one)
        expect(editBrief(text, structuredClone(one))).toBe(text)
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  it('says what is wanted after any change, and keeps every comment that is not of what went', () => {
    fc.assert(
      fc.property(brief, brief, manner, (one, other, how) => {
        const text = typed(one, how)
        const after = editBrief(text, other)
        expect(briefIn(after)).toEqual(other)
        for (const name of Object.keys(one)) {
          const comment = `# of ${name}\n`
          expect(after.includes(comment)).toBe(text.includes(comment))
        }
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('leaves what stands before and after a section to the byte', () => {
    fc.assert(
      fc.property(brief, id, prose, prose, manner, (one, name, old, wanted, how) => {
        const before = said(one, name, old)
        const text = typed(before, how)
        const after = editBrief(text, said(before, name, wanted))
        const key = new RegExp(`^ +${JSON.stringify(name)}: `, 'm')
        const narrative = text.slice(text.indexOf('narrative:'))
        const start = text.length - narrative.length + (key.exec(narrative)?.index ?? Number.NaN)
        const rest = restAfter(text, start)
        expect(after.slice(0, start)).toBe(text.slice(0, start))
        expect(after.slice(after.length - rest.length)).toBe(rest)
      }),
      { numRuns: 120 },
    )
  }, 60_000)
})

/** What comes after the field that begins its line at `start`: lines from the next one that stands no further in. */
function restAfter(text: string, start: number): string {
  const [first = '', ...lines] = text.slice(start).split('\n')
  const column = first.length - first.trimStart().length
  const end = lines.findIndex((line) => line !== '' && line.length - line.trimStart().length <= column)
  return end < 0 ? '' : lines.slice(end).join('\n')
}

function given(brief: Brief, name: string, value: ParameterValue): Brief {
  return { ...brief, parameters: { ...brief.parameters, [name]: value } }
}

function said(brief: Brief, name: string, text: string | undefined): Brief {
  const { [name]: _, ...others } = brief.narrative
  return { ...brief, narrative: text === undefined ? others : { ...brief.narrative, [name]: text } }
}

function without(name: keyof Brief): (brief: Brief) => Brief {
  return ({ [name]: _, ...rest }) => rest as Brief
}
