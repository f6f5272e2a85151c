import { drawFigure, type FigureSpec, type Scene } from '../graphics/index.js'
import type { Points } from '../lengths.js'
import type { Figure, Image, Inline } from '../model/nodes.js'
import { setText } from './set-text.js'
import type { Setting } from './setting.js'
import { type Strip, strip } from './strips.js'
import { addElement, type StructureElement } from './structure.js'

/** A figure drawn at the width of its column. */
export function setFigure(setting: Setting, figure: Figure, x: Points, width: Points): Strip[] {
  const scene = sceneOf(setting, figure, width)
  const element = addElement(setting.parent, 'Figure', { alt: figure.alt })
  const piece = { kind: 'scene' as const, element, scene, x, y: 0, width: scene.width, height: scene.height }
  return captioned(setting, figure, element, x, width, [strip({ height: scene.height, pieces: [piece] })])
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
  const element = addElement(setting.parent, 'Figure', { alt: image.alt })
  const piece = { kind: 'image' as const, element, bytes: picture.bytes, x, y: 0, width: shown, height }
  return captioned(setting, image, element, x, width, [strip({ height, pieces: [piece] })])
}

/** "Figure 3." and the caption above, the note beneath, all on one page. */
function captioned(
  setting: Setting,
  picture: Pick<Figure, 'id' | 'number' | 'caption' | 'note' | 'from'>,
  element: StructureElement,
  x: Points,
  width: Points,
  body: Strip[],
): Strip[] {
  const { setter, sheet, words } = setting
  const { accent } = sheet.colours
  const number: Inline[] = picture.number
    ? [{ type: 'text', text: `${words.figure} ${picture.number}. `, bold: true }]
    : []
  const caption = picture.caption
    ? setText(setter, {
        content: [...number, ...picture.caption],
        element: addElement(element, 'Caption'),
        style: sheet.caption,
        x,
        width,
        linkColour: accent,
        whole: true,
        after: 4,
      })
    : []
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
  const strips = [...caption, ...body, ...note]
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
