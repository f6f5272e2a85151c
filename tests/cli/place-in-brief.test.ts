import { describe, expect, it } from 'vitest'
import { placeInBrief } from '../../cli/place-in-brief.js'
import type { Diagnostic, Place } from '../../engine/base/index.js'

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

function fault(at?: Place, code = 'template/unknown-field'): Diagnostic {
  return { severity: 'error', code, message: 'm', hints: [], ...(at && { at }) }
}

function placeOf(diagnostic: Diagnostic): string | undefined {
  const at = placeInBrief([diagnostic], file, [])[0]?.at
  return at && `${at.file}:${at.line}:${at.column}`
}

describe('the place of a fault in a brief', () => {
  it.each([
    ['a parameter', { file: 'parameters/deal', line: 1, column: 1 }, 4, 3],
    ['a parameter that is not given', { file: 'parameters/other', line: 1, column: 1 }, 3, 1],
    ['the second line of a block of text', { file: 'narrative/context', line: 2, column: 7 }, 8, 11],
    ['text on the line of its section', { file: 'narrative/outlook', line: 1, column: 11 }, 9, 22],
    ['text in quotation marks', { file: 'narrative/quoted', line: 1, column: 6 }, 10, 17],
  ])('is the line that it was written on: %s', (_, at, line, column) => {
    expect(placeOf(fault(at))).toBe(`${file.path}:${line}:${column}`)
    const written = file.text.split('\n')[line - 1]?.slice(column - 1) ?? ''
    if (at.file.startsWith('narrative')) expect(written).toMatch(/^(nother|\{*(another|line|quotes))/)
  })

  it('is where an unknown template is named', () => {
    expect(placeOf(fault(undefined, 'template/unknown'))).toBe(`${file.path}:2:11`)
  })

  it('is the option when the value came from one', () => {
    const at = { file: 'parameters/deal', line: 1, column: 1 }
    const settings = [{ name: 'deal', value: 'second' }]
    expect(placeInBrief([fault(at)], file, settings)).toEqual([{ ...fault(), option: '--set deal' }])
    expect(placeInBrief([fault(at)], undefined, [])).toEqual([{ ...fault(), option: '--set deal' }])
  })

  it('stays as it is in another file', () => {
    const at = { file: 'templates/fact-sheet.hbs', line: 3, column: 4 }
    expect(placeInBrief([fault(at)], file, [])).toEqual([fault(at)])
  })
})
