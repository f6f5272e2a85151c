import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import { inklessLetters, keptWith, type LetterRange, letterRanges } from '../base/index.js'
import {
  type Face,
  type FamilyRole,
  type Look,
  lettersWithoutFonts,
  type Measure,
  type TextRun,
  type Word,
} from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'
import { everyFallback, faceOf, fallbacksFor } from './fallback-families.js'
import { TextInlines } from './pdfmake-parts.js'
import { setsLetters } from './sets-letters.js'

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
      ...this.faceNames(run),
      fontSize: run.size,
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

  face(family: FamilyRole, look: Look): Face {
    const font = this.fontOf(family, look)
    if (!font) return noFace
    const known = this.faces.get(font)
    if (known) return known
    const face: Face = {
      sets: (letters) => setsLetters(font.font, letters),
      width: (text, size) => font.widthOfString(text, size),
    }
    this.faces.set(font, face)
    return face
  }

  fallbacks(family: FamilyRole): readonly string[] {
    return fallbacksFor(this.families[family])
  }

  /**
   * What is printed of a text: the characters that a font has, the spaces that stand for others, and what is printed
   * without being seen.
   */
  letters(): LetterRange[] {
    const names = [...new Set(Object.values(this.families))]
    const known = lettersIn(this.document.provideFont(names[0] as string, false, false).font)
    const before = known.get(names.join())
    if (before) return before
    const fonts = [
      ...names.map((family) => this.document.provideFont(family, false, false)),
      ...everyFallback.flatMap((family) => this.document.provideFallback(family, false, false) ?? []),
    ]
    const points = new Set(
      [...lettersWithoutFonts, ...inklessLetters()].map((letter) => letter.codePointAt(0) as number),
    )
    for (const { font } of fonts) for (const point of font.characterSet) points.add(point)
    const letters = letterRanges(points)
    known.set(names.join(), letters)
    return letters
  }

  /** The font that a run is drawn in. */
  font(family: FamilyRole, look: Look): EmbeddedFont {
    return (
      this.fontOf(family, look) ?? this.document.provideFont(this.families[family], look.bold, look.italic)
    )
  }

  /** What pdfmake finds the font of a run by. */
  private faceNames({ family, fallback, bold, italic }: TextRun) {
    if (fallback === undefined) return { font: this.families[family], bold, italics: italic }
    const face = faceOf(fallback, bold, italic)
    return { font: fallback, bold: face.startsWith('bold'), italics: face.endsWith('italics') }
  }

  private fontOf(family: FamilyRole, { bold, italic, fallback }: Look): EmbeddedFont | undefined {
    return fallback === undefined
      ? this.document.provideFont(this.families[family], bold, italic)
      : this.document.provideFallback(fallback, bold, italic)
  }
}

const noFace: Face = { sets: () => false, width: () => 0 }

/** Of a theme's fonts by their names, kept with the first of them: there are tens of thousands. */
const lettersIn = keptWith((_font: EmbeddedFont['font']) => new Map<string, LetterRange[]>())
