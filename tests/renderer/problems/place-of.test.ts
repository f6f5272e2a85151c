import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../engine/base/index.js'
import { placeOf } from '../../../renderer/problems/place-of.js'

function diagnostic(part: Partial<Diagnostic>): Diagnostic {
  return { severity: 'error', code: 'x/y', message: '', hints: [], ...part }
}

describe('where a diagnostic leads', () => {
  it('is the section whose text it is about', () => {
    const at = { section: 'context', line: 2, column: 4 }
    expect(placeOf(diagnostic({ at }))).toEqual({ type: 'section', id: 'context' })
  })

  it('is the parameter or field of the brief that it is about, whatever its message says', () => {
    const missing = diagnostic({ at: { parameter: 'deal' }, message: '`asOf` stands here' })
    expect(placeOf(missing)).toEqual({ type: 'field', name: 'parameter:deal' })
    expect(placeOf(diagnostic({ at: { field: 'asOf' } }))).toEqual({ type: 'field', name: 'asOf' })
  })

  it('is nowhere for a field that the settings do not show', () => {
    expect(placeOf(diagnostic({ at: { field: 'template' } }))).toBeUndefined()
  })

  it('is the line of a file', () => {
    const at = { file: 'casebook/deals.yaml', line: 12, column: 3 }
    expect(placeOf(diagnostic({ at }))).toEqual({ type: 'source', file: at.file, line: 12 })
  })

  it('is nowhere when the diagnostic has no place', () => {
    expect(placeOf(diagnostic({ code: 'layout/too-long' }))).toBeUndefined()
  })
})
