import { describe, expect, it } from 'vitest'
import { countDiagnostics, describeDiagnostic, shownPath } from '../../cli/describe-diagnostic.js'
import type { FileDiagnostic } from '../../engine/base/index.js'

const fault: FileDiagnostic = {
  severity: 'error',
  code: 'template/unknown-field',
  message: 'no field `stkae` in `deal`',
  hints: ['did you mean `stake`?', 'see the fields of `deal`'],
  at: { file: 'templates/a.hbs', line: 12, column: 5 },
}

describe('a diagnostic in a terminal', () => {
  it('begins with file, line and column, and has its hints beneath it', () => {
    const shown = describeDiagnostic(fault, '/home/me/ours/templates/a.hbs', {
      cwd: '/home/me',
      hasColour: false,
    })
    expect(shown).toBe(
      'ours/templates/a.hbs:12:5: error: no field `stkae` in `deal` [template/unknown-field]\n' +
        '    did you mean `stake`?\n' +
        '    see the fields of `deal`',
    )
  })

  it('has no place when it is about no file', () => {
    const { at: _, ...placeless } = fault
    expect(describeDiagnostic({ ...placeless, hints: [] }, undefined, { cwd: '/', hasColour: false })).toBe(
      'error: no field `stkae` in `deal` [template/unknown-field]',
    )
  })

  it('names the file alone when it is about the whole of it', () => {
    const whole = { ...fault, hints: [], at: { file: 'templates/a.hbs' } }
    expect(describeDiagnostic(whole, '/home/me/templates/a.hbs', { cwd: '/home/me', hasColour: false })).toBe(
      'templates/a.hbs: error: no field `stkae` in `deal` [template/unknown-field]',
    )
  })

  it('is coloured only when asked', () => {
    expect(describeDiagnostic(fault, '/a', { cwd: '/', hasColour: true })).toContain('\u001b[31merror')
  })

  it('shows a far file by its whole path', () => {
    expect(shownPath('/opt/a.yaml', '/home/me/some/where/deep')).toBe('/opt/a.yaml')
    expect(shownPath('/home/me', '/home/me')).toBe('.')
  })

  it('is counted by severity', () => {
    expect(countDiagnostics([fault, { ...fault, severity: 'warning' }, fault])).toBe('2 errors, 1 warning')
    expect(countDiagnostics([])).toBe('')
  })
})
