/**
 * The document model on pages.
 *
 * Takes a `DocumentModel` and a `Theme`, gives every line, rule and picture with its place, and what each is to screen
 * readers. Knows no PDF: what it needs of fonts it asks of `Measure`.
 *
 *     Block ─ setBlock ─▶ SetBlock { strips, parts } ─ paginate ─▶ pages of placed strips
 *                                          └─────── joined ──────▶ the tree of parts
 *
 * A block is set by itself (`blocks/`, a file for each kind): what stands around it is told by the `Setting`, and what it
 * gives is plain data that nobody writes on. Strips are put on pages once, with every height known (`pages/`). The two
 * meet again in whatever draws: a piece says by number which slot of the tree it fills, so that a part that runs over
 * pages is one part.
 */
export { type Layout, layoutDocument } from './layout-document.js'
export type { Face, Look, Measure, Word } from './measure.js'
export type { PlacedNote } from './pages/lay-out.js'
export type { PlaceOfLetter } from './pages/missing-letters.js'
export type { Page } from './pages/page.js'
export { type PageMapEntry, pageMap } from './pages/page-map.js'
export type { PlacedStrip } from './pages/paginate.js'
export type { Size } from './pages/sheet.js'
export type { BoxPart, Piece } from './pages/strips.js'
export type { Watermark } from './pages/watermark.js'
export { isPart, type Part, type PartType } from './part.js'
export type { Picture } from './setting.js'
export type { SetLine, Span } from './text/break-lines.js'
export { lettersWithoutFonts } from './text/choose-faces.js'
export { spanGroups } from './text/span-groups.js'
export { type FamilyRole, type Link, smallest, type TextRun } from './text/text-run.js'
export { TextSetter } from './text/text-setter.js'
