import { describe, expect, it } from 'vitest'
import { placeInBrief } from '../../cli/place-in-brief.js'
import { type Diagnostic, type Place, placeKey } from '../../engine/base/index.js'

const file = {
  path: 'briefs/one.brief.yaml',
  text: `# Tonight's brief
template: fact-shet
parameters:
  deal: first
narrative:
  context: |
    One line,
    and {{another}}.
  outlook: A plain {{line}}.
  quoted: "In {{quotes}}."
`,
}

function fault(at?: Place): Diagnostic {
  return { severity: 'error', code: 'template/unknown-field', message: 'm', hints: [], ...(at && { at }) }
}

function placeOf(diagnostic: Diagnostic): string | undefined {
  const at = placeInBrief([diagnostic], file, {})[0]?.at
  return at && placeKey(at)
}

describe('the place of a fault in a brief', () => {
  it.each([
    ['a parameter', { parameter: 'deal' }, 4, 3],
    ['a parameter that is not given', { parameter: 'other' }, 3, 1],
    ['the second line of a block of text', { section: 'context', line: 2, column: 7 }, 8, 11],
    ['text on the line of its section', { section: 'outlook', line: 1, column: 11 }, 9, 22],
    ['text in quotation marks', { section: 'quoted', line: 1, column: 6 }, 10, 17],
    ['a section that is not given', { section: 'other', line: 1, column: 1 }, 5, 1],
    ['a field', { field: 'template' }, 2, 11],
    ['a field that is not given', { field: 'theme' }, 1, 1],
  ] satisfies [string, Place, number, number][])(
    'is the line that it was written on: %s',
    (_, at, line, column) => {
      expect(placeOf(fault(at))).toBe(`${file.path}:${line}:${column}`)
      const written = file.text.split('\n')[line - 1]?.slice(column - 1) ?? ''
      if ('column' in at && at.column > 1) expect(written).toMatch(/^(nother|\{*(another|line|quotes))/)
    },
  )

  it('is the option when the value came from one', () => {
    const at = { parameter: 'deal' }
    const set = [{ name: 'deal', value: 'second' }]
    expect(placeInBrief([fault(at)], file, { set })).toEqual([{ ...fault(), option: '--set deal' }])
    expect(placeInBrief([fault(at)], undefined, {})).toEqual([{ ...fault(), option: '--set deal' }])
    const language = fault({ field: 'language' })
    expect(placeInBrief([language], file, { lang: 'fr' })).toEqual([{ ...fault(), option: '--lang' }])
  })

  it('stays as it is in another file', () => {
    const at = { file: 'templates/fact-sheet.hbs', line: 3, column: 4 }
    expect(placeInBrief([fault(at)], file, {})).toEqual([fault(at)])
  })
})
