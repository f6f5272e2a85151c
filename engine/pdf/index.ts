/**
 * The document model as PDF bytes.
 *
 * Takes a `DocumentModel` and a `Theme`, gives the bytes and where each part landed. The layout says what stands where;
 * here it is drawn, tagged and written to a file, by pdfmake, which also measures words for the layout.
 * The only folder that names pdfmake. Same input, same bytes.
 */
export type { PageMapEntry, PlaceOfLetter } from '../layout/index.js'
export { type Protection, warningsOf } from './protection.js'
export { type RenderedPdf, type RenderOptions, renderPdf } from './render-pdf.js'
