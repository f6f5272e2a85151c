import type { Span } from './break-lines.js'
import type { TextRun } from './text-run.js'

/** The spans of a line, those together that are one to screen readers: they have one slot and one active area. */
export function spanGroups(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = []
  for (const span of spans) {
    const group = groups.at(-1)
    const last = group?.[0]?.run
    if (group && last && isOneGroup(last, span.run)) group.push(span)
    else groups.push([span])
  }
  return groups
}

function isOneGroup(a: TextRun, b: TextRun): boolean {
  const hasOwn = (run: TextRun): boolean => run.spoken !== undefined || run.note !== undefined
  return a.link === b.link && a.language === b.language && a.script === b.script && !hasOwn(a) && !hasOwn(b)
}
