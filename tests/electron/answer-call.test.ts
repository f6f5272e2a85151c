import { describe, expect, it } from 'vitest'
import { answersWithOutcome, type Calls } from '../../electron/contract/index.js'
import { answerCall } from '../../electron/main/answer-call.js'
import { inputs } from '../../electron/main/calls/inputs.js'
import { type Diagnostic, success } from '../../engine/base/index.js'

const file = 'briefs/a.brief.yaml'
const brief = { template: 'fact-sheet', language: 'en', parameters: {}, narrative: {} }
const long = 'x'.repeat(500_001)
const made = success({
  bytes: new Uint8Array(1),
  pageCount: 1,
  pageMap: [],
  density: 'usual',
  letters: [],
  faults: [],
})
const render = (change: object) =>
  answerCall('renderBrief', [{ file, brief: { ...brief, ...change } }], () => made)

describe('a call', () => {
  it('gets what its handler says when its input is in order', () => {
    expect(render({})).toBe(made)
  })

  it('with a section that is too long fails with one diagnostic, at the section', () => {
    expect(render({ narrative: { context: long, other: 'short' } })).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'brief/too-long',
          message: 'the section `context` has 500001 characters, at most 500000 are taken',
          hints: ['shorten it'],
          at: { section: 'context', line: 1, column: 1 },
        },
      ],
    })
  })

  it.each([
    [
      { parameters: { focus: long } },
      'brief/too-long',
      '`focus` has 500001 characters, at most 500000 are taken',
      { parameter: 'focus' },
    ],
    [
      { parameters: { deals: Array.from({ length: 1001 }, () => 'orion') } },
      'brief/too-long',
      '`deals` has 1001 entries, at most 1000 are taken',
      { parameter: 'deals' },
    ],
    [
      { title: long },
      'brief/too-long',
      '`title` has 500001 characters, at most 2000 are taken',
      { field: 'title' },
    ],
    [{ asOf: '12026-01-01' }, 'call/refused', '`asOf` cannot be taken as it is', { field: 'asOf' }],
    [{ run: 'x' }, 'call/refused', '`run` is not known here', undefined],
  ])('names the field that is refused, and leads there: %#', (change, code, message, at) => {
    const { diagnostics } = render(change) as { diagnostics: Diagnostic[] }
    expect(diagnostics).toMatchObject([{ code, message }])
    expect(diagnostics[0]?.at).toEqual(at)
  })

  it('with the wrong number of inputs is refused by its own name', () => {
    expect(answerCall('renderBrief', [], () => made)).toMatchObject({
      diagnostics: [{ code: 'call/refused' }],
    })
  })

  it('that answers with no outcome throws what was wrong', () => {
    expect(() => answerCall('openLink', ['x'.repeat(5000)], () => true)).toThrow(
      '`openLink` has 5000 characters, at most 4096 are taken',
    )
  })

  it('that its handler cannot do says so', async () => {
    const broken = () => {
      throw new Error('out of order')
    }
    expect(() => answerCall('renderBrief', [{ file, brief }], broken)).toThrow('out of order')
  })
})

describe('every call', () => {
  it.each(Object.keys(inputs) as (keyof Calls)[])('%s refuses what it does not know', (name) => {
    const ask = () => answerCall(name, [{ unknown: 1 }, 2, 3], () => undefined as never)
    if (!answersWithOutcome[name]) return expect(ask).toThrow()
    const { diagnostics } = ask() as { diagnostics: Diagnostic[] }
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['call/refused']))
  })
})
