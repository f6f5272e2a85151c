import type { StoredFile } from '../../../engine/dossier/index.js'
import { zipOf } from '../../pack/hostile-zips.js'
import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { changeBytes } from './change-bytes.js'
import { pathsOut } from './pieces.js'

/** Where the fields of each header lie and how many bytes they have. Source: PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16. */
const headers: ReadonlyMap<number, readonly (readonly [offset: number, size: 2 | 4])[]> = new Map([
  [
    0x04034b50,
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 2],
      [14, 4],
      [18, 4],
      [22, 4],
      [26, 2],
      [28, 2],
    ],
  ],
  [
    0x02014b50,
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [34, 2],
      [36, 2],
      [38, 4],
      [42, 4],
    ],
  ],
  [
    0x06054b50,
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ],
  ],
])

/** A zip of `files` with a change of its headers, names, order, compression or bytes. */
export function changeZip(files: readonly StoredFile[], random: Random): Uint8Array {
  const zip = zipOf([...files])
  const changes: (() => Uint8Array)[] = [
    () => changeBytes(zip, random),
    () => withWrongFields(zip, random),
    () => withWrongFields(zip, random),
    () => withOtherName(files, random),
    () => withTwice(files, random),
    () => zipOf([...files].reverse(), oneOf(random, [0o100644, 0o120777, 0o060660, 0o040755, 0o100000])),
    () => Buffer.concat([Buffer.alloc(howMany(random, 5000)), zip]),
    () => Buffer.concat([zip, zip.subarray(zip.length - howMany(random, zip.length))]),
    () =>
      zipOf([
        ...files,
        ...Array.from({ length: howMany(random, 1500) }, (_, index) => ({
          path: `assets/${index}.png`,
          bytes: new Uint8Array(index % 9),
        })),
      ]),
    () =>
      zipOf([...files, { path: 'assets/big.png', bytes: new Uint8Array(howMany(random, 20 * 1024 * 1024)) }]),
  ]
  return oneOf(random, changes)()
}

/** Sizes, offsets, flags and methods that lie, the one before a file or the one in the directory or both. */
function withWrongFields(zip: Uint8Array, random: Random): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  const places: [at: number, size: 2 | 4][] = []
  for (let at = 0; at + 46 <= copy.length; at += 1) {
    for (const [offset, size] of headers.get(view.getUint32(at, true)) ?? []) {
      if (at + offset + size <= copy.length) places.push([at + offset, size])
    }
  }
  for (let changes = 1 + below(random, 3); changes > 0; changes -= 1) {
    const [at, size] = oneOf(random, places)
    const now = size === 2 ? view.getUint16(at, true) : view.getUint32(at, true)
    const value = oneOf(random, [
      0,
      1,
      now + 1,
      now - 1,
      now * 2,
      8,
      12,
      99,
      0xffff,
      0xfffffffe,
      0xffffffff,
      below(random, 2 ** 32),
    ])
    if (size === 2) view.setUint16(at, value & 0xffff, true)
    else view.setUint32(at, value >>> 0, true)
  }
  return copy
}

/** A name that leads out, whatever the manifest says. */
function withOtherName(files: readonly StoredFile[], random: Random): Uint8Array {
  const at = below(random, files.length)
  const path = oneOf(random, pathsOut)
  return zipOf(files.map((file, index) => (index === at ? { ...file, path } : file)))
}

/** Two entries of one name, which no program that makes zips writes: one of the same length is renamed. */
function withTwice(files: readonly StoredFile[], random: Random): Uint8Array {
  const file = oneOf(random, files)
  const other = 'x'.repeat(file.path.length)
  const zip = zipOf([...files, { path: other, bytes: below(random, 2) ? file.bytes : new Uint8Array(3) }])
  const text = Buffer.from(zip).toString('latin1')
  return Buffer.from(text.replaceAll(other, Buffer.from(file.path).toString('latin1')), 'latin1')
}
