import { deflateSync, inflateSync } from 'node:zlib'
import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { changeBytes } from './change-bytes.js'
import { pathsOut } from './pieces.js'

/** Names of PDF that say how what follows is to be read. */
const names = [
  ...[
    '/FlateDecode',
    '/ASCII85Decode',
    '/LZWDecode',
    '/RunLengthDecode',
    '/DCTDecode',
    '/Crypt',
    '/EmbeddedFiles',
    '/Names',
    '/Kids',
  ],
  ...[
    '/Type',
    '/Pages',
    '/Page',
    '/Catalog',
    '/Filespec',
    '/EF',
    '/UF',
    '/F',
    '/Length',
    '/Filter',
    '/DecodeParms',
    '/Root',
    '/Size',
    '/Prev',
  ],
  ...[
    '/XRefStm',
    '/ObjStm',
    '/Encrypt',
    '/Metadata',
    '/Info',
    '/Contents',
    '/Resources',
    '/Parent',
    '/StructTreeRoot',
    '/Limits',
  ],
]
const numbers = ['0', '-1', '1', '2147483647', '4294967296', '99999999999999999999', '1e9', '0.5', '65535']

/** A PDF with a change of its bytes, its words, what refers to what, or of what is within one of its streams. */
export function changePdf(pdf: Uint8Array, random: Random): Uint8Array {
  const changes: (() => Uint8Array)[] = [
    () => changeBytes(pdf, random),
    () => withOtherWord(pdf, random, /\/[A-Za-z]+/g, () => oneOf(random, names)),
    () => withOtherWord(pdf, random, /\b\d+\b/g, () => oneOf(random, numbers)),
    () => withOtherWord(pdf, random, /\b\d+ 0 R\b/g, () => `${below(random, 200)} 0 R`),
    () =>
      withOtherWord(pdf, random, /\b(?:obj|endobj|stream|endstream|xref|trailer|startxref)\b/g, () =>
        oneOf(random, ['obj', 'endobj', 'stream', 'endstream', '']),
      ),
    () =>
      withOtherWord(pdf, random, /\([^()]{1,80}\)|<[0-9A-Fa-f]{2,}>/g, () => `(${oneOf(random, pathsOut)})`),
    () =>
      withOtherWord(pdf, random, /<<|>>|\[|\]/g, () =>
        oneOf(random, [
          '<<',
          '>>',
          '[',
          ']',
          '<<'.repeat(howMany(random, 5000)),
          '['.repeat(howMany(random, 50_000)),
        ]),
      ),
    () => withStream(pdf, random),
    () => withStream(pdf, random),
    () => withUpdate(pdf, random),
  ]
  return oneOf(random, changes)()
}

function withOtherWord(pdf: Uint8Array, random: Random, words: RegExp, instead: () => string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  // Half of them near the end, where the table of all objects is: what is within streams is mostly no word.
  const from = below(random, 2) ? 0 : Math.max(0, text.length - 8000)
  const found = [...text.slice(from).matchAll(words)]
  if (found.length === 0) return changeBytes(pdf, random)
  const { index, 0: word } = oneOf(random, found)
  return Buffer.from(
    text.slice(0, from + index) + instead() + text.slice(from + index + word.length),
    'latin1',
  )
}

/** Unpacked, changed and packed again, with its length as it then is; readers find the moved objects by themselves. */
function withStream(pdf: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const found = [...text.matchAll(/\/Length (\d+)[\s\S]{0,300}?>>\s*stream\r?\n/g)]
  if (found.length === 0) return changeBytes(pdf, random)
  const { index, 0: head, 1: length = '0' } = oneOf(random, found)
  const start = index + head.length
  const packed = pdf.subarray(start, start + Number(length))
  let bytes = changeBytes(packed, random)
  try {
    bytes = deflateSync(changeBytes(inflateSync(packed), random))
  } catch {
    // Packed in another way than most: changed as it is.
  }
  const newHead = head.replace(
    `/Length ${length}`,
    `/Length ${below(random, 8) ? bytes.length : oneOf(random, numbers)}`,
  )
  return Buffer.concat([
    pdf.subarray(0, index),
    Buffer.from(newHead, 'latin1'),
    bytes,
    pdf.subarray(start + Number(length)),
  ])
}

/** With objects written after its end in place of earlier ones, as programs that change a PDF do. */
function withUpdate(pdf: Uint8Array, random: Random): Uint8Array {
  const object = () => {
    const inside = oneOf(random, [
      '<< >>',
      'null',
      `[${`${below(random, 300)} 0 R `.repeat(howMany(random, 500))}]`,
      `<< /Kids [${below(random, 300)} 0 R] /Names [(a) 1 0 R] >>`,
      '(x)',
    ])
    return `${below(random, 300)} 0 obj\n${inside}\nendobj\n`
  }
  const objects = Array.from({ length: howMany(random, 50) }, object).join('')
  const end = `trailer\n<< /Root ${1 + below(random, 20)} 0 R /Prev ${oneOf(random, numbers)} >>\nstartxref\n${below(random, pdf.length)}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(objects + end, 'latin1')])
}
