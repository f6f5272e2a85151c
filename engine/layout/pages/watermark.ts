import type { Points } from '../../base/index.js'
import { contrast, type Theme } from '../../theme/index.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextSetter } from '../text/text-setter.js'

export interface Watermark {
  line: SetLine
  size: Points
  /** Height of its capitals. */
  height: Points
}

/** Text in this is read on white at 4.5:1; in what lies under it, at no less. */
const leastContrast = 4.5

/**
 * A text as large as the page's diagonal allows, in the face of the theme's heads.
 *
 * Drawn under the text in an opaque colour: transparency would have to be explained to every printer, and the
 * colour is checked against every colour of text, so that nothing on it is harder to read than on white.
 */
export function setWatermark(
  setter: TextSetter,
  theme: Theme,
  text: string,
  page: { width: Points; height: Points },
): Watermark {
  const colour = paleColour(theme)
  const measured = setter.label(text, { size: 100, bold: true }, colour)
  // Of the diagonal, so that its ends stay clear of the corners, where markings stand.
  const room = 0.72 * Math.hypot(page.width, page.height)
  const size = Math.min((100 * room) / Math.max(1, measured.width), 0.3 * Math.min(page.width, page.height))
  return { line: setter.label(text, { size, bold: true }, colour), size, height: 0.7 * size }
}

/** The darkest of some greys on which every colour of text keeps its contrast. */
export function paleColour(theme: Theme): string {
  const { ink, accent, muted, caution } = theme.colours
  const texts = [ink, accent, muted, caution, ...Object.values(theme.markings)]
  for (let level = 0xe6; level < 0xf6; level += 2) {
    const grey = `#${level.toString(16).repeat(3)}`
    if (texts.every((text) => contrast(text, grey) >= leastContrast)) return grey
  }
  return '#f6f6f6'
}
