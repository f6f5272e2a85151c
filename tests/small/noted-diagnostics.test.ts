import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../engine/base/index.js'
import { withNotes, withoutNotes } from './noted-diagnostics.js'

const files = [
  { path: 'a.yaml', text: 'first: 1\n  second: 2\n' },
  { path: 'b.hbs', text: '{{one}}\n# no note, error or warning\n{{two}}\n' },
]

function fault(at: Diagnostic['at'], more: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: 'error', code: 'casebook/bad-id', message: 'no `x`', hints: [], at, ...more }
}

const place = (file: string, line: number, column: number, more = {}) => ({ file, line, column, ...more })

const found = [
  fault(place('a.yaml', 1, 1)),
  fault(place('a.yaml', 2, 3, { endLine: 2, endColumn: 9 }), { severity: 'warning', hints: ['a', 'b'] }),
  fault(place('a.yaml', 2, 11)),
  fault(place('b.hbs', 1, 2, { endLine: 3, endColumn: 4 })),
  fault({ parameter: 'x' }),
  fault(place('a.yaml', 9, 1)),
  fault(undefined),
]

describe('what is noted in a file', () => {
  it('stands beneath what it is about, or at the end', () => {
    expect(withNotes(files, found).map(({ text }) => text)).toEqual([
      `first: 1
^ error casebook/bad-id: no \`x\`
  second: 2
# ^^^^^^ warning casebook/bad-id: no \`x\` → a → b
#         ^ error casebook/bad-id: no \`x\`
# parameter:x error casebook/bad-id: no \`x\`
# a.yaml:9:1 error casebook/bad-id: no \`x\`
# error casebook/bad-id: no \`x\`
`,
      `{{one}}
#^+2:4 error casebook/bad-id: no \`x\`
# no note, error or warning
{{two}}
`,
    ])
  })

  it('is no part of the file', () => {
    const read = withNotes(files, found).map(({ path, text }) => ({ path, text: withoutNotes(text) }))
    expect(read).toEqual(files)
  })
})
