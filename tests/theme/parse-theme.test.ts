import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseTheme } from '../../engine/theme/index.js'
import { filePlace } from '../base/file-place.js'

const agency = readFileSync(new URL('../../templates/themes/agency.yaml', import.meta.url), 'utf8')

const read = (text: string) => parseTheme({ path: 'templates/themes/mine.yaml', text })

describe('parseTheme', () => {
  it('reads the built-in themes without a word', () => {
    for (const id of ['agency', 'ministry']) {
      const text = readFileSync(new URL(`../../templates/themes/${id}.yaml`, import.meta.url), 'utf8')
      expect(read(text)).toMatchObject({ ok: true, warnings: [], value: { id } })
    }
  })

  it('points at a line that is not YAML', () => {
    const outcome = read(agency.replace('tint: 0.06', 'tint: [0.06'))
    if (outcome.ok) throw new Error('accepted')
    expect(outcome.diagnostics.map((one) => one.code)).toContain('theme/yaml-syntax')
    const line = agency.split('\n').findIndex((one) => one.includes('tint:')) + 1
    const nearest = Math.min(
      ...outcome.diagnostics.map((one) => Math.abs((filePlace(one.at).line ?? 0) - line)),
    )
    expect(nearest).toBeLessThanOrEqual(2)
  })

  it('points at a field of the wrong shape and at one that it does not know', () => {
    const outcome = read(
      agency.replace("accent: '#1d3b66'", 'accent: blue').replace('titleSize:', 'titelSize:'),
    )
    if (outcome.ok) throw new Error('accepted')
    expect(outcome.diagnostics.map((one) => one.code).sort()).toEqual([
      'theme/field',
      'theme/missing-field',
      'theme/unknown-field',
    ])
    const accent = outcome.diagnostics.find((one) => one.message.includes('colours.accent'))
    const lines = agency.split('\n')
    expect(filePlace(accent?.at).line).toBe(lines.findIndex((line) => line.includes('accent:')) + 1)
    expect(outcome.diagnostics.some((one) => one.message.includes('titleSize'))).toBe(true)
  })

  it('refuses text too pale for its ground', () => {
    const outcome = read(agency.replace("muted: '#4d545d'", "muted: '#9aa0a8'"))
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'theme/contrast' }, { code: 'theme/contrast' }],
    })
  })
})
