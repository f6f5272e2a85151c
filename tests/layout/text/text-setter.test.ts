import { describe, expect, it } from 'vitest'
import { setterIn } from '../setter.js'

const alone = (family: string) => setterIn({ text: family, heads: family, symbols: family })

describe.each(['Public Sans', 'Source Sans 3', 'Source Serif 4'])('text in %s alone', (family) => {
  it('has as much room after a spaced dash as before it', () => {
    const setter = alone(family)
    const width = (text: string) => setter.label(text, { size: 10 }).width
    const ofDash = width('–')
    const withSpaces = width('A – B') - width('A') - width('B')
    const ofSpace = width('A B') - width('A') - width('B')
    expect(withSpaces).toBeCloseTo(ofDash + 2 * ofSpace, 3)
  })

  it('sets a space that the font does not have as spaces that it has', () => {
    const setter = alone(family)
    const widthOf = (text: string) => setter.label(text, { size: 10 }).width
    const lines = ['\u00a0', '\u2009', '\u202f', '\u2002', '\u2003'].map((space) =>
      setter.label(`a${space}b`, { size: 10 }),
    )
    expect(lines.flatMap(({ spans }) => spans).filter(({ run }) => run.hasNoGlyph)).toEqual([])
    const widths = lines.map(({ width }) => width)
    for (const one of widths) expect(one).toBeGreaterThan(widthOf('ab'))
    expect(widths[4]).toBeGreaterThan(widths[3] ?? 0)
  })
})
