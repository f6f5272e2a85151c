import type { Points } from '../../base/index.js'
import { phrase } from '../../locale/index.js'
import { type Canvas, labelSize, lineHeight, smallSize } from '../canvas.js'
import { fillArea } from '../fill.js'
import { boxOfText, fitLine, textLines, wrapText } from '../label.js'
import { type Box, round } from '../outline.js'
import { type SeriesStyle, seriesStyle, tinted } from '../palette.js'
import { placeLabels } from '../place-labels.js'
import type { Scene, Shape, TextShape } from '../scene.js'
import { layoutSankey, type PlacedLink, type PlacedNode } from './layout-sankey.js'
import type { SankeySpec } from './spec.js'

/** Between the nodes of a column: room for two lines of a label. */
const gap: Points = 2 * lineHeight + 8

/** Places as bars from left to right, what flows between them as bands with their names and figures on them. */
export function drawSankey(spec: SankeySpec, canvas: Canvas): Scene {
  const side = Math.min(96, canvas.width * 0.21)
  const box = { x: side, y: gap * 0.75, width: canvas.width - 2 * side, height: heightOf(spec) }
  const { nodes, links } = layoutSankey(spec, box, gap)
  const last = Math.max(...nodes.map(({ column }) => column))
  const names = nodes.flatMap((node) =>
    nameNode(node, last, box.width / Math.max(1, last), side, spec, canvas),
  )
  const hasUnknown = spec.links.some(({ amount }) => !amount)
  // The label of a thin band stands under it, at the foot as well.
  const height = box.y + box.height + gap * 0.85 + (hasUnknown ? lineHeight : 0)
  const note: TextShape = {
    kind: 'text',
    x: 0,
    y: round(height - 2),
    text: phrase('hatched-not-disclosed', canvas.language),
    size: smallSize,
    italic: true,
    colour: canvas.colours.muted,
    anchor: 'start',
  }
  // Only bands of a known width have a colour.
  const known = [...new Set(spec.links.flatMap(({ amount, series }) => (amount ? [series] : [])))]
  const bands = [...links].sort((one, other) => other.width - one.width)
  return {
    width: canvas.width,
    height: round(height),
    shapes: [
      ...bands.flatMap((band) => drawBand(band, seriesStyle(known.indexOf(band.link.series)))),
      ...nodes.map(
        (node): Shape => ({
          kind: 'path',
          d: `M${round(node.x0)},${round(node.y0)}H${round(node.x1)}V${round(node.y1)}H${round(node.x0)}Z`,
          fill: canvas.colours.ink,
        }),
      ),
      ...names,
      ...nameBands(
        bands,
        hasUnknown ? [...names, note] : names,
        nodes,
        { x: 1, y: 1, width: canvas.width - 2, height: height - 2 },
        canvas,
      ),
      ...(hasUnknown ? [note] : []),
    ],
  }
}

/** Tall enough for the fullest column, and for bands that can be told apart. */
function heightOf(spec: SankeySpec): Points {
  const { nodes, links } = layoutSankey(spec, { x: 0, y: 0, width: 100, height: 10_000 }, gap)
  const counts = nodes.map(({ column }) => nodes.filter((node) => node.column === column).length)
  const passing = nodes.map(({ column }) => links.filter(({ from }) => from.column === column).length)
  return Math.max(...counts) * gap + Math.max(40, Math.max(...passing) * 17)
}

function drawBand({ link, from, to, width, y0, y1 }: PlacedLink, style: SeriesStyle): Shape[] {
  const [x0, x1] = [from.x1, to.x0]
  const middle = (x0 + x1) / 2
  const half = Math.max(width, 0.75) / 2
  const d = [
    `M${round(x0)},${round(y0 - half)}`,
    `C${round(middle)},${round(y0 - half)} ${round(middle)},${round(y1 - half)} ${round(x1)},${round(y1 - half)}`,
    `L${round(x1)},${round(y1 + half)}`,
    `C${round(middle)},${round(y1 + half)} ${round(middle)},${round(y0 + half)} ${round(x0)},${round(y0 + half)}Z`,
  ].join('')
  const box: Box = {
    x: x0,
    y: Math.min(y0, y1) - half,
    width: x1 - x0,
    height: Math.abs(y1 - y0) + 2 * half,
  }
  if (!link.amount) {
    return [
      ...fillArea(d, box, '#777777', 'hatch').slice(1, 2),
      { kind: 'path', d, stroke: '#777777', strokeWidth: 0.6, dash: [2.5, 1.8] },
    ]
  }
  const colour = tinted(style.colour, 0.5)
  return fillArea(d, box, colour, link.status === 'estimated' ? 'hatch' : style.pattern)
}

