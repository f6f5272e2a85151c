import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../engine/base/index.js'

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

it('writes any text as UTF-8, with half of a pair replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (text) => {
      expect(encodeUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
    }),
    { numRuns: 50 },
  )
  expect(encodeUtf8('a\ud83d')).toEqual(new Uint8Array([0x61, 0xef, 0xbf, 0xbd]))
})
