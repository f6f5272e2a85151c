import { diffLines, diffWordsWithSpace } from 'diff'
import type { ComparedStretch } from '../../electron/contract/index.js'

/** More changed words than this, and whole lines are compared: the time grows with the square. */
const mostEdits = 1000

/** Word by word, how one text became another. */
export function comparedWords(earlier: string, later: string): ComparedStretch[] {
  const runs =
    diffWordsWithSpace(earlier, later, { maxEditLength: mostEdits }) ??
    diffLines(earlier, later, { maxEditLength: mostEdits })
  if (!runs)
    return [
      { kind: 'removed', text: earlier },
      { kind: 'added', text: later },
    ]
  return runs.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
