import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../engine/document/index.js'
import type { Host } from '../../engine/host.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { madeJpeg, madePng, type PngOptions } from './made-pictures.js'
import { host, model, theme } from './samples.js'

const from = { file: 'sample.hbs', line: 7, column: 1 }
const image: Block = { type: 'image', id: 'one', path: 'assets/one.png', alt: 'One', from }

/** Codes and places of what is wrong with a document that shows `picture`. */
async function faultsWith(picture: Uint8Array) {
  const withPicture: Host = { ...host, picture: () => ({ ok: true, value: picture, warnings: [] }) }
  const rendered = await renderPdf(model([image]), theme(), withPicture)
  return rendered.ok ? [] : rendered.diagnostics.map(({ code, message, at }) => ({ code, message, at }))
}

const unprintable = {
  code: 'pdf/picture',
  message: '`assets/one.png` is not a picture that can be printed',
  at: from,
}

/** Rows of `count` times `length` bytes behind their filter. */
const rows = (count: number, length: number, filter = 0) =>
  Buffer.concat(Array.from({ length: count }, () => Buffer.from([filter, ...new Array(length).fill(200)])))

describe('a picture', () => {
  it('is printed in every way that a PNG is made', async () => {
    const ways: PngOptions[] = [
      { width: 5, height: 4, rows: rows(4, 20) },
      { width: 5, height: 4, rows: rows(4, 20, 4) },
      { width: 5, height: 4, depth: 16, rows: rows(4, 40) },
      { width: 5, height: 4, colour: 2, rows: rows(4, 15) },
      { width: 5, height: 4, colour: 0, depth: 1, rows: rows(4, 1) },
      { width: 5, height: 4, colour: 4, rows: rows(4, 10) },
      {
        ...{
          width: 5,
          height: 4,
          colour: 3,
          rows: Buffer.concat(Array(4).fill(Buffer.from([0, 0, 1, 0, 1, 0]))),
        },
        more: [
          ['PLTE', Buffer.from([1, 2, 3, 4, 5, 6])],
          ['tRNS', Buffer.from([0])],
        ],
      },
      // Passes of 1 × 1, 1 × 1, 2 × 1, 1 × 1 … dots; those that hold none are not there.
      {
        ...{ width: 5, height: 4, isInterlaced: true },
        rows: Buffer.concat([rows(1, 4), rows(1, 4), rows(1, 4), rows(1, 12), rows(2, 8), rows(2, 20)]),
      },
    ]
    for (const way of ways) expect(await faultsWith(madePng(way)), JSON.stringify(way)).toEqual([])
    expect(await faultsWith(madeJpeg(40, 30))).toEqual([])
  })

  it('of more dots than are printed is refused by its head, at its place', async () => {
    const sizes: [Uint8Array, string, number][] = [
      [madePng({ width: 20_000, height: 20_000 }), '20000 × 20000', 40],
      [madePng({ width: 60_000, height: 60_000, colour: 2 }), '60000 × 60000', 40],
      [madePng({ width: 0xffffffff, height: 1 }), '4294967295 × 1', 40],
      [madePng({ width: 5000, height: 5000, depth: 16 }), '5000 × 5000', 20],
      [madeJpeg(65_000, 65_000), '65000 × 65000', 100],
    ]
    for (const [picture, size, most] of sizes) {
      expect(await faultsWith(picture)).toEqual([
        {
          code: 'pdf/picture-too-big',
          message: `\`assets/one.png\` has ${size} dots, at most ${most} million are printed`,
          at: from,
        },
      ])
    }
  })

  it('that says what it does not hold is none', async () => {
    const dead: [string, Uint8Array][] = [
      ['no dots', madePng({ width: 0, height: 0 })],
      ['no rows', madePng({ width: 100, height: 100 })],
      ['rows that stop', madePng({ width: 5, height: 4, rows: rows(3, 20) })],
      ['more than its rows', madePng({ width: 5, height: 4, rows: rows(400, 20) })],
      ['a bomb', madePng({ width: 5, height: 4, rows: new Uint8Array(200_000_000) })],
      ['no such filter', madePng({ width: 5, height: 4, rows: rows(4, 20, 5) })],
      ['no such depth', madePng({ width: 5, height: 4, depth: 3, rows: rows(4, 20) })],
      ['no such colour', madePng({ width: 5, height: 4, colour: 5, rows: rows(4, 20) })],
      ['no palette', madePng({ width: 5, height: 4, colour: 3, rows: rows(4, 5) })],
      ['a chunk that leads back', backwards()],
      ['a JPEG without dots', madeJpeg(0, 0)],
      ['a JPEG without a head', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
      ['nothing', new Uint8Array()],
      ['text', Buffer.from('<svg width="100000" height="100000"/>')],
    ]
    for (const [name, picture] of dead) expect(await faultsWith(picture), name).toEqual([unprintable])
  })

  it('is printed or refused, whatever bytes of it are changed', async () => {
    const whole = madePng({ width: 5, height: 4, rows: rows(4, 20) })
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const picture = Buffer.from(whole)
        for (const [at, byte] of changes) picture[at] = byte
        for (const { code } of await faultsWith(picture)) expect(code).toMatch(/^pdf\/picture/)
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})

/** With a chunk whose length, read as a number with a sign, leads the reader to where it stands already. */
function backwards(): Buffer {
  const png = madePng({ width: 5, height: 4, rows: rows(4, 20), more: [['abCD', new Uint8Array()]] })
  png.writeInt32BE(-12, png.indexOf('abCD') - 4)
  return png
}
