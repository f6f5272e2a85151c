import { describe, expect, it } from 'vitest'
import { compareWords } from '../../engine/compare/index.js'

describe('two versions of a text', () => {
  it('shows what came and what went, word by word', () => {
    expect(compareWords('Tin is a metal.\n', 'Tin is a soft metal.\n')).toEqual([
      { kind: 'same', text: 'Tin is a ' },
      { kind: 'added', text: 'soft ' },
      { kind: 'same', text: 'metal.\n' },
    ])
    const words = (mark: string) => Array.from({ length: 20_000 }, (_, index) => `${mark}${index}`).join(' ')
    expect(compareWords(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
