import { type Diagnostic, failure, type LetterRange, type Outcome, settle } from '../base/index.js'
import type { DocumentModel } from '../document/index.js'
import type { Attachment } from '../dossier/types.js'
import type { Host } from '../host.js'
import {
  layoutDocument,
  type PageMapEntry,
  type PlaceOfLetter,
  pageMap,
  TextSetter,
} from '../layout/index.js'
import type { Theme } from '../theme/index.js'
import { attachFiles } from './attach-files.js'
import { BriefDocument } from './brief-document.js'
import { collectBytes } from './collect-bytes.js'
import { collectFonts } from './collect-fonts.js'
import { documentOptions } from './document-options.js'
import { drawPages } from './drawing/draw-pages.js'
import { FontMeasure } from './font-measure.js'
import { checkProtection, type Protection } from './protection.js'
import { readPictures } from './read-pictures.js'
import { assembleTags } from './tags/assemble-tags.js'
import { writeTags } from './tags/write-tags.js'

export interface RenderedPdf {
  bytes: Uint8Array
  pageCount: number
  /** Name of the theme's density that the pages are set in. */
  density: string
  /** Where on the pages each part of the source went, in reading order. */
  pageMap: PageMapEntry[]
  /** Errors that stop an export but not a look at a draft; empty unless a draft was asked for. */
  faults: Diagnostic[]
  /** The characters that its fonts have, so that an editor can tell at once which are not printed. */
  letters: LetterRange[]
}

export interface RenderOptions {
  /**
   * Pages of the wrong number, and with boxes for characters that no font has, are given all the same, with the fault
   * beside them: for live previews.
   */
  draft?: boolean
  /** Where in its text a character is written that no font has; left out, where its block begins. */
  placeOf?: PlaceOfLetter
  /** What the file carries; asked for once it is sure that there are pages. */
  attachments?: () => Attachment[]
  /** Encrypts the file, which then is no PDF/A and claims to be none. */
  protection?: Protection
}

/** What contents list is not there yet, in a template that has nothing else. A file of no page is no PDF that opens. */
const nothingToPrint: Diagnostic = {
  severity: 'error',
  code: 'pdf/no-pages',
  message: 'the document has nothing to print',
  hints: ['write something into the template or the brief that takes up room on a page'],
}

/** What leaves pages that can be looked at, or none yet. */
const shownInDrafts: readonly string[] = ['pdf/page-count', 'pdf/missing-glyph', 'pdf/no-pages']

/**
 * Sets and draws a document.
 *
 * Fails with `pdf/page-count` where the template's promise of length can't be kept, `pdf/no-pages` where nothing is printed, `pdf/missing-glyph` where a
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
  const document = new BriefDocument(fonts.value, documentOptions(model, protection), (family, face) => {
    const font = host.font(family, face)
    return font.ok ? font.value : undefined
  })
  const pictures = readPictures(model, document, host)
  if (!pictures.ok) return pictures

  const measure = new FontMeasure(document, theme.fonts)
  const setter = new TextSetter(measure)
  const { layout, diagnostics } = layoutDocument(model, theme, setter, pictures.value, options.placeOf)
  const found = layout.pages.length === 0 ? [...diagnostics, nothingToPrint] : diagnostics
  const isFault = (one: Diagnostic): boolean =>
    options.draft === true && one.severity === 'error' && shownInDrafts.includes(one.code)
  const faults = found.filter(isFault)
  const others = found.filter((one) => !isFault(one))
  const settled = settle(undefined, others)
  if (!settled.ok) return settled

  const bytes = collectBytes(document)
  const { root, slots } = assembleTags(layout)
  drawPages(document, layout.pages, { fonts: measure, setter, pageOf: layout.pageOf, slots })
  writeTags(document, root)
  attachFiles(document, options.attachments?.() ?? [], model)
  document.end()
  return settle(
    {
      bytes: await bytes,
      pageCount: layout.pages.length,
      density: layout.density.name,
      pageMap: pageMap(layout.pages),
      faults,
      letters: measure.letters(),
    },
    others,
  )
}
