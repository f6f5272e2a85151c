import type { FontFace } from '../../engine/host.js'
import { TextSetter } from '../../engine/layout/index.js'
import { BriefDocument, type FontBytes } from '../../engine/pdf/brief-document.js'
import { FontMeasure } from '../../engine/pdf/font-measure.js'
import type { Theme } from '../../engine/theme/index.js'
import { host } from '../pdf/samples.js'

const faces: FontFace[] = ['normal', 'bold', 'italics', 'bolditalics']

/** What sets text in the fonts of the repository, measured as they are drawn. */
export function setterIn(families: Theme['fonts']): TextSetter {
  const bytes = Object.fromEntries(
    Object.values(families).map((family) => [
      family,
      Object.fromEntries(
        faces.map((face) => {
          const font = host.font(family, face)
          return [face, font.ok ? font.value : new Uint8Array()]
        }),
      ),
    ]),
  ) as FontBytes
  return new TextSetter(
    new FontMeasure(
      new BriefDocument(bytes, { autoFirstPage: false, font: null }, (family, face) => {
        const font = host.font(family, face)
        return font.ok ? font.value : undefined
      }),
      families,
    ),
  )
}
