import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { builtInFiles } from '../built-in/casebook.js'
import { smallFiles } from '../small/casebook.js'

const odd = [
  '~',
  '- ~',
  '- - a',
  '? [a]: b',
  '- ? [a, b]\n  : c\n  id: x',
  '- id: [x]\n  name: {}',
  '- id: ~\n  name: !!binary abc',
  '%YAML 1.1\n---\n- id: a',
  '&a [*a]',
  '- id: 1e999\n  name: .nan',
  '- '.repeat(2000),
  '{'.repeat(500),
  '- id: constructor\n  __proto__: 1\n  toString: n',
  '"',
  '\u0000',
  '- id: a\n  <<: { name: b }',
  '- id: a\n  stake: { value: [{ name: x }, { y: 1 }], status: unknown }',
  '- id: a\n  stake: { value: [[1, 2], [3]], status: unknown }',
  '- id: a\n  stake: { value: .inf, status: unknown, asOf: 2021/2024/2025, sources: [[a], 1, ~] }',
]

/** Every fault has a place and something to try, and says nothing in the program's own words. */
function expectSound(files: ReturnType<typeof smallFiles>): void {
  for (const { at, hints, message } of diagnosticsOf(parseCasebook(files))) {
    expect({ message, at }).toEqual({
      message: expect.not.stringMatching(/undefined|NaN|\[object/),
      at: expect.objectContaining({ line: expect.any(Number), column: expect.any(Number) }),
    })
    expect({ message, hints }).not.toEqual({ message, hints: [] })
  }
}

describe('a casebook that makes no sense', () => {
  it.each(odd)('is shown its faults: %j', (text) => {
    for (const name of ['casebook', 'sources', 'deals', 'gaps']) expectSound(smallFiles({ [name]: text }))
  })

  it('is shown them wherever a character slips into the built-in one', () => {
    const files = builtInFiles()
    const slips = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '- ',
      '#',
      '&',
      '*',
      '|',
      "'",
      '"',
      '%',
      '\t',
      '\n',
      ' ',
      '0',
      '',
    ]
    // Every file once, at a place that moves from one to the next, with the slips in turn.
    files.forEach(({ text }, index) => {
      const offset = Math.floor((text.length * (index + 1)) / (files.length + 2))
      const spoilt = `${text.slice(0, offset)}${slips[index % slips.length]}${text.slice(offset + 1)}`
      expectSound(files.map((file, other) => (other === index ? { ...file, text: spoilt } : file)))
    })
  })
})
