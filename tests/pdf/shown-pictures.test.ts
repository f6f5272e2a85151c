import { describe, expect, it } from 'vitest'
import type { BriefDocument } from '../../engine/pdf/brief-document.js'
import { faultOfPicture } from '../../engine/pdf/look-at-picture.js'
import { openPicture } from '../../engine/pdf/open-picture.js'
import { madePng, type PngOptions } from './made-pictures.js'
import { pictureFile } from './picture-file.js'
import { type Colour, hasPoppler, pdfWith, shown } from './shown-pictures.js'

const red: Colour = [230, 20, 20]
const blue: Colour = [20, 20, 230]

const isNear = (one: Colour, other: Colour) =>
  one.every((part, index) => Math.abs(part - (other[index] ?? 0)) < 30)

/** Bits of dots, packed into rows, each behind a filter of 0. */
function packed(dots: number[][], depth: number): Buffer {
  return Buffer.concat(
    dots.map((row) => {
      const bits = row.map((value) => value.toString(2).padStart(depth, '0')).join('')
      const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []
      return Buffer.from([0, ...bytes.map((byte) => Number.parseInt(byte, 2))])
    }),
  )
}

/** A picture of 8 by 8 dots, `one` in its left half and `other` in its right. */
const halves = <T>(one: T, other: T): T[][] =>
  Array.from({ length: 8 }, () => [...Array(4).fill(one), ...Array(4).fill(other)])

const flat = (dots: number[][][]): number[][] => dots.map((row) => row.flat())

/** The rows of an interlaced picture: those of each pass one after the other. */
function interlaced<T>(dots: T[][]): T[][] {
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  return passes.flatMap(([left, top, right, down]) =>
    dots
      .filter((_, y) => y >= top && (y - top) % down === 0)
      .map((row) => row.filter((_, x) => x >= left && (x - left) % right === 0)),
  )
}

const square = { width: 8, height: 8 }
const palette: [string, Uint8Array] = ['PLTE', Buffer.from([...red, ...blue, 0, 0, 0])]
const seenThrough: [string, Uint8Array] = ['tRNS', Buffer.from([255, 255, 0])]
const sixteen = (colour: Colour): number[] => colour.map((part) => part * 257)

const ways: [string, PngOptions][] = [
  ...[1, 2, 4, 8].flatMap((depth): [string, PngOptions][] => [
    [
      `a palette of ${depth} bits`,
      { ...square, colour: 3, depth, rows: packed(halves(0, 1), depth), more: [palette] },
    ],
    [
      `a palette of ${depth} bits that is seen through`,
      { ...square, colour: 3, depth, rows: packed(halves(0, 1), depth), more: [palette, seenThrough] },
    ],
    [
      `an interlaced palette of ${depth} bits that is seen through`,
      {
        ...{ ...square, colour: 3, depth, isInterlaced: true },
        rows: packed(interlaced(halves(0, 1)), depth),
        more: [palette, seenThrough],
      },
    ],
  ]),
  ['8 bits', { ...square, colour: 2, rows: packed(flat(halves<number[]>(red, blue)), 8) }],
  [
    '8 bits interlaced',
    {
      ...square,
      colour: 2,
      isInterlaced: true,
      rows: packed(flat(interlaced(halves<number[]>(red, blue))), 8),
    },
  ],
  [
    '16 bits',
    { ...square, colour: 2, depth: 16, rows: packed(flat(halves(sixteen(red), sixteen(blue))), 16) },
  ],
  [
    '8 bits with alpha',
    { ...square, colour: 6, rows: packed(flat(halves([...red, 255], [...blue, 255])), 8) },
  ],
  [
    '16 bits with alpha',
    {
      ...square,
      colour: 6,
      depth: 16,
      rows: packed(flat(halves([...sixteen(red), 65535], [...sixteen(blue), 65535])), 16),
    },
  ],
  [
    '16 bits with a colour that is seen through',
    {
      ...{ ...square, colour: 2, depth: 16, rows: packed(flat(halves(sixteen(red), sixteen(blue))), 16) },
      more: [['tRNS', Buffer.from([0, 1, 0, 1, 0, 1])]],
    },
  ],
]

describe.runIf(hasPoppler)('P1 a picture looks as any viewer shows it', () => {
  it.each(ways)('PNG of %s', async (_, way) => {
    const { left, right } = await shown(madePng(way))
    expect([left, isNear(left, red)]).toEqual([left, true])
    expect([right, isNear(right, blue)]).toEqual([right, true])
  })

  it.each([1, 2, 4, 8, 16])('PNG of grey in %i bits, and with alpha', async (depth) => {
    const most = 2 ** depth - 1
    const grey = await shown(madePng({ ...square, colour: 0, depth, rows: packed(halves(0, most), depth) }))
    expect(grey.left).toEqual([0, 0, 0])
    if (depth < 8) return
    const half = Math.round(most / 2)
    const dots = flat(halves([0, half], [0, most]))
    const { left, right } = await shown(madePng({ ...square, colour: 4, depth, rows: packed(dots, depth) }))
    expect(isNear(left, [128, 128, 128])).toBe(true)
    expect(right).toEqual([0, 0, 0])
  })

  it.each(['upright.jpg', 'progressive.jpg'])('JPEG: %s', async (name) => {
    const { left, right } = await shown(pictureFile(name))
    expect([isNear(left, red), isNear(right, blue)]).toEqual([true, true])
  })

  it('JPEG turned as the camera was held', async () => {
    const half = await shown(pictureFile('held-3.jpg'))
    expect([isNear(half.left, blue), isNear(half.right, red)]).toEqual([true, true])
    const right = await shown(pictureFile('held-6.jpg'))
    expect([isNear(right.top, red), isNear(right.foot, blue)]).toEqual([true, true])
    const left = await shown(pictureFile('held-8.jpg'))
    expect([isNear(left.top, blue), isNear(left.foot, red)]).toEqual([true, true])
  })

  it('JPEG of grey', async () => {
    const { left, right } = await shown(pictureFile('grey.jpg'))
    expect(left[0]).toBe(left[1])
    expect(left[0]).toBeGreaterThan(right[0])
  })
})

describe('P2 a picture on its page', () => {
  const tall = madePng({
    width: 10,
    height: 400,
    colour: 0,
    depth: 1,
    rows: packed(Array(400).fill(Array(10).fill(0)), 1),
  })
  it('is never taller than that, with its caption', async () => {
    const caption = [{ type: 'text' as const, text: 'A caption' }]
    const { pageCount } = await pdfWith(tall, { caption, width: 1 })
    expect(pageCount).toBe(1)
  })
})

describe('P3 a picture in the colours of printing ink', () => {
  it('is refused at its place', async () => {
    await expect(pdfWith(pictureFile('cmyk.jpg'))).rejects.toThrow('pdf/picture-colours')
  })
})

it('unpacks no picture that only speaks of what is seen through: nobody has counted what that comes to', () => {
  const text: [string, Uint8Array] = ['tEXt', Buffer.from('Comment\0as tRNS says')]
  const plain = madePng({ ...square, colour: 0, rows: packed(halves(0, 255), 8), more: [text] })
  const masked = madePng({
    ...square,
    colour: 3,
    rows: packed(halves(0, 1), 8),
    more: [palette, seenThrough],
  })
  const asItIs = { width: 8, height: 8 }
  const document = { openImage: () => asItIs } as unknown as BriefDocument
  expect([plain, masked].map(faultOfPicture)).toEqual([undefined, undefined])
  expect(openPicture(document, plain)).toBe(asItIs)
  expect(openPicture(document, masked)).not.toBe(asItIs)
})
