import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import type { FontFace } from '../host.js'
import { PDFDocument } from './pdfmake-parts.js'

/**
 * Fonts stay open and shaped words stay known from one document to the next: opening and shaping are most of
 * what a short brief costs. Keyed by the bytes' own identity, which a host keeps for a font's life.
 */
const openFonts = new WeakMap<Uint8Array, { font: EmbeddedFont['font']; layouts: Record<string, unknown> }>()

/** Words kept per font before its cache starts again: about 20 MB at worst. */
const mostWords = 40_000

type FontClass = new (document: object, font: object, id: string) => EmbeddedFont
let EmbeddedFontClass: FontClass | undefined

export type FontBytes = Record<string, Record<FontFace, Uint8Array>>

/** pdfmake's document with fonts shared across documents. What it draws is the same with or without sharing. */
export class BriefDocument extends PDFDocument {
  private readonly bytes: FontBytes

  constructor(bytes: FontBytes, options: object) {
    // Nothing is ever read by path: pdfmake gets bytes, and its own look-ups are refused (CVE-2026-26801).
    super(bytes, {}, {}, {}, options, null, () => false)
    this.bytes = bytes
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const face = this.getFontType(bold, italics)
    this.fontCache[family] ??= {}
    const faces = this.fontCache[family]
    const known = faces[face]
    if (known) return known
    const source = this.bytes[family]?.[face as FontFace]
    const shared = source && openFonts.get(source)
    if (!source || !shared || !EmbeddedFontClass) {
      const first = super.provideFont(family, bold, italics)
      // pdfkit does not export its class; a font that it opened leads to it.
      EmbeddedFontClass = first.constructor as FontClass
      if (source) openFonts.set(source, { font: first.font, layouts: first.layoutCache })
      return first
    }
    if (Object.keys(shared.layouts).length > mostWords) shared.layouts = Object.create(null)
    const font = new EmbeddedFontClass(this, shared.font, `F${++this._fontCount}`)
    font.layoutCache = shared.layouts
    this._fontFamilies[`${family}/${face}`] = font
    this._font = font
    faces[face] = font
    return font
  }
}
