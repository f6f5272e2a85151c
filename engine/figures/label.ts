import type { Points } from '../base/index.js'
import type { Canvas, TextStyle } from './canvas.js'
import type { Box } from './outline.js'
import type { Scene, Shape, TextShape } from './scene.js'

/** Shares of the size that letters rise above and hang below the baseline. */
const ascent = 0.74
const descent = 0.22

/** `text` on one line of `width`, cut with an ellipsis where it is longer. */
export function fitLine(text: string, width: Points, style: TextStyle, canvas: Canvas): string {
  const line = plain(text)
  if (canvas.measure(line.slice(0, 400), style) <= width && line.length <= 400) return line
  const letters = [...line.slice(0, 400)]
  let [fits, tooLong] = [0, letters.length]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (canvas.measure(cut(letters, middle), style) <= width) fits = middle
    else tooLong = middle
  }
  return cut(letters, fits)
}

/** `text` broken at spaces and hyphens into lines of `width`, at most `most`; the last is cut with an ellipsis. */
export function wrapText(
  text: string,
  width: Points,
  style: TextStyle,
  canvas: Canvas,
  most: number,
): string[] {
  const pieces = plain(text)
    .slice(0, 600)
    .split(/(?<= )(?! )|(?<=\p{L}-)(?=\p{L})/u)
  const lines: string[] = []
  for (let index = 0; index < pieces.length; ) {
    if (lines.length === most - 1) {
      lines.push(fitLine(pieces.slice(index).join(''), width, style, canvas))
      break
    }
    let line = pieces[index] ?? ''
    index++
    while (index < pieces.length && canvas.measure((line + pieces[index]).trimEnd(), style) <= width) {
      line += pieces[index]
      index++
    }
    lines.push(fitLine(line, width, style, canvas))
  }
  return lines
}

/** Lines of a block of text whose first line has its baseline at `y`. */
export function textLines(
  lines: readonly string[],
  at: { x: Points; y: Points; anchor: TextShape['anchor']; leading: Points },
  style: TextStyle & { colour: string; halo?: string },
): TextShape[] {
  return lines.map((text, index) => ({
    kind: 'text',
    x: at.x,
    y: at.y + index * at.leading,
    text,
    anchor: at.anchor,
    ...style,
  }))
}

/** The box that a text takes up, when it is not turned. */
export function boxOfText(shape: TextShape, measure: Canvas['measure']): Box {
  const width = measure(shape.text, shape)
  const x = shape.anchor === 'start' ? shape.x : shape.x - (shape.anchor === 'middle' ? width / 2 : width)
  return { x, y: shape.y - shape.size * ascent, width, height: shape.size * (ascent + descent) }
}

/** Every text of a scene, those inside clipped shapes too. */
export function textsOf(scene: Pick<Scene, 'shapes'>): TextShape[] {
  return scene.shapes.flatMap((shape: Shape) => {
    if (shape.kind === 'text') return [shape]
    return shape.kind === 'clipped' ? textsOf(shape) : []
  })
}

/** What a label can show: one line, without control characters. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\s\u0000-\u001f\u007f]*[\n\t\r\u0000-\u001f\u007f][\s]*/g, ' ').trim()
}

function cut(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`
}
