import { diffArrays } from 'diff'

/**
 * A stretch of two texts that both come from a third: either it is settled what it reads, or both changed it and
 * someone has to choose. `text` and both sides hold whole lines; parts are joined by `\n`. A side without lines is
 * `undefined`, for `''` is one empty line.
 */
export type Part =
  | { kind: 'settled'; text: string }
  | { kind: 'both'; mine: string | undefined; base: string | undefined; theirs: string | undefined }

export type Merge = { isClean: true; text: string } | { isClean: false; parts: Part[] }

/**
 * More changed lines than this between two texts, and they are not compared line by line: the time grows with the
 * square. The author then chooses between the whole of both.
 */
const mostEdits = 1000

/**
 * Brings two texts together that both come from `base`, line by line.
 *
 * Where one side left a stretch of lines as it was, the other's holds; where both did the same, that holds. Where both
 * changed the same or neighbouring lines, nothing is decided. A clean merge holds every line that either side added:
 * were that not so, it would not be called clean.
 */
export function mergeLines(base: string, mine: string, theirs: string): Merge {
  if (mine === theirs || base === theirs) return { isClean: true, text: mine }
  if (base === mine) return { isClean: true, text: theirs }
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)]
  const parts = partsOf(o, a, b)
  if (parts.some((part) => part.kind === 'both')) return { isClean: false, parts }
  const text = joinParts(parts.map((part) => (part.kind === 'settled' ? part.text : undefined)))
  return { isClean: true, text }
}

/** The text that parts make, each as it was decided; `undefined` for one that leaves no line. */
export function joinParts(decided: (string | undefined)[]): string {
  return decided.filter((text) => text !== undefined).join('\n')
}

/** Where both sides kept the same line of the base, the three are in step; between such lines somebody changed something. */
function partsOf(base: string[], mine: string[], theirs: string[]): Part[] {
  const inMine = keptLines(base, mine)
  const inTheirs = keptLines(base, theirs)
  if (!inMine || !inTheirs) return [both(base, mine, theirs)]
  const parts: Part[] = []
  let settled: string[] = []
  const settle = (lines: string[]) => {
    settled.push(...lines)
  }
  const flush = () => {
    if (settled.length > 0) parts.push({ kind: 'settled', text: settled.join('\n') })
    settled = []
  }
  const between = (o: string[], a: string[], b: string[]) => {
    if (sameLines(o, b) || sameLines(a, b)) return settle(a)
    if (sameLines(o, a)) return settle(b)
    flush()
    parts.push(both(o, a, b))
  }
  let [o, a, b] = [0, 0, 0]
  for (const [index, line] of base.entries()) {
    const [toMine, toTheirs] = [inMine[index], inTheirs[index]]
    if (toMine === undefined || toTheirs === undefined) continue
    between(base.slice(o, index), mine.slice(a, toMine), theirs.slice(b, toTheirs))
    settle([line])
    o = index + 1
    a = toMine + 1
    b = toTheirs + 1
  }
  between(base.slice(o), mine.slice(a), theirs.slice(b))
  flush()
  return parts
}

/** For each line of `base` its index in `text`, where it is still there; nothing when too much is different. */
function keptLines(base: string[], text: string[]): (number | undefined)[] | undefined {
  const runs = diffArrays(base, text, { maxEditLength: mostEdits })
  if (!runs) return undefined
  const kept: (number | undefined)[] = []
  let at = 0
  for (const run of runs) {
    if (run.added) at += run.count
    else if (run.removed) for (let index = 0; index < run.count; index += 1) kept.push(undefined)
    else for (let index = 0; index < run.count; index += 1) kept.push(at++)
  }
  return kept
}

function both(base: string[], mine: string[], theirs: string[]): Part {
  return { kind: 'both', mine: textOf(mine), base: textOf(base), theirs: textOf(theirs) }
}

function textOf(lines: string[]): string | undefined {
  return lines.length > 0 ? lines.join('\n') : undefined
}

/** An empty file has no line; a line end at the end of a file is an empty last one, so that joining gives it back. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function sameLines(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
