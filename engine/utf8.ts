/** Bytes of UTF-8 as text. What is not UTF-8 comes out as U+FFFD. The engine has no `TextDecoder`: it is no part of the language. */
export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = []
  let units: number[] = []
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index++] as number
    const more = first < 0x80 ? 0 : first >> 5 === 6 ? 1 : first >> 4 === 14 ? 2 : first >> 3 === 30 ? 3 : -1
    let code = more <= 0 ? first : first & (0x3f >> more)
    let missing = Math.max(more, 0)
    for (; missing > 0 && ((bytes[index] ?? 0) & 0xc0) === 0x80; missing--) {
      code = (code << 6) | ((bytes[index++] as number) & 0x3f)
    }
    units.push(more < 0 || missing > 0 || code > 0x10ffff ? 0xfffd : code)
    if (units.length === 4096) {
      parts.push(String.fromCodePoint(...units))
      units = []
    }
  }
  return parts.join('') + String.fromCodePoint(...units)
}

/** Text as bytes of UTF-8; half of a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  const chunks: Uint8Array[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) as number
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      )
    if (bytes.length > 65_536) chunks.push(Uint8Array.from(bytes.splice(0)))
  }
  chunks.push(Uint8Array.from(bytes))
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Whether `bytes` are UTF-8 throughout. */
export function isUtf8(bytes: Uint8Array): boolean {
  const again = encodeUtf8(decodeUtf8(bytes))
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index])
}
