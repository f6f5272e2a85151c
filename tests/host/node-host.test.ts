import { describe, expect, it } from 'vitest'
import { createNodeHost, todayHere } from '../../host/files/node-host.js'

describe('the host on Node', () => {
  it('reads every face of every built-in family, once', () => {
    for (const family of ['Source Serif 4', 'Source Sans 3', 'Public Sans']) {
      for (const face of ['normal', 'bold', 'italics', 'bolditalics'] as const) {
        const first = createNodeHost().font(family, face)
        const second = createNodeHost().font(family, face)
        if (!first.ok || !second.ok) throw new Error(`${family} ${face} cannot be read`)
        // TrueType files begin with version 1.0.
        expect([...first.value.subarray(0, 4)]).toEqual([0, 1, 0, 0])
        expect(second.value).toBe(first.value)
      }
    }
  })

  it('says which families there are when a theme names another', () => {
    expect(createNodeHost().font('Comic Sans', 'normal')).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'font/unknown',
          message: 'no font family `Comic Sans`',
          hints: ['there are: Public Sans, Source Sans 3, Source Serif 4'],
        },
      ],
    })
  })

  it('lets no family lead out of the folder of fonts', () => {
    expect(createNodeHost().font('../casebook', 'normal')).toMatchObject({ ok: false })
  })

  it('takes today from the clock of this machine, or from who asks', () => {
    expect(todayHere(new Date(2026, 1, 3, 23, 59))).toBe('2026-02-03')
    expect(createNodeHost({ today: '2026-04-05' }).today()).toBe('2026-04-05')
    expect(createNodeHost().today()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})
