/** What a PNG says of itself. */
export interface PngHeader {
  width: number
  height: number
  /** Bits of a sample, samples of a dot, and bits of a dot. */
  depth: number
  samples: number
  bits: number
  isIndexed: boolean
  isInterlaced: boolean
}

/** Depths by the kind of colour, and the samples that a dot has; PNG, third edition, table 11.1. */
export const pngColours: Readonly<Record<number, { depths: readonly number[]; samples: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  3: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
}

/** The parts of a PNG that its dots are made of. Throws a `RangeError` where it ends before its end. */
export function pngChunks(bytes: Uint8Array): {
  header: PngHeader
  data: Uint8Array[]
  palette: Uint8Array
  transparency: Uint8Array | undefined
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const [depth, colour] = [view.getUint8(24), view.getUint8(25)]
  const samples = pngColours[colour]?.samples ?? 1
  const data: Uint8Array[] = []
  let palette: Uint8Array = new Uint8Array()
  let transparency: Uint8Array | undefined
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const name = nameAt(view, at + 4)
    const part = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IEND') break
    if (name === 'IDAT') data.push(part)
    if (name === 'PLTE') palette = part
    if (name === 'tRNS') transparency = part
    at += 12 + length
  }
  const header = {
    ...{ width: view.getUint32(16), height: view.getUint32(20), depth, samples, bits: depth * samples },
    ...{ isIndexed: colour === 3, isInterlaced: view.getUint8(28) === 1 },
  }
  return { header, data, palette, transparency }
}

type Shown = Pick<PngHeader, 'samples' | 'isInterlaced'>

/** Whether something may show through a PNG: it has an alpha channel, or a colour or palette that is seen through. */
export function isSeenThrough({ samples }: Pick<Shown, 'samples'>, transparency: unknown): boolean {
  return samples === 2 || samples === 4 || transparency !== undefined
}

/** Whether a PNG is taken apart before it is drawn, so that all of it is unpacked; others go into the PDF as they are. */
export function isTakenApart(header: Shown, transparency: unknown): boolean {
  return header.isInterlaced || isSeenThrough(header, transparency)
}

export function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)))
}

/**
 * How many rows of how many bytes a PNG unpacks to; each begins with the byte that names its filter. Where the first of
 * its dots goes, and how far apart they are.
 */
export interface Rows {
  count: number
  length: number
  columns: number
  left: number
  top: number
  right: number
  down: number
}

/** Where the seven passes of an interlaced picture begin, and how far they go at once. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

export function rowsOf({
  width,
  height,
  bits,
  isInterlaced,
}: Omit<PngHeader, 'depth' | 'samples' | 'isIndexed'>): Rows[] {
  const ways = isInterlaced ? passes : ([[0, 0, 1, 1]] as const)
  return ways
    .map(([left, top, right, down]): Rows => {
      const columns = Math.ceil((width - left) / right)
      const count = Math.ceil((height - top) / down)
      return { count, length: 1 + Math.ceil((columns * bits) / 8), columns, left, top, right, down }
    })
    .filter(({ columns, count }) => columns > 0 && count > 0)
}
