import { crc32, deflateSync } from 'node:zlib'

export interface PngOptions {
  width: number
  height: number
  depth?: number
  /** 6, with a channel that one can see through, if left out. */
  colour?: number
  isInterlaced?: boolean
  /** What is packed; no rows at all if left out. */
  rows?: Uint8Array
  /** Chunks between head and data. */
  more?: [name: string, data: Uint8Array][]
}

/** A PNG that says of itself what a test wants. */
export function madePng({
  width,
  height,
  depth = 8,
  colour = 6,
  isInterlaced,
  rows,
  more = [],
}: PngOptions): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colour, 0, 0, isInterlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more.map(([name, data]) => chunk(name, data)),
    chunk('IDAT', deflateSync(rows ?? new Uint8Array())),
    chunk('IEND', new Uint8Array()),
  ])
}

/** The head of a JPEG, which is all that is looked at. */
export function madeJpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
  ])
  frame.writeUInt16BE(height, 7)
  frame.writeUInt16BE(width, 9)
  return Buffer.concat([frame, Buffer.from([0xff, 0xd9])])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
