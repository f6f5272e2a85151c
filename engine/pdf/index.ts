/**
 * The document model as PDF bytes.
 *
 * Takes a `DocumentModel` and a `Theme`, gives the bytes and where each part landed.
 * The layout places; pdfmake measures words and draws.
 * The only folder that names pdfmake. Same input, same bytes.
 */
import { type Diagnostic, failure, type Outcome, points, settle } from '../base/index.js'
import type { DocumentModel } from '../document/index.js'
import type { Attachment } from '../dossier/types.js'
import type { FontFace, Host } from '../host.js'
import {
  type LaidPage,
  layoutDocument,
  missingLetters,
  noticePieces,
  type PageMapEntry,
  type Piece,
  pageMap,
  runningMatter,
  type StructureElement,
  setWatermark,
  sheetSize,
  TextSetter,
} from '../layout/index.js'
import { phrase } from '../locale/index.js'
import type { Theme } from '../theme/index.js'
import { BriefDocument, type FontBytes } from './brief-document.js'
import { type DrawingContext, drawPiece, drawStrips } from './draw.js'
import { drawWatermark } from './draw-watermark.js'
import { FontMeasure } from './font-measure.js'
import { checkProtection, encryptionOf, type Protection } from './protection.js'
import { readPictures } from './read-pictures.js'
import { writeStructure } from './write-structure.js'

export type { PageMapEntry } from '../layout/index.js'
export { type Protection, warningsOf } from './protection.js'

export interface RenderedPdf {
  bytes: Uint8Array
  pageCount: number
  /** Name of the theme's density that the pages are set in. */
  density: string
  /** Where on the pages each part of the source went, in reading order. */
  pageMap: PageMapEntry[]
  /** Errors that stop an export but not a look at a draft; empty unless a draft was asked for. */
  faults: Diagnostic[]
}

export interface RenderOptions {
  /** Pages of the wrong number are given all the same, with the fault beside them: for who is still writing. */
  draft?: boolean
  /** What the file carries; asked for once it is sure that there are pages. */
  attachments?: () => Attachment[]
  /** Encrypts the file, which then is no PDF/A and claims to be none. */
  protection?: Protection
}

/**
 * Sets and draws a document.
 *
 * Fails with `pdf/page-count` where the template's promise of length can't be kept, `pdf/missing-glyph` where a
 * character is in none of the theme's fonts, `pdf/too-tall` where a part is taller than a page,
 * `pdf/password` where a password cannot be one of a PDF, and with what
 * the host says of a font it can't give.
 */
export async function renderPdf(
  model: DocumentModel,
  theme: Theme,
  host: Host,
  options: RenderOptions = {},
): Promise<Outcome<RenderedPdf>> {
  const fonts = collectFonts(theme, host)
  if (!fonts.ok) return fonts
  const { protection } = options
  const refused = protection ? checkProtection(protection) : []
  if (refused.length > 0) return failure(...refused)
  const document = new BriefDocument(fonts.value, documentOptions(model, protection))
  const measure = new FontMeasure(document, theme.fonts)
  const setter = new TextSetter(measure)
  const pictures = readPictures(model, document, host)
  if (!pictures.ok) return pictures
  const words = {
    continued: phrase('continued', model.language),
    table: phrase('table', model.language),
    figure: phrase('figure', model.language),
  }
  const { layout, diagnostics } = layoutDocument(setter, theme, model, words, pictures.value)
  if (layout.tooTall.length > 0) diagnostics.push(tooTall(layout.tooTall[0]?.from))

  const margins = theme.margins[model.page.size]
  const sides = points(margins.sides)
  const foot = points(margins.foot)
  const sheets = layout.pages.map((page) => sheetSize(model.page, page.frame.isLandscape))
  // First of all that is read aloud: who listens is told at once that it is a draft, and whose copy.
  const notice: StructureElement = { type: 'P', kids: [] }
  layout.root.kids.unshift(notice)
  const running = sheets.map((size, index) => {
    const label = phrase('page-of', model.language, { page: index + 1, pages: sheets.length })
    return runningMatter(setter, theme, model, { ...size, sides, foot }, label)
  })
  const notices = sheets.map((size, index) =>
    noticePieces(setter, theme, model, { ...size, sides }, index === 0 ? notice : undefined),
  )
  const { watermark: text } = model
  const watermarks = text === undefined ? [] : sheets.map((size) => setWatermark(setter, theme, text, size))
  const printed = [
    ...notices.flat(),
    ...watermarks.flatMap(({ line }): Piece[] => [{ kind: 'line', line, x: 0, baseline: 0 }]),
    ...layout.pages.flatMap((page) => page.strips.flatMap(({ strip }) => strip.pieces)),
    ...running.flat(),
  ]
  const missing = missingLetters(printed, setter)
  if (missing.length > 0) diagnostics.push(missingGlyphs(missing, theme))
  const isFault = (one: Diagnostic): boolean =>
    options.draft === true && one.severity === 'error' && one.code === 'pdf/page-count'
  const faults = diagnostics.filter(isFault)
  const others = diagnostics.filter((one) => !isFault(one))
  const settled = settle(undefined, others)
  if (!settled.ok) return settled

  const bytes = collectBytes(document)
  const bookmarks = new Bookmarks(document)
  const context: DrawingContext = {
    fonts: measure,
    setter,
    pageOf: pagesOf(layout.pages),
    notes: layout.noteElements,
  }
  layout.pages.forEach((page, index) => {
    const { width, height } = sheets[index] as { width: number; height: number }
    document.addPage({ size: [width, height], margin: 0 })
    Object.assign(document.page.dictionary.data, { Tabs: 'S' })
    bookmarks.addFrom(page)
    const watermark = watermarks[index]
    drawStrips(document, page.strips, context, () => {
      if (watermark) drawWatermark(document, measure, watermark, { width, height })
    })
    if (index === 0) for (const piece of notices[0] ?? []) drawPiece(document, piece, 0, 0, context)
    document.asArtifact('Pagination', () => {
      for (const piece of [...(running[index] ?? []), ...(index > 0 ? (notices[index] ?? []) : [])])
        drawPiece(document, piece, 0, 0, context)
    })
  })
  writeStructure(document, layout.root)
  const when = dayOfIssue(model)
  for (const { path, bytes, ...about } of options.attachments?.() ?? []) {
    document.file(Buffer.from(bytes), { name: path, ...about, creationDate: when, modifiedDate: when })
  }
  document.end()
  return settle(
    {
      bytes: await bytes,
      pageCount: layout.pages.length,
      density: layout.density.name,
      pageMap: pageMap(layout.pages),
      faults,
    },
    others,
  )
}

