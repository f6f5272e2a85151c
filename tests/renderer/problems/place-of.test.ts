import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../engine/base/index.js'
import type { Template } from '../../../engine/template/types.js'
import { placeOf } from '../../../renderer/problems/place-of.js'

const template = {
  parameters: [{ name: 'deal', type: 'record', collection: 'deals', label: 'Deal', required: true }],
  sections: [{ id: 'context', title: 'In short', required: false }],
} as unknown as Template
const open = { file: 'briefs/a.brief.yaml', template }

function diagnostic(part: Partial<Diagnostic>): Diagnostic {
  return { severity: 'error', code: 'x/y', message: '', hints: [], ...part }
}

describe('where a diagnostic leads', () => {
  it('is the section whose text it is about', () => {
    const at = { file: 'narrative/context', line: 2, column: 4 }
    expect(placeOf(diagnostic({ at }), open)).toEqual({ type: 'section', id: 'context' })
  })

  it('is the parameter or field of the brief that its message names', () => {
    const missing = diagnostic({
      code: 'brief/missing-parameter',
      message: 'the parameter `deal` is not given',
    })
    expect(placeOf(missing, open)).toEqual({ type: 'field', name: 'parameter:deal' })
    const day = diagnostic({ message: '`asOf` is no day', at: { file: open.file, line: 3, column: 1 } })
    expect(placeOf(day, open)).toEqual({ type: 'field', name: 'asOf' })
  })

  it('is the line of any other file', () => {
    const at = { file: 'casebook/deals.yaml', line: 12, column: 3 }
    expect(placeOf(diagnostic({ at }))).toEqual({ type: 'source', file: at.file, line: 12 })
  })

  it('is nowhere when the diagnostic has no place', () => {
    expect(placeOf(diagnostic({ code: 'layout/too-long' }), open)).toBeUndefined()
  })
})
