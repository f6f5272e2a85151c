import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'

/** `bytes` with some of them changed, cut out, said twice, moved, or the end of them missing. */
export function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const start = below(random, bytes.length + 1)
  const end = Math.min(bytes.length, start + howMany(random, 5000))
  const [before, piece, after] = [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)]
  const noise = () => Uint8Array.from({ length: howMany(random, 5000) }, () => below(random, 256))
  const changes: (() => Uint8Array[])[] = [
    () => [before, piece.map((byte) => (below(random, 4) ? byte : below(random, 256))), after],
    () => [before, piece.map((byte) => byte ^ (1 << below(random, 8))), after],
    () => [before, after],
    () => [before, piece, piece, after],
    () => [before, noise(), after],
    () => [before, piece.map(() => oneOf(random, [0, 255])), after],
    () => [before],
    () => [after],
    () => [after, before],
  ]
  return Buffer.concat(oneOf(random, changes)())
}