/** Headings as bookmarks, nested by level. */
class Bookmarks {
  private readonly open: { level: number; item: PDFKit.PDFOutline }[] = []

  private readonly document: BriefDocument

  constructor(document: BriefDocument) {
    this.document = document
  }

  addFrom(page: LaidPage): void {
    for (const { strip, isRepeat } of page.strips) {
      if (!strip.bookmark || isRepeat) continue
      const { level, title } = strip.bookmark
      while (this.open.length > 0 && (this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
      const parent = this.open.at(-1)?.item ?? this.document.outline
      this.open.push({ level, item: parent.addItem(title, { expanded: true }) })
    }
  }
}

function pagesOf(pages: LaidPage[]): Map<string, number> {
  return new Map(
    pages.flatMap(({ strips }, index) =>
      strips.flatMap(({ strip, isRepeat }) =>
        isRepeat ? [] : (strip.destinations ?? []).map((name): [string, number] => [name, index + 1]),
      ),
    ),
  )
}

function collectFonts(theme: Theme, host: Host): Outcome<FontBytes> {
  const bytes: FontBytes = {}
  const diagnostics: Diagnostic[] = []
  const faces: FontFace[] = ['normal', 'bold', 'italics', 'bolditalics']
  for (const family of new Set(Object.values(theme.fonts))) {
    const found: Partial<Record<FontFace, Uint8Array>> = {}
    for (const face of faces) {
      const font = host.font(family, face)
      if (font.ok) found[face] = font.value
      else diagnostics.push(...font.diagnostics)
    }
    bytes[family] = found as Record<FontFace, Uint8Array>
  }
  return settle(bytes, diagnostics)
}

/** Midnight UTC of the day of issue: no clock and no time zone of the machine gets into the file. */
function dayOfIssue({ issued }: DocumentModel): Date {
  return new Date(`${issued}T00:00:00Z`)
}

function documentOptions(model: DocumentModel, protection: Protection | undefined): object {
  const created = dayOfIssue(model)
  return {
    size: 'A4',
    margin: 0,
    displayTitle: true,
    tagged: true,
    // PDF/A's output intent and identification, which an encrypted file may not claim; `BriefDocument` adds those of
    // PDF/UA-1.
    ...(protection ? encryptionOf(protection) : { pdfVersion: '1.7', subset: 'PDF/A-3a' }),
    compress: true,
    lang: model.language,
    autoFirstPage: false,
    font: null,
    info: {
      Title: model.title,
      Author: model.author,
      Subject: model.subject,
      Keywords: model.keywords.join(', '),
      Creator: 'Briefwright',
      Producer: 'Briefwright (pdfmake)',
      CreationDate: created,
      ModDate: created,
    },
  }
}

function collectBytes(document: BriefDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
}

function missingGlyphs(letters: string[], theme: Theme): Diagnostic {
  const named = letters.map(
    (letter) =>
      `${letter} (U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')})`,
  )
  return {
    severity: 'error',
    code: 'pdf/missing-glyph',
    message: `none of the fonts ${[...new Set(Object.values(theme.fonts))].join(', ')} has ${named.join(', ')}`,
    hints: ['write it another way', 'choose a theme whose fonts have it'],
  }
}

function tooTall(from: Diagnostic['at']): Diagnostic {
  return {
    severity: 'error',
    code: 'pdf/too-tall',
    message: 'a part of the document that must stay whole is taller than a page',
    hints: ['divide the table row or the box'],
    ...(from ? { at: from } : {}),
  }
}
