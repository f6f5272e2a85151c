import { unzlibSync } from 'fflate'
import { isSeenThrough, type PngHeader, pngChunks, rowsOf } from './png-rows.js'

/** The dots of a picture: three bytes of colour for each, and one that says how much of it is seen where not all are. */
export interface DecodedPicture {
  width: number
  height: number
  colour: Uint8Array
  alpha?: Uint8Array
}

/** What a sample of so many bits means, by the kind of colour; see `readDot`. */
interface Meaning {
  header: PngHeader
  palette: Uint8Array
  transparency: Uint8Array | undefined
}

/**
 * Takes a PNG apart that `faultOfPicture` has found sound: of any colour, depth and order of rows, seen through or not.
 * Of 16 bits the upper 8 are kept, which is what pages show.
 */
export function decodePng(bytes: Uint8Array): DecodedPicture {
  const { header, data, palette, transparency } = pngChunks(bytes)
  const packed = unzlibSync(joined(data))
  const { width, height } = header
  const colour = new Uint8Array(width * height * 3)
  const alpha = isSeenThrough(header, transparency) ? new Uint8Array(width * height) : undefined
  const step = Math.max(1, header.bits >> 3)
  let start = 0
  for (const pass of rowsOf(header)) {
    let before = new Uint8Array(pass.length - 1)
    for (let row = 0; row < pass.count; row += 1) {
      const line = packed.subarray(start + 1, start + pass.length)
      unfilter(packed[start] ?? 0, line, before, step)
      for (let column = 0; column < pass.columns; column += 1) {
        const dot = (pass.top + row * pass.down) * width + pass.left + column * pass.right
        const [red, green, blue, seen] = readDot(line, column, { header, palette, transparency })
        colour[dot * 3] = red
        colour[dot * 3 + 1] = green
        colour[dot * 3 + 2] = blue
        if (alpha) alpha[dot] = seen
      }
      before = line
      start += pass.length
    }
  }
  return { width, height, colour, ...(alpha ? { alpha } : {}) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Undoes what a row was filtered with; `step` is how many bytes back the dot before is. PNG, third edition, 9.2. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= step ? (line[at - step] as number) : 0
    const up = above[at] as number
    const corner = at >= step ? (above[at - step] as number) : 0
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    line[at] = (line[at] as number) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

type Dot = readonly [red: number, green: number, blue: number, seen: number]

function readDot(line: Uint8Array, column: number, { header, palette, transparency }: Meaning): Dot {
  const { depth, samples, isIndexed } = header
  const sample = (index: number): number => sampleAt(line, column * samples + index, depth)
  if (isIndexed) {
    const index = sample(0)
    const part = (offset: number): number => palette[index * 3 + offset] ?? 0
    return [part(0), part(1), part(2), transparency?.[index] ?? 255]
  }
  const eight = (value: number): number => (depth === 16 ? value >> 8 : (value * 255) / (2 ** depth - 1))
  const first = sample(0)
  if (samples <= 2) {
    const grey = eight(first)
    const seen = samples === 2 ? eight(sample(1)) : isMasked([first], transparency) ? 0 : 255
    return [grey, grey, grey, seen]
  }
  const [green, blue] = [sample(1), sample(2)]
  const seen = samples === 4 ? eight(sample(3)) : isMasked([first, green, blue], transparency) ? 0 : 255
  return [eight(first), eight(green), eight(blue), seen]
}

function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0
  if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0)
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

/** Of a picture without a palette one colour may be seen through. */
function isMasked(dot: readonly number[], transparency: Uint8Array | undefined): boolean {
  if (!transparency || transparency.length < dot.length * 2) return false
  return dot.every((value, index) => value === sampleAt(transparency, index, 16))
}
