/** Numbers in order, three or more in a row joined as a range: 1, 3–5. `target` is the first of each. */
export function joinRanges(numbers: number[]): { label: string; target: number }[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: { label: string; target: number }[] = []
  for (let i = 0; i < sorted.length; ) {
    let j = i
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] as number) + 1) j++
    const first = sorted[i] as number
    if (j - i >= 2) {
      parts.push({ label: `${first}–${sorted[j]}`, target: first })
      i = j + 1
    } else {
      parts.push({ label: String(first), target: first })
      i++
    }
  }
  return parts
}
