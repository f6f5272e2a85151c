import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeUtf8 } from '../../engine/utf8.js'

it('reads any text that was written as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 9000 }), (text) => {
      expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text)
    }),
    { numRuns: 50 },
  )
})

it('replaces what is not UTF-8', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeUtf8(bytes) === 'string'))
  expect(decodeUtf8(new Uint8Array([0x61, 0xff, 0xc3]))).toBe('a\ufffd\ufffd')
})
