import { measuredIn } from './measured.js'
import type { Sample } from './sample.js'
import { slopeAfterFirstTenth } from './slope.js'

const colours = ['#1b5e8a', '#b0482e', '#4d7a3a', '#7a4f8f', '#8a6d1b', '#3b7f7a', '#555555', '#a03a6a']
const [width, height] = [760, 360]
const frame = { left: 56, top: 34, right: 250, bottom: 40 }

/** What every process and heap held from sample to sample, in MB, as a picture. Its legend has the slopes. */
export function drawCurve(samples: readonly Sample[]): string {
  const lines = measuredIn(samples)
  const edits = samples.at(-1)?.edits ?? 0
  const most = niceMost(Math.max(...lines.flatMap(({ values }) => values)) / 1024)
  const x = (edit: number) => frame.left + (edit / Math.max(1, edits)) * (width - frame.left - frame.right)
  const y = (megabytes: number) =>
    height - frame.bottom - (megabytes / most) * (height - frame.top - frame.bottom)
  const grid = [0, 1, 2, 3, 4].map((step) => {
    const at = y((most * step) / 4)
    return (
      `<path d="M${frame.left} ${round(at)}H${width - frame.right}" stroke="#ddd"/>` +
      `<text x="${frame.left - 6}" y="${round(at + 4)}" text-anchor="end">${(most * step) / 4}</text>`
    )
  })
  const days = [0, 0.5, 1].map((part) => {
    const at = Math.round(edits * part)
    return `<text x="${round(x(at))}" y="${height - frame.bottom + 18}" text-anchor="middle">${at}</text>`
  })
  const curves = lines.map(({ name, values, isHeap }, number) => {
    const points = values.map((value, at) => `${round(x(samples[at]?.edits ?? 0))},${round(y(value / 1024))}`)
    const [colour, dash] = [colours[number % colours.length], isHeap ? ' stroke-dasharray="4 3"' : '']
    const top = frame.top + number * 30
    return (
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>` +
      `<path d="M${width - frame.right + 14} ${top}h22" stroke="${colour}" stroke-width="2"${dash}/>` +
      `<text x="${width - frame.right + 42}" y="${top + 4}">${name}<tspan x="${width - frame.right + 42}" dy="12" fill="#666">${slopeOf(values, samples)}</tspan></text>`
    )
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    '<title>What every process and heap held, by edits</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="18">Memory in MB, by edits (${samples.at(-1)?.exports ?? 0} exports in all); dashed: heaps after collection</text>`,
    ...grid,
    ...days,
    ...curves,
    '</svg>',
    '',
  ].join('\n')
}

/** In KB for 100 edits. */
export function growthOf({ values }: { values: readonly number[] }, samples: readonly Sample[]): number {
  const [first, second] = samples
  const between = first && second ? second.edits - first.edits : 1
  return (slopeAfterFirstTenth(values) / between) * 100
}

function slopeOf(values: readonly number[], samples: readonly Sample[]): string {
  const growth = Math.round(growthOf({ values }, samples))
  return `${growth > 0 ? '+' : ''}${growth} KB per 100 edits`
}

/** The next number upwards that four lines divide into whole steps. */
function niceMost(value: number): number {
  return [40, 80, 100, 200, 400, 600, 800, 1200, 2000].find((step) => step >= value) ?? Math.ceil(value)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
