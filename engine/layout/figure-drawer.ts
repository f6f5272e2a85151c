import { keptWith, type Points } from '../base/index.js'
import type { Figure } from '../document/index.js'
import { drawFigure, type Scene } from '../figures/index.js'
import type { Language } from '../locale/index.js'
import type { Theme } from '../theme/index.js'
import { coloursOf } from './style-sheet.js'
import type { TextSetter } from './text/text-setter.js'

/**
 * Draws figures, each at a width once: a document is laid out more than once to reach its length, and a map is as much
 * work as the rest of its page.
 */
export function figureDrawer(
  setter: TextSetter,
  theme: Theme,
  language: Language,
): (figure: Figure, width: Points) => Scene {
  const drawingsOf = keptWith((_figure: Figure) => new Map<Points, Scene>())
  const measure = (text: string, look: { size: Points; bold?: boolean; italic?: boolean }): Points =>
    setter.label(text, look).width
  const canvas = { measure, colours: coloursOf(theme), language }
  return (figure, width) => {
    const drawn = drawingsOf(figure)
    const known = drawn.get(width)
    if (known) return known
    const scene = drawFigure(figure.spec, { ...canvas, width })
    drawn.set(width, scene)
    return scene
  }
}
