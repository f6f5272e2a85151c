import { type Points, unreachable } from '../../base/index.js'
import type { Scene, Shape, TextShape } from '../../figures/index.js'
import type { TextSetter } from '../../layout/index.js'
import type { BriefDocument } from '../brief-document.js'
import type { FontMeasure } from '../font-measure.js'
import { drawHalo } from './draw-halo.js'

/** Draws a picture with its top left corner at `x`, `y`. Its letters are those of the theme's heads. */
export function drawScene(
  document: BriefDocument,
  fonts: FontMeasure,
  setter: TextSetter,
  scene: Scene,
  x: Points,
  y: Points,
): void {
  document.save().translate(x, y)
  for (const shape of scene.shapes) drawShape(document, fonts, setter, shape)
  document.restore()
}

function drawShape(document: BriefDocument, fonts: FontMeasure, setter: TextSetter, shape: Shape): void {
  switch (shape.kind) {
    case 'path':
      document.path(shape.d)
      paint(document, shape)
      return
    case 'circle':
      document.circle(shape.x, shape.y, shape.radius)
      paint(document, shape)
      return
    case 'text':
      drawText(document, fonts, setter, shape)
      return
    case 'clipped':
      document.save().path(shape.clip).clip()
      for (const inner of shape.shapes) drawShape(document, fonts, setter, inner)
      document.restore()
      return
    default:
      unreachable(shape)
  }
}

interface Paint {
  fill?: string
  stroke?: string
  strokeWidth?: Points
  dash?: Points[]
  opacity?: number
}

function paint(document: BriefDocument, look: Paint): void {
  const { fill, stroke, strokeWidth = 0.5, dash, opacity } = look
  if (!fill && !stroke) return
  document.save()
  if (opacity !== undefined) document.opacity(opacity)
  if (stroke)
    document
      .lineWidth(strokeWidth)
      .lineJoin('round')
      .lineCap(dash ? 'butt' : 'round')
  if (stroke && dash) document.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 })
  if (fill && stroke) document.fillAndStroke(fill, stroke)
  else if (fill) document.fill(fill)
  else if (stroke) document.stroke(stroke)
  document.restore()
}

function drawText(document: BriefDocument, fonts: FontMeasure, setter: TextSetter, shape: TextShape): void {
  document.save()
  document.translate(shape.x, shape.y)
  if (shape.rotate) document.rotate(shape.rotate)
  const line = setter.label(shape.text, shape)
  const shift = shape.anchor === 'middle' ? line.width / 2 : shape.anchor === 'end' ? line.width : 0
  for (const span of line.spans) {
    const font = fonts.font(span.run.family, span.run)
    if (shape.halo) drawHalo(document, font, span.text, span.x - shift, shape.size, shape.halo)
    document._font = font
    document.fontSize(shape.size).fillColor(shape.colour)
    document.text(span.text, span.x - shift, 0, { lineBreak: false, baseline: 'alphabetic' })
  }
  document.restore()
}
