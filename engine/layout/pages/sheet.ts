import { type Points, points } from '../../base/index.js'
import type { PageSetup } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'

export interface Size {
  width: Points
  height: Points
}

/** The block of text of a page; lengths from the page's top left corner. */
export interface TextFrame {
  x: Points
  y: Points
  width: Points
  height: Points
  gutter: Points
  /** Set across the sheet. */
  isLandscape: boolean
}

/** Width and height of the sheet. */
export function sheetSize(page: PageSetup, isLandscape = page.orientation === 'landscape'): Size {
  const [short, long] = page.size === 'A4' ? [points(210), points(297)] : [612, 792]
  return isLandscape ? { width: long, height: short } : { width: short, height: long }
}

export function textFrame(
  page: PageSetup,
  theme: Theme,
  isLandscape = page.orientation === 'landscape',
): TextFrame {
  const { width, height } = sheetSize(page, isLandscape)
  const margins = theme.margins[page.size]
  return {
    x: points(margins.sides),
    y: points(margins.top),
    width: width - 2 * points(margins.sides),
    height: height - points(margins.top) - points(margins.foot),
    gutter: points(margins.gutter),
    isLandscape,
  }
}
