import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../engine/document/index.js'
import { setBlock, setBlocks } from '../../../engine/layout/blocks/set-blocks.js'
import { figureDrawer } from '../../../engine/layout/figure-drawer.js'
import type { Picture } from '../../../engine/layout/index.js'
import { paginate } from '../../../engine/layout/pages/paginate.js'
import { textFrame } from '../../../engine/layout/pages/sheet.js'
import type { Piece, Strip } from '../../../engine/layout/pages/strips.js'
import { slotsIn } from '../../../engine/layout/part.js'
import { joined, type SetBlock } from '../../../engine/layout/set-block.js'
import type { Setting } from '../../../engine/layout/setting.js'
import { styleSheet } from '../../../engine/layout/style-sheet.js'
import type { Density } from '../../../engine/theme/index.js'
import { model, theme } from '../../pdf/samples.js'
import { anyDocument, composeDocument } from '../../tagged/any-document.js'
import { everyKind, kinds, Words } from '../../tagged/every-kind.js'
import { setterIn } from '../setter.js'

const look = theme()
const square: Picture = { bytes: new Uint8Array([1]), width: 72, height: 36 }

/** A new one each time, which shares nothing with those before it. */
function settingOf(part: Partial<Setting> = {}): Setting {
  const setter = setterIn(look.fonts)
  return {
    setter,
    sheet: frozen(styleSheet(look, look.densities[0] as Density, part.inColumns ? 2 : 1)),
    words: frozen({ continued: 'continued', table: 'Table', figure: 'Figure' }),
    language: 'en',
    pictures: new Map([['assets/square.png', frozen(square)]]),
    drawn: figureDrawer(setter, look, 'en'),
    setBlocks: (blocks, setting) => frozen(setBlocks(frozen(blocks), frozen(setting, 'setter'))),
    hasMasthead: false,
    inColumns: false,
    x: 0,
    width: 480,
    pictureHeight: 600,
    isTopLevel: true,
    isHeaded: false,
    isLast: false,
    ...part,
  }
}

/** The same, with all that it holds, so that writing on any of it throws; but for what keeps what it has measured. */
function frozen<T>(value: T, except = ''): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map)
    return value
  if (Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const [key, inner] of Object.entries(value)) if (key !== except) frozen(inner)
  return value
}

function pieceSlots(piece: Piece): readonly number[] {
  if (piece.kind === 'line') return piece.slots ?? []
  if (piece.kind === 'scene') return [piece.slot, ...piece.spoken.flat()]
  return piece.kind === 'image' || piece.kind === 'pageNumber' ? [piece.slot] : []
}

/** The slots that strips fill, in order. */
function filledBy(strips: readonly Strip[]): number[] {
  const filled = strips.flatMap(({ firstSlot, pieces }) =>
    pieces.flatMap((piece) => pieceSlots(piece).map((slot) => firstSlot + slot)),
  )
  return [...new Set(filled)].sort((a, b) => a - b)
}

function allSlots({ parts }: SetBlock): number[] {
  return Array.from({ length: slotsIn(parts) }, (_, index) => index)
}

/** A block that holds others where it can: text, and a box with a table in it. */
const sample = (kind: Block['type']): Block =>
  everyKind[kind](new Words(), (words) => [
    words.paragraph(12),
    everyKind.callout(words, (own) => [everyKind.table(own, () => []), own.paragraph(4)]),
  ])

describe.each(kinds)('a block of the kind %s', (kind) => {
  it('is set alike each time, by itself, from what nobody writes on', () => {
    const block = frozen(sample(kind))
    const setting = frozen(settingOf(), 'setter')
    const set = frozen(setBlock(block, setting))
    expect(setBlock(block, setting)).toEqual(set)
    expect(setBlock(structuredClone(block), settingOf())).toEqual(set)
    expect(setBlock(structuredClone(block), settingOf({ isHeaded: true })).parts).toEqual(set.parts)
  })

  it('is the same to screen readers however wide it is, and fills every slot of its parts', () => {
    const wide = setBlock(sample(kind), settingOf())
    const narrow = setBlock(sample(kind), settingOf({ width: 230, inColumns: true }))
    expect(narrow.parts).toEqual(wide.parts)
    for (const set of [wide, narrow]) expect(filledBy(set.strips)).toEqual(allSlots(set))
  })

  it('can be put twice into one document', () => {
    const set = frozen(setBlock(sample(kind), settingOf()))
    const both = joined([set, set])
    expect(filledBy(both.strips)).toEqual(allSlots(both))
    expect(slotsIn(both.parts)).toBe(2 * slotsIn(set.parts))
    const twice = joined([set, setBlock(sample(kind), settingOf())])
    const pagesOf = ({ strips }: SetBlock) => {
      const frame = textFrame(model([]).page, look)
      return paginate([{ columns: 1, strips, startsPage: false, frame }], new Map(), 6, '#000000')
    }
    expect(pagesOf(both)).toEqual(pagesOf(twice))
  })
})

describe('the blocks of any document', () => {
  it('are set alike each time, and one by one as together', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(480, 230), (composition, width) => {
        const { document } = composeDocument(composition)
        const blocks = frozen(document.blocks)
        const setting = frozen(settingOf({ width }), 'setter')
        const set = setBlocks(blocks, setting)
        expect(setBlocks(blocks, setting)).toEqual(set)
        const one = blocks.map((block, index) =>
          setBlock(structuredClone(block), {
            ...setting,
            isHeaded: blocks[index - 1]?.type === 'heading',
            isLast: index === blocks.length - 1,
          }),
        )
        expect(joined(one)).toEqual(set)
        expect(filledBy(set.strips)).toEqual(allSlots(set))
      }),
      { numRuns: 15, seed: 3 },
    )
  })
})
