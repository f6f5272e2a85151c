import type { Rectangle } from 'electron'
import type { SavedSettings } from './settings-file.js'

/** Of a first start. */
const first = { width: 1440, height: 900 }

/** How much of a window must be in sight, in pixels, for it to be taken hold of and moved. */
const grip = 80

/**
 * Where a window goes: to its saved place if one of `areas`, the screens without their bars, still shows it there, else
 * to the middle of a screen, for which it gives no place. A screen that was unplugged hides no window, and none is larger
 * than the largest screen that there is.
 */
export function placeOnScreen(
  saved: SavedSettings['window'],
  areas: Rectangle[],
): Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'> {
  const size = {
    width: Math.min(saved?.width ?? first.width, Math.max(...areas.map(({ width }) => width))),
    height: Math.min(saved?.height ?? first.height, Math.max(...areas.map(({ height }) => height))),
  }
  const { x, y } = saved ?? {}
  if (x === undefined || y === undefined) return size
  const isInSight = areas.some(
    (area) =>
      x < area.x + area.width - grip &&
      x + size.width > area.x + grip &&
      // Its upper edge is what it is moved by.
      y >= area.y - 8 &&
      y < area.y + area.height - grip / 2,
  )
  return isInSight ? { ...size, x, y } : size
}
