import { describe, expect, it } from 'vitest'
import { placeInText, placeKey } from '../../engine/base/index.js'

describe('a place', () => {
  it('is told apart from every other kind of place by its key', () => {
    const stretch = { line: 3, column: 10 }
    const keys = [
      { file: 'a', ...stretch },
      { section: 'a', ...stretch },
      { passage: 'a', ...stretch },
      { parameter: 'a' },
      { field: 'a' },
    ].map(placeKey)
    expect(keys).toEqual(['a:3:10', 'section:a:3:10', 'passage:a:3:10', 'parameter:a', 'field:a'])
  })

  it('counts lines and columns from 1, and goes on from the line that its text begins on', () => {
    expect(placeInText({ section: 'a' }, 'one\ntwo', 5)).toEqual({ section: 'a', line: 2, column: 2 })
    expect(placeInText({ file: 'a' }, 'one\ntwo', 0, 7)).toEqual({ file: 'a', line: 7, column: 1 })
  })
})
