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
  // No unit of a text takes more than three bytes; the four of a pair are those of two units.
  const bytes = new Uint8Array(text.length * 3)
  let end = 0
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) as number
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point
    if (code < 0x80) bytes[end++] = code
    else {
      if (code < 0x800) bytes[end++] = 0xc0 | (code >> 6)
      else {
        if (code < 0x10000) bytes[end++] = 0xe0 | (code >> 12)
        else {
          index++
          bytes[end++] = 0xf0 | (code >> 18)
          bytes[end++] = 0x80 | ((code >> 12) & 0x3f)
        }
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f)
      }
      bytes[end++] = 0x80 | (code & 0x3f)
    }
  }
  return bytes.slice(0, end)
}

/** Whether `bytes` are UTF-8 throughout. */
export function isUtf8(bytes: Uint8Array): boolean {
  const again = encodeUtf8(decodeUtf8(bytes))
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index])
}
