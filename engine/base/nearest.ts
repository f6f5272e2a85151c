/** Longest word that is compared, in letters: longer ones are no slip of the pen. */
const longest = 100

/** How many of the known words are compared, at most. A casebook of many thousands of records has more ids. */
const mostCompared = 5000

/**
 * The entry of `known` that `word` was most likely meant to be, if any is near enough to suggest: by few slips of the
 * pen, else as the one of which `word` is the beginning (`warn` of `warning`).
 *
 * Bounded in time whatever is given: nothing is near to a word of more than 100 letters, and of those that are about as
 * long as `word` the first 5,000 are compared.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  const meant = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  let beginning: string | undefined
  let beginnings = 0
  let compared = 0
  for (const candidate of known) {
    if (candidate.length > longest) continue
    const isLonger = candidate.length >= word.length
    if (isLonger && word.length >= 3 && candidate.slice(0, word.length).toLowerCase() === meant) {
      beginning ??= candidate
      beginnings += 1
    }
    if (Math.abs(candidate.length - word.length) >= bestDistance || compared === mostCompared) continue
    compared += 1
    const distance = editDistance(meant, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best ?? (beginnings === 1 ? beginning : undefined)
}

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, or `enough` where it takes that many or
 * more. Optimal string alignment.
 */
function editDistance(a: string, b: string, enough: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let leastOfRow = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
      leastOfRow = Math.min(leastOfRow, least)
    }
    // What comes is made of this row, or of the one before it and an edit.
    if (leastOfRow >= enough && Math.min(...above) >= enough - 1) return enough
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
