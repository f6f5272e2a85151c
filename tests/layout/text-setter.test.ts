import { describe, expect, it } from 'vitest'
import type { FontFace } from '../../engine/host.js'
import { TextSetter } from '../../engine/layout/text/text-setter.js'
import { BriefDocument } from '../../engine/pdf/brief-document.js'
import { FontMeasure } from '../../engine/pdf/font-measure.js'
import { host } from '../pdf/samples.js'

const faces: FontFace[] = ['normal', 'bold', 'italics', 'bolditalics']

function setterIn(family: string): TextSetter {
  const bytes = faces.map((face) => {
    const font = host.font(family, face)
    return [face, font.ok ? font.value : new Uint8Array()] as const
  })
  const fonts = { [family]: Object.fromEntries(bytes) } as ConstructorParameters<typeof BriefDocument>[0]
  const document = new BriefDocument(fonts, { autoFirstPage: false, font: null })
  return new TextSetter(new FontMeasure(document, { text: family, heads: family, symbols: family }))
}

describe.each(['Public Sans', 'Source Sans 3', 'Source Serif 4'])('text in %s alone', (family) => {
  it('has as much room after a spaced dash as before it', () => {
    const setter = setterIn(family)
    const width = (text: string) => setter.label(text, { size: 10 }).width
    const ofDash = width('–')
    const withSpaces = width('A – B') - width('A') - width('B')
    const ofSpace = width('A B') - width('A') - width('B')
    expect(withSpaces).toBeCloseTo(ofDash + 2 * ofSpace, 3)
  })

  it('sets a space that the font does not have as spaces that it has', () => {
    const setter = setterIn(family)
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
