import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, inShort } from '../../engine/base/index.js'
import { checkWorkspace } from '../../engine/check/index.js'
import { casebookFiles } from '../small/casebook.js'

const fault = (message: string, hints: string[] = []): Diagnostic => ({
  severity: 'error',
  code: 'a/b',
  message,
  hints,
})

describe('sentences in short', () => {
  it('are as they were where they are short', () => {
    const short = fault('found `a`, expected `b`', ['write `b`'])
    expect(inShort(short)).toBe(short)
  })

  it('keep beginning and end where they quote pages', () => {
    const { message, hints } = inShort(
      fault(`found \`${'x'.repeat(9000)}\`, expected \`b\``, ['y'.repeat(2000)]),
    )
    expect(message).toMatch(/^found `xxx.* … .*xxx`, expected `b`$/)
    expect(message.length).toBeLessThan(1010)
    expect(hints[0]?.length).toBeLessThan(1010)
  })

  it('are never cut within a letter', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (before, after) => {
        const { message } = inShort(fault('a'.repeat(before) + '😀'.repeat(900) + 'b'.repeat(after)))
        expect(() => encodeURIComponent(message)).not.toThrow()
      }),
    )
  })

  it('are told of files that hold words without end', () => {
    const word = 'x'.repeat(9000)
    const casebook = casebookFiles({
      casebook: `${word}: 1\ntitle: ${word}\nlanguages: [${word}]\nasOf: ${word}\n`,
    })
    const library = { templates: new Map(), layouts: new Map(), partials: new Map(), themes: new Map() }
    const brief = {
      path: 'briefs/a.brief.yaml',
      text: `template: ${word}\nlanguage: ${word}\n${word}: ${word}\n`,
    }
    const told = checkWorkspace({ casebook, library }, [brief])
    expect(told.length).toBeGreaterThan(1)
    for (const { message, hints } of told)
      for (const sentence of [message, ...hints]) expect(sentence.length).toBeLessThan(1010)
  })
})
