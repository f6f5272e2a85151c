/** Characters that are never seen: joiners, marks of direction, variation selectors, the byte order mark and the like. */
const inkless = /\p{Default_Ignorable_Code_Point}/gu

/** A text without what is never seen: for a title, a bookmark, the words for a picture. */
export function withoutInkless(text: string): string {
  return text.replace(inkless, '')
}

/** All of those characters. */
export function inklessLetters(): string[] {
  const found: string[] = []
  // There are none elsewhere (DerivedCoreProperties.txt).
  for (const [first, last] of [
    [0, 0xffff],
    [0x1bca0, 0x1d17a],
    [0xe0000, 0xe0fff],
  ] as const) {
    for (let point = first; point <= last; point += 1) {
      const letter = String.fromCodePoint(point)
      if (withoutInkless(letter) === '') found.push(letter)
    }
  }
  return found
}

/** U+00AD: a line may break here, and then ends on a hyphen. */
export const softHyphen = '\u00ad'
