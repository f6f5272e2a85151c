/** Characters whose numbers follow one another, from the first to the last. */
export type LetterRange = readonly [first: number, last: number]

/** Characters by their numbers, as few ranges in rising order. */
export function letterRanges(numbers: Iterable<number>): LetterRange[] {
  const ranges: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}

/** Whether `ranges`, in rising order, hold the first character of `letter`. */
export function holdsLetter(ranges: readonly LetterRange[], letter: string): boolean {
  const number = letter.codePointAt(0) ?? 0
  let from = 0
  let to = ranges.length
  while (from < to) {
    const middle = (from + to) >> 1
    const [first, last] = ranges[middle] as LetterRange
    if (number < first) to = middle
    else if (number > last) from = middle + 1
    else return true
  }
  return false
}
