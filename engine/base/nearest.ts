/**
 * The entry of `known` that `word` was most likely meant to be, if any is near enough to suggest: by few slips of the
 * pen, else as the one of which `word` is the beginning (`warn` of `warning`).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  // An iterator can be gone through only once.
  const candidates = [...known]
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best ?? onlyOneBeginningWith(word, candidates)
}

function onlyOneBeginningWith(word: string, known: readonly string[]): string | undefined {
  if (word.length < 3) return undefined
  const [first, ...others] = known.filter((one) => one.toLowerCase().startsWith(word.toLowerCase()))
  return others.length === 0 ? first : undefined
}

/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. Optimal string alignment. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] as number[]
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
