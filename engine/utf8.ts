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
