import type { Points } from '../../base/index.js'
import type { Figure, Image, Inline } from '../../document/index.js'
import { drawFigure, type FigureSpec, type Scene } from '../../figures/index.js'
import { type Strip, strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { setText } from '../text/set-text.js'
import { addSpokenTable } from './spoken-table.js'

/** A figure drawn at the width of its column. */
export function setFigure(setting: Setting, figure: Figure, x: Points, width: Points): Strip[] {
  const scene = sceneOf(setting, figure, width)
  return captioned(setting, figure, x, width, (inside) => {
    const element = addElement(inside.parent, 'Figure', { alt: figure.alt })
    const { width, height } = scene
    const spoken = addSpokenTable(inside, figure)
    return strip({ height, pieces: [{ kind: 'scene', element, spoken, scene, x, y: 0, width, height }] })
  })
}

function sceneOf(setting: Setting, figure: Figure, width: Points): Scene {
  const drawn = setting.scenes.get(figure) ?? new Map<Points, Scene>()
  const known = drawn.get(width)
  if (known) return known
  const scene = drawFigure(figure.spec as FigureSpec, {
    width,
    measure: (text, look) => setting.setter.label(text, look).width,
    colours: setting.sheet.colours,
    language: setting.language,
  })
  setting.scenes.set(figure, drawn.set(width, scene))
  return scene
}

/** A picture of the workspace, at its own size or at its share of the width, never wider than the text. */
export function setImage(setting: Setting, image: Image, x: Points, width: Points): Strip[] {
  const picture = setting.pictures.get(image.path)
  if (!picture) return []
  const wanted = image.width === undefined ? picture.width : image.width * width
  const shown = Math.min(width, wanted)
  const height = (picture.height * shown) / picture.width
  return captioned(setting, image, x, width, ({ parent }) => {
    const element = addElement(parent, 'Figure', { alt: image.alt })
    return strip({
      height,
      pieces: [{ kind: 'image', element, bytes: picture.bytes, x, y: 0, width: shown, height }],
    })
  })
}

/**
 * "Figure 3." and the caption above, the note beneath, all on one page.
 *
 * They stand around the figure in the structure and not within: a reader that says a figure's words says nothing of
 * what the figure holds.
 */
function captioned(
  outside: Setting,
  picture: Pick<Figure, 'id' | 'number' | 'caption' | 'note' | 'from'>,
  x: Points,
  width: Points,
  body: (inside: Setting) => Strip,
): Strip[] {
  const setting = { ...outside, parent: addElement(outside.parent, 'Div') }
  const { setter, sheet, words } = setting
  const { accent } = sheet.colours
  const number: Inline[] = picture.number
    ? [{ type: 'text', text: `${words.figure} ${picture.number}. `, bold: true }]
    : []
  const caption = picture.caption
    ? setText(setter, {
        content: [...number, ...picture.caption],
        element: addElement(setting.parent, 'Caption'),
        style: sheet.caption,
        x,
        width,
        linkColour: accent,
        whole: true,
        after: 4,
      })
    : []
  const shown = body(setting)
  const note = picture.note
    ? setText(setter, {
        content: picture.note,
        element: addElement(setting.parent, 'P'),
        style: sheet.note,
        x,
        width,
        linkColour: accent,
        whole: true,
        before: 3,
      })
    : []
  const strips = [...caption, shown, ...note]
  for (const one of strips.slice(0, -1)) one.joinsNext = true
  const [first] = strips
  const last = strips.at(-1)
  if (first) {
    first.before = sheet.gap * 1.2
    first.destinations = [picture.id]
    if (picture.from) first.from = picture.from
  }
  if (last) last.after = sheet.gap * 1.4
  return strips
}
