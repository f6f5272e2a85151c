import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of two texts: in both, or only in the later one (`added`) or the earlier one (`removed`). */
export interface ComparedStretch {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * Shows word by word how `earlier` became `later`. With more changed words than `mostEdits` whole lines are compared: the
 * time grows with its square, so that whoever is waited for at each key asks for fewer.
 */
export function compareWords(earlier: string, later: string, mostEdits = 2000): ComparedStretch[] {
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
