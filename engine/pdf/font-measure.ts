import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import { keptWith, type LetterRange, letterRanges } from '../base/index.js'
import {
  type Face,
  type FamilyRole,
  type Measure,
  replacedSpaces,
  type TextRun,
  type Word,
} from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'
import { TextInlines } from './pdfmake-parts.js'

/** The fonts that a document is drawn with. pdfmake finds where lines may end and measures words. */
export class FontMeasure implements Measure {
  private readonly inlines: InstanceType<typeof TextInlines>
  private readonly faces = new Map<EmbeddedFont, Face>()
  private readonly document: BriefDocument
  private readonly families: Record<FamilyRole, string>

  constructor(document: BriefDocument, families: Record<FamilyRole, string>) {
    this.document = document
    this.families = families
    this.inlines = new TextInlines(document)
  }

  words(runs: TextRun[]): Word[] {
    const nodes = runs.map((run) => ({
      text: run.text,
      font: this.families[run.family],
      fontSize: run.size,
      bold: run.bold,
      italics: run.italic,
      characterSpacing: run.tracking,
      run,
    }))
    // Without a stack of styles each property that a run leaves out is pdfmake's own default at once.
    return this.inlines.buildInlines(nodes).items.map((word) => ({
      text: word.text,
      run: word.run as TextRun,
      width: word.width,
      leadingSpace: word.leadingCut,
      trailingSpace: word.trailingCut,
      endsLine: word.lineEnd === true,
      joinsNext: word.noNewLine === true,
    }))
  }

  face(family: FamilyRole, look: { bold: boolean; italic: boolean }): Face {
    const font = this.font(family, look)
    const known = this.faces.get(font)
    if (known) return known
    const face: Face = {
      hasGlyph: (letter) => hasGlyph(font, letter),
      width: (text, size) => font.widthOfString(text, size),
    }
    this.faces.set(font, face)
    return face
  }

  /** What is printed of a text: the characters that a font has, and the spaces that stand for others. */
  letters(): LetterRange[] {
    const fonts = [...new Set(Object.values(this.families))].map((family) =>
      this.document.provideFont(family, false, false),
    )
    return letterRanges([
      ...fonts.flatMap(({ font }) => font.characterSet),
      ...replacedSpaces.map((space) => space.codePointAt(0) as number),
    ])
  }

  /** The font that a run is drawn in. */
  font(family: FamilyRole, { bold, italic }: { bold: boolean; italic: boolean }): EmbeddedFont {
    return this.document.provideFont(this.families[family], bold, italic)
  }
}

/** What has been looked up in a font; its table is searched anew at every question. */
const glyphsOf = keptWith((_font: EmbeddedFont['font']) => new Map<string, boolean>())

function hasGlyph({ font }: EmbeddedFont, letter: string): boolean {
  const glyphs = glyphsOf(font)
  const known = glyphs.get(letter)
  if (known !== undefined) return known
  const has = font.hasGlyphForCodePoint(letter.codePointAt(0) as number)
  glyphs.set(letter, has)
  return has
}
