import { Unzlib } from 'fflate'
import { isTakenApart, nameAt, pngColours, type Rows, rowsOf } from './png-rows.js'

/**
 * What is wrong with a picture: no PNG or JPEG that can be printed, one in the colours of printing ink, which PDF/A does not
 * allow beside those of screens, or one of more dots than are printed.
 */
export type PictureFault = 'no-picture' | 'cmyk' | { width: number; height: number; most: number }

/**
 * How many dots a picture may have. A page at 600 to the inch has 35 million. A JPEG goes into the PDF as it is; a PNG
 * that one can see through is taken apart on the way, in memory.
 */
const mostDots = { png: 40_000_000, jpeg: 100_000_000 }

/**
 * Looks at a picture before it is opened, by what its file says of itself: the libraries that open it believe every
 * length in it, and reserve what it asks for. What they unpack is unpacked here first, no further than it should come to.
 */
export function faultOfPicture(bytes: Uint8Array): PictureFault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    return startsWith(bytes, pngSignature) ? faultOfPng(bytes, view) : faultOfJpeg(view)
  } catch (error) {
    // Read past the end, or by fflate: the file says more than it holds.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return 'no-picture'
    throw error
  }
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function faultOfPng(bytes: Uint8Array, view: DataView): PictureFault | undefined {
  if (nameAt(view, 12) !== 'IHDR' || view.getUint32(8) !== 13) return 'no-picture'
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colour] = [view.getUint8(24), view.getUint8(25)]
  const [compression, filter, interlace] = [view.getUint8(26), view.getUint8(27), view.getUint8(28)]
  const kind = pngColours[colour]
  if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return 'no-picture'
  if (width === 0 || height === 0) return 'no-picture'
  const most = depth === 16 ? mostDots.png / 2 : mostDots.png
  if (width * height > most) return { width, height, most }
  const data: Uint8Array[] = []
  let hasPalette = false
  let transparency: Uint8Array | undefined
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const name = nameAt(view, at + 4)
    const end = at + 12 + length
    if (end > bytes.length) return 'no-picture'
    if (name === 'IEND') break
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, end - 4))
    if (name === 'PLTE') hasPalette = length > 0 && length <= 768 && length % 3 === 0
    if (name === 'tRNS') {
      if (length > 256) return 'no-picture'
      transparency = bytes.subarray(at + 8, end - 4)
    }
    at = end
  }
  if (data.length === 0 || (colour === 3 && !hasPalette)) return 'no-picture'
  const { samples } = kind
  const header = { width, height, samples, bits: depth * samples, isInterlaced: interlace === 1 }
  return isTakenApart(header, transparency) && !unpacksTo(rowsOf(header), data) ? 'no-picture' : undefined
}

/** How much is unpacked at once, in bytes: it comes to a thousand times as much at most. */
const slice = 32 * 1024

/** Whether the data of a PNG unpack to these rows and no more, each with a filter that there is, and to their checksum. */
function unpacksTo(rows: Rows[], data: Uint8Array[]): boolean {
  let [index, row, left] = [0, 0, 0]
  let isSound = true
  let sum = 1
  const unzlib = new Unzlib((bytes) => {
    sum = adler(sum, bytes)
    for (let at = 0; at < bytes.length && isSound; ) {
      const here = rows[index]
      if (left === 0) {
        isSound = here !== undefined && (bytes[at] ?? 5) <= 4
        left = here?.length ?? 0
      }
      const step = Math.min(left, bytes.length - at)
      at += step
      left -= step
      if (left > 0) continue
      row += 1
      if (row === here?.count) [index, row] = [index + 1, 0]
    }
  })
  for (const [number, part] of data.entries()) {
    for (let at = 0; at < part.length && isSound; at += slice) {
      const isLast = number === data.length - 1 && at + slice >= part.length
      unzlib.push(part.subarray(at, at + slice), isLast)
    }
  }
  return isSound && index === rows.length && left === 0 && sum === lastFour(data)
}

/** The checksum of RFC 1950, which fflate leaves to who asks. Summed up as far as no number grows too large. */
function adler(before: number, bytes: Uint8Array): number {
  let [low, high] = [before & 0xffff, before >>> 16]
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + 3800, bytes.length)
    for (; at < end; at += 1) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= 65521
    high %= 65521
  }
  return ((high << 16) | low) >>> 0
}

function lastFour(data: Uint8Array[]): number {
  const end = data.flatMap((part) => [...part.subarray(-4)]).slice(-4)
  return end.reduce((sum, byte) => ((sum << 8) | byte) >>> 0, 0)
}

/** Segments that say how big a JPEG is: `SOF` of every way of coding, and none of the others from C0 to CF. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function faultOfJpeg(view: DataView): PictureFault | undefined {
  if (view.getUint16(0) !== 0xffd8) return 'no-picture'
  for (let at = 2; ; ) {
    while (view.getUint8(at) !== 0xff) at += 1
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) {
      const [depth, height, width] = [view.getUint8(at + 4), view.getUint16(at + 5), view.getUint16(at + 7)]
      const colours = view.getUint8(at + 9)
      // Baseline, extended and progressive: what PDF knows of JPEG (ISO 32000-1, 7.4.8).
      const isKnown = marker <= 0xc2 && depth === 8 && [1, 3, 4].includes(colours)
      if (!isKnown || width === 0 || height === 0) return 'no-picture'
      if (colours === 4) return 'cmyk'
      return width * height > mostDots.jpeg ? { width, height, most: mostDots.jpeg } : undefined
    }
    // As pdfkit goes on, which must find the same.
    at += 2 + view.getUint16(at + 2)
  }
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
