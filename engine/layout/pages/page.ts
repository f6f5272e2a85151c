import type { DocumentModel } from '../../document/index.js'
import { phrase } from '../../locale/index.js'
import type { Theme } from '../../theme/index.js'
import type { TextSetter } from '../text/text-setter.js'
import { noticePieces } from './notice.js'
import type { LaidPage } from './paginate.js'
import { runningMatter } from './running-matter.js'
import { type Size, sheetSize } from './sheet.js'
import type { Piece } from './strips.js'
import { setWatermark, type Watermark } from './watermark.js'

/** A page with all that stands on it. */
export interface Page extends LaidPage {
  size: Size
  /** Read aloud before all else: on the first page alone. */
  notice: readonly Piece[]
  /** Around the text of every page, for the eye alone. */
  running: readonly Piece[]
  watermark?: Watermark
}

export function completePage(
  { strips, bottom, frame }: LaidPage,
  of: { model: DocumentModel; theme: Theme; setter: TextSetter; index: number; count: number },
): Page {
  const { model, theme, setter, index, count } = of
  const size = sheetSize(model.page, frame.isLandscape)
  const label = phrase('page-of', model.language, { page: index + 1, pages: count })
  const running = runningMatter(setter, theme, model, size, label)
  const notice = noticePieces(setter, theme, model, size)
  const isFirst = index === 0
  return {
    ...{ strips, bottom, frame, size },
    // The notice is the first part of the document, so its slot is the first one.
    notice: isFirst ? notice.map((piece) => ({ ...piece, slots: [0] })) : [],
    running: isFirst ? running : [...running, ...notice],
    watermark: model.watermark === undefined ? undefined : setWatermark(setter, theme, model.watermark, size),
  }
}
