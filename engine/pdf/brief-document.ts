import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import { keptWith, type Points } from '../base/index.js'
import type { FontFace } from '../host.js'
import type { Link } from '../layout/index.js'
import { faceOf } from './fallback-families.js'
import { mendFont } from './mend-font.js'
import { describeDocument } from './metadata.js'
import { PDFDocument } from './pdfmake-parts.js'
import type { FilledSlot, Tag } from './tags/tag.js'

/** An object of the file, which others refer to. */
export interface Reference {
  data: Record<string, unknown>
  end(data?: Uint8Array): void
}

interface OpenFont {
  font: EmbeddedFont['font']
  layouts: Record<string, unknown>
}

/**
 * Fonts stay open and shaped words stay known from one document to the next: opening and shaping are most of
 * what a short brief costs. Keyed by the bytes' own identity, which a host keeps for a font's life.
 */
const sharedFontOf = keptWith((_bytes: Uint8Array): { open?: OpenFont } => ({}))

/** Words kept per font before its cache starts again: about 20 MB at worst. */
const mostWords = 40_000

type FontClass = new (document: object, font: object, id: string) => EmbeddedFont
let EmbeddedFontClass: FontClass | undefined

export type FontBytes = Record<string, Partial<Record<FontFace, Uint8Array>>>

export type FontSource = (family: string, face: FontFace) => Uint8Array | undefined

/** pdfmake's document with fonts shared across documents. What it draws is the same with or without sharing. */
export class BriefDocument extends PDFDocument {
  private readonly bytes: FontBytes
  private readonly fallback: FontSource
  private isInArtifact = false
  private copiedAs: string | undefined

  /** `fallback` gives a face of a family that is not among `bytes`. */
  constructor(bytes: FontBytes, options: object, fallback: FontSource = () => undefined) {
    // Nothing is ever read by path: pdfmake gets bytes, and its own look-ups are refused (CVE-2026-26801).
    super(bytes, {}, {}, {}, options, null, () => false)
    this.bytes = bytes
    this.fallback = fallback
  }

  /** The font that stands for a face of a family that comes along, whose nearest face it is; `undefined` without it. */
  provideFallback(family: string, bold: boolean, italics: boolean): EmbeddedFont | undefined {
    const face = faceOf(family, bold, italics)
    const faces = this.bytes[family] ?? {}
    this.bytes[family] = faces
    const bytes = faces[face] ?? this.fallback(family, face)
    if (!bytes) return undefined
    faces[face] = bytes
    this.fonts[family] = faces
    return this.provideFont(family, face.startsWith('bold'), face.endsWith('italics'))
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const face = this.getFontType(bold, italics)
    this.fontCache[family] ??= {}
    const faces = this.fontCache[family]
    const known = faces[face]
    if (known) return known
    const source = this.bytes[family]?.[face as FontFace]
    const shared = source && sharedFontOf(source).open
    if (!source || !shared || !EmbeddedFontClass) {
      const first = super.provideFont(family, bold, italics)
      // pdfkit does not export its class; a font that it opened leads to it.
      EmbeddedFontClass = first.constructor as FontClass
      mendFont(first.font)
      if (source) sharedFontOf(source).open = { font: first.font, layouts: first.layoutCache }
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

  /** Metadata in step with the document's information, and the claims that the file keeps; called by pdfkit. */
  _addInfo(): void {
    const isArchival = this.options.subset !== undefined
    this.appendXML(describeDocument(this.info as never, this.options.lang ?? '', isArchival))
  }

  /** What is drawn until `closeContent` goes in `slot`; without one it is part of what is open already. */
  openContent(slot: FilledSlot | undefined): void {
    if (!slot) return
    const [mark] = this.markStructureContent(slot.tag.type).refs
    if (mark) slot.marks.push({ kind: 'content', page: mark.pageRef, number: mark.mcid })
  }

  closeContent(slot: FilledSlot | undefined): void {
    if (slot) this.endMarkedContent()
  }

  /** Draws what is there for the eye alone: grounds and rules, or what stands on every page. */
  asArtifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    if (this.isInArtifact) {
      draw()
      return
    }
    this.isInArtifact = true
    this.markContent('Artifact', { type })
    draw()
    this.endMarkedContent()
    this.isInArtifact = false
  }

  /** Draws what lies under the text of every page. pdfkit knows no subtypes of artifacts (ISO 32000-1, 14.8.2.2). */
  asWatermark(draw: () => void): void {
    this.page.markings.push({ tag: 'Artifact' })
    this.page.write('/Artifact <</Type /Pagination /Subtype /Watermark>> BDC')
    this.isInArtifact = true
    draw()
    this.endMarkedContent()
    this.isInArtifact = false
  }

  /** Draws text for which who copies it gets another one; without one that is what is drawn. */
  asCopied(text: string | undefined, draw: () => void): void {
    this.copiedAs = text
    draw()
    this.copiedAs = undefined
  }

  /** The mark ends within the text's own state: poppler looks there for where the copied text stands. */
  override addContent(data: string): this {
    const { copiedAs } = this
    if (data === 'BT' && copiedAs !== undefined) {
      const hex = [...Buffer.from(copiedAs, 'utf16le').swap16()].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      )
      super.addContent(`/Span <</ActualText <feff${hex.join('')}>>> BDC`)
    }
    super.addContent(data)
    if (data === 'ET' && copiedAs !== undefined) super.addContent('EMC')
    return this
  }

  /** Draws a picture, and notes where it stands. */
  asFigure(
    slot: FilledSlot | undefined,
    { x, y, width, height }: { x: Points; y: Points; width: Points; height: Points },
    draw: () => void,
  ): void {
    const foot = this.page.height - y - height
    const round = (length: Points): number => Math.round(length * 100) / 100
    const box = [x, foot, x + width, this.page.height - y].map(round) as Tag['box']
    if (slot) slot.tag.box = box
    this.openContent(slot)
    draw()
    this.closeContent(slot)
  }

  /** An area that leads to an address or a named place; `contents` says where to. */
  linkArea(
    [x, y, width, height]: readonly [Points, Points, Points, Points],
    link: Link,
    contents: string,
    slot: FilledSlot | undefined,
  ): void {
    const key = slot && this.createStructParentTreeNextKey()
    const options = {
      Contents: new String(contents),
      ...(key === undefined ? {} : { StructParent: key }),
      // Told of the annotation once it is made; pdfkit's own structure is not used.
      structParent: {
        add: ({ annotationRef }: { annotationRef: Reference }) => {
          if (slot && key !== undefined)
            slot.marks.push({
              kind: 'annotation',
              page: this.page.dictionary,
              annotation: annotationRef,
              key,
            })
        },
      },
    }
    // An address in a PDF is of ASCII alone (ISO 32000-1, 12.6.4.7); other letters are written as their bytes.
    const ascii = (address: string): string => address.replace(/[^\x21-\x7e]+/gu, encodeURIComponent)
    if (link.kind === 'address') this.link(x, y, width, height, ascii(link.address), options as never)
    else this.goTo(x, y, width, height, link.name, options as never)
  }
}
