import { inflateSync } from 'node:zlib'

/** The objects of a PDF, read without any of the code that wrote it. Source: ISO 32000-1, 7.3. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfValue[] | PdfDictionary
export type PdfDictionary = { [key: string]: PdfValue }

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PdfReference {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

/** A word that is neither value nor bracket: the operators of a page's content. */
export class PdfOperator {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

export interface PdfObjects {
  /** Dictionaries and other values by number. */
  values: Map<number, PdfValue>
  /** Of those that are streams: their bytes, inflated. */
  streams: Map<number, Buffer>
  trailer: PdfDictionary
}

/** Reads a file of one cross-reference table without object streams, which is what pdfkit writes. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file.toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1])
  const table = /xref\n0 (\d+)\n/y
  table.lastIndex = start
  const count = Number(table.exec(text)?.[1])
  const entries = table.lastIndex
  const values = new Map<number, PdfValue>()
  const streams = new Map<number, Buffer>()
  for (let number = 1; number < count; number++) {
    const entry = text.slice(entries + number * 20, entries + number * 20 + 18)
    if (entry[17] !== 'n') continue
    const reader = new ValueReader(text, Number(entry.slice(0, 10)))
    reader.next()
    reader.next()
    reader.next()
    const value = reader.next() as PdfValue
    values.set(number, value)
    if (!text.startsWith('stream', reader.skipSpace())) continue
    const dictionary = value as PdfDictionary
    const from = text.indexOf('\n', reader.at) + 1
    const packed = file.subarray(from, from + Number(dictionary.Length))
    const isFlate = dictionary.Filter instanceof PdfName && dictionary.Filter.name === 'FlateDecode'
    streams.set(number, isFlate ? inflateSync(packed) : packed)
  }
  const trailer = new ValueReader(text, text.lastIndexOf('trailer') + 7).next() as PdfDictionary
  return { values, streams, trailer }
}

/** Values and operators one after the other. Strings come as Latin-1, a byte a character. */
export class ValueReader {
  private readonly text: string
  at: number
  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  skipSpace(): number {
    while (this.at < this.text.length && this.text.charCodeAt(this.at) <= 32) this.at++
    return this.at
  }

  /** `undefined` at the end. A closing bracket comes as an operator. */
  next(): PdfValue | PdfOperator | undefined {
    const { text } = this
    this.skipSpace()
    if (this.at >= text.length) return undefined
    const first = text[this.at] as string
    if (first === '/') return this.readName()
    if (first === '(') return this.readString()
    if (first === '[') {
      this.at++
      return this.readUntil(']')
    }
    if (text.startsWith('<<', this.at)) {
      this.at += 2
      const flat = this.readUntil('>>')
      const dictionary: PdfDictionary = {}
      for (let i = 0; i + 1 < flat.length; i += 2)
        dictionary[(flat[i] as PdfName).name] = flat[i + 1] as PdfValue
      return dictionary
    }
    if (first === '<') {
      const end = text.indexOf('>', this.at)
      const hex = text.slice(this.at + 1, end).replace(/\s/g, '')
      this.at = end + 1
      return Buffer.from(hex, 'hex').toString('latin1')
    }
    if (first === ']' || text.startsWith('>>', this.at)) {
      const closing = first === ']' ? ']' : '>>'
      this.at += closing.length
      return new PdfOperator(closing)
    }
    const word = /[^\s/()<>[\]]+/y
    word.lastIndex = this.at
    const found = word.exec(text)?.[0] ?? first
    this.at += found.length
    if (/^[+-]?[\d.]/.test(found)) return Number(found)
    return found === 'true'
      ? true
      : found === 'false'
        ? false
        : found === 'null'
          ? null
          : new PdfOperator(found)
  }

  private readUntil(closing: string): PdfValue[] {
    const values: PdfValue[] = []
    for (;;) {
      const value = this.next()
      if (value === undefined) throw new Error(`no ${closing} before the end`)
      if (!(value instanceof PdfOperator)) values.push(value)
      else if (value.word === closing) return values
      else if (value.word === 'R') {
        const [number] = values.splice(-2) as [number, number]
        values.push(new PdfReference(number))
      }
    }
  }

  private readName(): PdfName {
    const name = /[^\s/()<>[\]]*/y
    name.lastIndex = this.at + 1
    const found = name.exec(this.text)?.[0] ?? ''
    this.at += 1 + found.length
    return new PdfName(
      found.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  private readString(): string {
    let depth = 0
    let out = ''
    for (;;) {
      const letter = this.text[this.at++]
      if (letter === undefined) throw new Error('a string without end')
      if (letter === '\\') {
        const escaped = this.text[this.at++] as string
        const octal = /[0-7]/.test(escaped) ? /[0-7]{1,3}/y : undefined
        if (octal) {
          octal.lastIndex = this.at - 1
          const digits = octal.exec(this.text)?.[0] ?? ''
          this.at += digits.length - 1
          out += String.fromCharCode(Number.parseInt(digits, 8))
        } else out += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped
      } else if (letter === '(') {
        if (depth++ > 0) out += letter
      } else if (letter === ')') {
        if (--depth === 0) return out
        out += letter
      } else out += letter
    }
  }
}

/** A text string: UTF-16 with its mark, or Latin-1. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  if (!value.startsWith('\xfe\xff')) return value
  return Buffer.from(value.slice(2), 'latin1').swap16().toString('utf16le')
}
