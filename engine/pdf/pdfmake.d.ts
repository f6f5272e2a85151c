/**
 * The parts of pdfmake 0.3.11 that are used without being its public interface: they measure words and write
 * a document. pdfmake is pinned to that version; `tests/pdf` notices when a part changes.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  import type PDFKit from 'pdfkit'

  class PDFDocument extends PDFKit {
    constructor(
      fonts: Record<string, Record<string, unknown>>,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    )
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
    fonts: Record<string, Record<string, unknown>>
    fontCache: Record<string, Record<string, EmbeddedFont>>
    getFontType(bold: boolean, italics: boolean): string
    _font: EmbeddedFont
    _fontCount: number
    /** Throws at bytes that are neither PNG nor JPEG. */
    addContent(data: string): this
    appendXML(xml: string): void
    options: { lang?: string; subset?: string }
    page: PDFKit.PDFPage & { markings: { tag: string }[]; write(content: string): void }
    markContent(tag: string, options?: object): this
    endMarkedContent(): this
    markStructureContent(tag: string): {
      refs: { pageRef: { data: Record<string, unknown> }; mcid: number }[]
    }
    getStructTreeRoot(): { data: Record<string, unknown>; end(): void }
    getStructParentTree(): { get(key: number): unknown; add(key: number, value: unknown): void }
    createStructParentTreeNextKey(): number
    ref(data: object): { data: Record<string, unknown>; end(data?: Uint8Array): void }
    openImage(bytes: Uint8Array): { width: number; height: number; orientation?: number }
    _fontFamilies: Record<string, EmbeddedFont>
  }
  export interface FontGlyph {
    id: number
    codePoints: number[]
    /** In the font's own units. */
    advanceWidth: number
  }
  export interface EmbeddedFont {
    id: string
    name: string
    /** Thousandths of the size. */
    ascender: number
    descender: number
    capHeight: number
    font: {
      unitsPerEm: number
      hasGlyphForCodePoint(codePoint: number): boolean
      /** The numbers of all characters that it has. */
      characterSet: number[]
      getGlyph(id: number, codePoints?: number[]): FontGlyph | null
      layout(
        text: string,
        features?: Record<string, boolean>,
      ): { glyphs: FontGlyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] }
    }
    layoutCache: Record<string, unknown>
    /** Advances and offsets are in thousandths of the size. */
    layout(text: string): {
      glyphs: { path: { commands: { command: string; args: number[] }[] } }[]
      positions: { xAdvance: number; xOffset: number }[]
    }
    widthOfString(text: string, size: number, features?: string[] | null): number
  }
  export default PDFDocument
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'

  export interface MeasuredInline {
    text: string
    font: EmbeddedFont
    fontSize: number
    width: number
    leadingCut: number
    trailingCut: number
    characterSpacing: number
    lineEnd?: boolean
    noNewLine?: boolean
    /** Our own: the run that the word belongs to. */
    run: unknown
  }
  class TextInlines {
    constructor(document: object)
    buildInlines(text: object[]): { items: MeasuredInline[]; minWidth: number; maxWidth: number }
    widthOfText(text: string, inline: Partial<MeasuredInline>): number
  }
  export default TextInlines
}
