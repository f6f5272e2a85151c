/**
 * The document model on pages.
 *
 * Takes a `DocumentModel` and a `Theme`, gives every line, rule and picture with its place. Pages are broken here, once,
 * with every height known. Knows no PDF: what it needs of fonts it asks of `Measure`.
 */
export { type Layout, layoutDocument, sheetSize } from './layout-document.js'
export type { Face, Measure, Word } from './measure.js'
export { missingLetters } from './pages/missing-letters.js'
export { type PageMapEntry, pageMap } from './pages/page-map.js'
export type { LaidPage, PlacedStrip } from './pages/paginate.js'
export { noticePieces, runningMatter } from './pages/running-matter.js'
export type { Box, Piece } from './pages/strips.js'
export { setWatermark, type Watermark } from './pages/watermark.js'
export type { Picture } from './setting.js'
export { addElement, isElement, type StructureElement } from './structure.js'
export type { SetLine, Span } from './text/break-lines.js'
export { type FamilyRole, type Link, smallest, type TextRun } from './text/runs.js'
export { TextSetter } from './text/text-setter.js'
