import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of two texts: in both, or only in the later one (`added`) or the earlier one (`removed`). */
export interface ComparedStretch {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More changed words than this, and whole lines are compared: the time grows with the square. */
const mostEdits = 2000

/** Shows word by word how `earlier` became `later`. */
export function compareWords(earlier: string, later: string): ComparedStretch[] {
  const runs =
    diffWordsWithSpace(earlier, later, { maxEditLength: mostEdits }) ??
    diffLines(earlier, later, { maxEditLength: mostEdits })
  if (!runs) {
    return [
      { kind: 'removed', text: earlier },
      { kind: 'added', text: later },
    ]
  }
  return runs.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
