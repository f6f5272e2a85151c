import { constants, deflateRawSync, deflateSync } from 'node:zlib'

/** A file that a hostile PDF carries; its bytes are as the PDF stores them. */
export interface PackedFile {
  path: string
  packed: Uint8Array
  /** Names of PDF's filters, the outermost first; `FlateDecode` if left out. */
  filters?: string[]
}

const mega = 1024 * 1024

/** Zeros, `bytes` of them, as a zlib stream of about a thousandth: made from one stretch that is repeated. */
export function packedZeros(bytes: number): Uint8Array {
  const stretch = deflateRawSync(new Uint8Array(16 * mega), { finishFlush: constants.Z_FULL_FLUSH })
  const stretches = Array.from({ length: Math.ceil(bytes / (16 * mega)) }, () => stretch)
  // Head of a zlib stream, and an empty last block. No reader waits for the checksum.
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...stretches, Buffer.from([0x03, 0x00])])
}

export function packedTwice(bytes: number): Uint8Array {
  return deflateSync(packedZeros(bytes), { level: 9 })
}

/** A PDF of one page with attachments that no honest program writes. `content` is the page's, deflated. */
export function hostilePdf(files: PackedFile[], content: Uint8Array = deflateSync('')): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = (parts[0] as Buffer).length
  const add = (...pieces: (string | Uint8Array)[]): number => {
    const number = offsets.length + 1
    offsets.push(length)
    for (const piece of [`${number} 0 obj\n`, ...pieces, '\nendobj\n']) {
      const part = Buffer.from(piece as string)
      parts.push(part)
      length += part.length
    }
    return number
  }
  const addStream = (bytes: Uint8Array, filters = ['FlateDecode'], more = '') => {
    const filter = filters.map((name) => `/${name}`).join(' ')
    return add(`<< ${more} /Length ${bytes.length} /Filter [${filter}] >>\nstream\n`, bytes, '\nendstream')
  }
  const page = addStream(content)
  const specs = files.map(({ path, packed, filters }) => {
    const stream = addStream(packed, filters, '/Type /EmbeddedFile')
    const name = Buffer.from(path, 'utf16le').swap16().toString('hex')
    return add(`<< /Type /Filespec /F <FEFF${name}> /UF <FEFF${name}> /EF << /F ${stream} 0 R >> >>`)
  })
  const names = specs.map((spec, index) => `(${String(index).padStart(6, '0')}) ${spec} 0 R`).join(' ')
  const catalog = offsets.length + 1
  add(`<< /Type /Catalog /Pages ${catalog + 1} 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`)
  add(`<< /Type /Pages /Count 1 /Kids [${catalog + 2} 0 R] >>`)
  add(
    `<< /Type /Page /Parent ${catalog + 1} 0 R /MediaBox [0 0 100 100] /Resources << >> /Contents ${page} 0 R >>`,
  )
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  const end =
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\n` +
    `startxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** A file that is stored as it should be. */
export function honest(path: string, text: string | Uint8Array): PackedFile {
  return { path, packed: deflateSync(text) }
}
