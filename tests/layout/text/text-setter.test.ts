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

describe('a word that is wider than its line', () => {
  const setter = alone('Source Serif 4')
  const run = setter.label('x', { size: 10 }).spans[0]?.run
  if (!run) throw new Error('nothing was set')
  const linesOf = (text: string, width: number) =>
    setter
      .break(setter.measure([{ ...run, text }]), width)
      .map(({ spans }) => spans.map((span) => span.text).join(''))

  it('is broken where one letter more would not fit', () => {
    for (const text of [
      'Pneumonoultramicroscopic'.repeat(8),
      'officefflifi'.repeat(9),
      'iiiiMMMM'.repeat(20),
    ]) {
      for (const width of [3, 20, 61.5, 200]) {
        const lines = linesOf(text, width)
        expect(lines.join('')).toBe(text)
        for (const [index, line] of lines.slice(0, -1).entries()) {
          if (line.length > 1) expect(setter.widthOfStart(line, run)).toBeLessThanOrEqual(width)
          const next = lines[index + 1]?.[0] ?? ''
          expect(setter.widthOfStart(line + next, run)).toBeGreaterThan(width)
        }
      }
    }
  })

  it('is broken in about as long as it takes to measure it, and nothing of it is lost', () => {
    const text = 'Konstantinopolitanischer'.repeat(2000)
    const start = performance.now()
    const lines = linesOf(text, 200)
    expect(lines.join('')).toBe(text)
    expect(lines.length).toBeGreaterThan(1000)
    // Where every shorter beginning was measured, 5,000 letters took more than a minute.
    expect(performance.now() - start).toBeLessThan(60_000)
  })
})