/** At the sides for the first and last column, above the bar for those between. */
function nameNode(
  node: PlacedNode,
  last: number,
  spacing: Points,
  side: Points,
  spec: SankeySpec,
  canvas: Canvas,
): TextShape[] {
  const label = spec.nodes[node.index]?.label ?? ''
  const style = { size: labelSize, bold: true, colour: canvas.colours.ink }
  const isFirst = node.column === 0
  const isSide = isFirst || node.column === last
  const width = isSide ? side - 6 : spacing - 10
  const lines = wrapText(label, width, style, canvas, 2)
  const middle = (node.y0 + node.y1) / 2
  if (isSide) {
    return textLines(
      lines,
      {
        x: round(isFirst ? node.x0 - 4 : node.x1 + 4),
        y: round(middle + labelSize * 0.32 - ((lines.length - 1) * lineHeight) / 2),
        anchor: isFirst ? 'end' : 'start',
        leading: lineHeight,
      },
      style,
    )
  }
  return textLines(
    lines,
    {
      x: round((node.x0 + node.x1) / 2),
      y: round(node.y0 - 4 - (lines.length - 1) * lineHeight),
      anchor: 'middle',
      leading: lineHeight,
    },
    { ...style, halo: '#ffffff' },
  )
}

/** What flows and how much, once for each record, on its widest band or near it. */
function nameBands(
  bands: readonly PlacedLink[],
  names: readonly TextShape[],
  nodes: readonly PlacedNode[],
  frame: Box,
  canvas: Canvas,
): Shape[] {
  // In a column there is room for the figures only; the table has the names.
  const isWide = canvas.width > 360
  const perSeries = new Map<number, PlacedLink>()
  const straightest = [...bands].sort(
    (one, other) => Math.abs(one.y1 - one.y0) - Math.abs(other.y1 - other.y0),
  )
  for (const band of straightest)
    if (!perSeries.has(band.link.series) && (isWide || band.link.amount))
      perSeries.set(band.link.series, band)
  const room = canvas.width * 0.3
  const chosen = [...perSeries.values()].sort((one, other) => middleOf(one)[1] - middleOf(other)[1])
  const blocks = chosen.map((band) => {
    const words = band.link.printed
    const amount = { text: fitLine(words, room, { size: smallSize, bold: true }, canvas), bold: true }
    const name = { text: fitLine(band.link.label, room, { size: smallSize }, canvas), bold: false }
    const lines = !band.link.amount ? [name] : isWide ? [name, amount] : [amount]
    const width = Math.max(
      ...lines.map((line) => canvas.measure(line.text, { size: smallSize, bold: line.bold })),
    )
    return { band, lines, width, height: lines.length * 8.6 - 1.6 }
  })
  const taken = [
    ...names.map((name) => boxOfText(name, canvas.measure)),
    ...nodes.map(({ x0, y0, x1, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })),
  ]
  // Centred on its band or under it: the anchor stands half a label to the left of the middle.
  const placed = placeLabels(
    blocks.map(({ band, width, height }) => {
      const [x, y] = middleOf(band)
      const below = band.width > height + 1 ? 0 : band.width / 2 + height / 2 + 3
      return { anchor: [x - width / 2 - 2, y + below] as const, clearance: 0, width, height }
    }),
    { frame, taken, lines: [] },
  )
  return placed.flatMap((place, index): Shape[] => {
    const block = blocks[index]
    // Far from its band a label would be read as another's.
    const off = place && block ? Math.abs(place.box.x + place.box.width / 2 - middleOf(block.band)[0]) : 0
    if (!place || !block || place.leader || off > 40) return []
    const { x, y, width, height } = place.box
    // On its own band a label reads without a halo.
    const isInside = block.band.width > height + 3 && Math.abs(y + height / 2 - middleOf(block.band)[1]) < 2
    const texts = block.lines.map(
      ({ text, bold }, line): TextShape => ({
        kind: 'text',
        x: round(x + width / 2),
        y: round(y + smallSize * 0.78 + line * 8.6),
        text,
        size: smallSize,
        colour: canvas.colours.ink,
        anchor: 'middle',
        halo: isInside ? undefined : '#ffffff',
        bold,
      }),
    )
    return texts
  })
}

function middleOf({ from, to, y0, y1 }: PlacedLink): readonly [Points, Points] {
  return [(from.x1 + to.x0) / 2, (y0 + y1) / 2]
}
