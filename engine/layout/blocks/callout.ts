import type { Points } from '../../base/index.js'
import type { Callout } from '../../document/index.js'
import type { Box, Strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { setText } from '../text/set-text.js'
import { setBlocks } from './set-blocks.js'

/** A tinted box with a bar at its left. A short one stays whole; a long one runs on into the next column. */
export function setCallout(setting: Setting, callout: Callout, x: Points, width: Points): Strip[] {
  const { sheet } = setting
  const { accent, tint, caution, cautionTint } = sheet.colours
  const padding = 8
  const isCaution = callout.kind === 'caution'
  const box: Box = {
    x,
    width,
    padding: 6,
    fill: isCaution ? cautionTint : tint,
    bar: { width: 2, colour: isCaution ? caution : accent },
  }
  const inside = { x: x + padding + 2, width: width - 2 * padding - 2 }
  const parent = addElement(setting.parent, 'Div')
  const title = callout.title
    ? setText(setting.setter, {
        content: callout.title,
        element: addElement(parent, 'P'),
        style: { ...sheet.calloutTitle, colour: isCaution ? caution : accent },
        ...inside,
        linkColour: accent,
        whole: true,
        after: 1,
      })
    : []
  for (const one of title) Object.assign(one, { joinsNext: true, closesUp: true })
  const strips = [
    ...title,
    ...setBlocks({ ...setting, parent, inColumns: false }, callout.blocks, inside.x, inside.width),
  ]
  for (const one of strips) one.boxes = [box, ...one.boxes]
  const [first] = strips
  const last = strips.at(-1)
  if (first) first.before = sheet.gap * 1.2
  if (last) last.after = sheet.gap * 1.4
  // Short boxes stay whole; a long one may run on into the next column.
  if (strips.length <= 14) for (const one of strips.slice(0, -1)) one.joinsNext = true
  return strips
}
