import type { Points } from '../../base/index.js'
import type { DocumentModel } from '../../document/index.js'
import type { Density, Theme } from '../../theme/index.js'
import { setBlocks } from '../blocks/set-blocks.js'
import { type Part, slotsIn } from '../part.js'
import type { Setting } from '../setting.js'
import { styleSheet } from '../style-sheet.js'
import { noticePart } from './notice.js'
import { type LaidDocument, paginate } from './paginate.js'
import { divideRegions } from './regions.js'
import { setNote } from './set-note.js'
import { textFrame } from './sheet.js'
import { type Strip, shifted } from './strips.js'

/** A document on pages at one density of its theme. */
export interface Laid extends LaidDocument {
  density: Density
  /** What the document is to screen readers. The slots of its strips are counted through the whole of it. */
  root: Part
  notes: ReadonlyMap<number, PlacedNote>
}

/** A footnote, whose slots are counted from `firstSlot`. */
export interface PlacedNote {
  part: Part
  firstSlot: number
}

/** What a document is laid out with, whatever the density. */
export type Means = Pick<Setting, 'setter' | 'words' | 'pictures' | 'drawn'>

/** Left free beside a picture as tall as a page, for the heading above it and the padding of a box. */
const besidePictures: Points = 48

export function layOut(model: DocumentModel, theme: Theme, density: Density, means: Means): Laid {
  const { language, blocks } = model
  const hasMasthead = blocks.some((block) => block.type === 'masthead')
  const settingOf = (columns: number, width: Points, frameHeight: Points): Setting => ({
    ...means,
    language,
    sheet: styleSheet(theme, density, columns),
    setBlocks,
    hasMasthead,
    inColumns: columns > 1,
    x: 0,
    width,
    pictureHeight: frameHeight - besidePictures,
    isTopLevel: true,
    isHeaded: false,
    isLast: false,
  })
  const notice = model.notice ? [noticePart] : []
  const upright = textFrame(model.page, theme, false)
  const across = textFrame(model.page, theme, true)
  const main = model.page.orientation === 'landscape' ? across : upright
  const { regions, parts } = divideRegions(blocks, settingOf, main, across, slotsIn(notice))
  const root: Part = { type: 'Document', language, kids: [...notice, ...parts] }

  const notes = new Map<number, PlacedNote>()
  const noteStrips = new Map<number, Strip[]>()
  let firstSlot = slotsIn(root.kids)
  for (const note of model.footnotes ?? []) {
    const { strips, parts } = setNote(note, settingOf(1, main.width, main.height))
    const [part] = parts as [Part]
    const start = firstSlot
    notes.set(note.number, { part, firstSlot: start })
    noteStrips.set(
      note.number,
      strips.map((one) => shifted(one, start)),
    )
    firstSlot += slotsIn(parts)
  }
  const { grid } = styleSheet(theme, density, 2)
  return { ...paginate(regions, noteStrips, grid, theme.colours.rule), density, root, notes }
}
