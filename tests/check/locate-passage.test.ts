import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { compileBrief } from '../../engine/compile/index.js'
import { builtIn, host } from '../built-in/workspace.js'

const text = `- id: internal-first
  internal: true
  text: { en: Nothing, fr: Rien }
- id: summary
  text:
    fr: Rien de faux.
    en: >-
      A first line,
      and {{#with (record "deals" "spa") as |spa|}}{{spa.sigend}}{{/with}} on a second.
`

describe('a fault in a passage', () => {
  it.each([false, true])('is placed on its line of the casebook, redacted: %s', async (redacted) => {
    const sources = builtIn.sources.map((file) =>
      file.path === 'casebook/passages.yaml' ? { ...file, text } : file,
    )
    const casebook = parseCasebook(sources)
    if (!casebook.ok) throw new Error(JSON.stringify(casebook.diagnostics))
    const brief = {
      template: 'issue-brief',
      language: 'en',
      parameters: {},
      narrative: {},
      redacted,
    } as const
    const compiled = await compileBrief({ ...builtIn, sources, casebook: casebook.value }, brief, host)
    const fault = diagnosticsOf(compiled).find(({ message }) => message.includes('sigend'))
    const line = text.split('\n').findIndex((words) => words.includes('sigend'))
    expect(fault?.at).toMatchObject({
      file: 'casebook/passages.yaml',
      line: line + 1,
      column: (text.split('\n')[line]?.indexOf('spa.sigend') ?? 0) + 1,
    })
  })

  it('leads from the page to the line that was printed', async () => {
    const brief = { template: 'issue-brief', language: 'en', parameters: {}, narrative: {} } as const
    const compiled = await compileBrief(builtIn, brief, host)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics))
    const file = builtIn.sources.find(({ path }) => path === 'casebook/passages.yaml')
    const lines = file?.text.split('\n') ?? []
    const froms = compiled.value.pageMap.map(({ from }) => from)
    expect(froms.filter((from) => 'passage' in from)).toEqual([])
    const printed = froms.flatMap((from) =>
      'file' in from && from.file === file?.path ? [lines[from.line - 1]] : [],
    )
    expect(printed.length).toBeGreaterThan(0)
    for (const line of printed) expect(line).toMatch(/^ {6}\S/)
  })
})
