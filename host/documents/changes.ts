/** What a change of a text was, so that the window can say what it takes back. `disk`: it came from another program. */
export type ChangeKind = 'narrative' | 'setting' | 'structured' | 'restored' | 'disk' | 'chosen'

/** A change that can be taken back: in place of `removed`, at the offset `at`, stands `added`. */
export interface Change {
  kind: ChangeKind
  at: number
  removed: string
  added: string
  /** What the view was before and after, as it was handed in. */
  viewBefore: unknown
  viewAfter: unknown
  /** When it was last added to, in milliseconds. */
  when: number
}

/** A pause longer than this, in milliseconds, begins a new step of undo. */
const pause = 1000

/** Steps of undo that are kept. */
const mostChanges = 1000

/** `past` with one more change from `before` to `after`; typing goes on in the step before, while it is in one place. */
export function withChange(
  past: readonly Change[],
  before: string,
  after: string,
  facts: Pick<Change, 'kind' | 'viewBefore' | 'viewAfter' | 'when'>,
): readonly Change[] {
  const change: Change = { ...facts, ...difference(before, after) }
  const last = past.at(-1)
  if (!last || !goesOn(last, change)) return [...past.slice(1 - mostChanges), change]
  const start = takeBack(before, last)
  const joined = { ...change, ...difference(start, after), viewBefore: last.viewBefore }
  return [...past.slice(0, -1), joined]
}

/** Only typing is grouped: a setting is a step of its own, and so is a new line. */
function goesOn(last: Change, next: Change): boolean {
  if (last.kind !== 'narrative' || next.kind !== 'narrative') return false
  if (next.when - last.when > pause || next.added.includes('\n')) return false
  const end = last.at + last.added.length
  return next.at >= last.at && next.at + next.removed.length <= end + 1 && next.at <= end
}

export function takeBack(text: string, { at, removed, added }: Change): string {
  return text.slice(0, at) + removed + text.slice(at + added.length)
}

export function doAgain(text: string, { at, removed, added }: Change): string {
  return text.slice(0, at) + added + text.slice(at + removed.length)
}

/** The one stretch in which two texts differ. Offsets fall where they may, also within a pair of surrogates. */
function difference(before: string, after: string): Pick<Change, 'at' | 'removed' | 'added'> {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at += 1
  let tail = 0
  while (
    tail < shorter - at &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1
  }
  return { at, removed: before.slice(at, before.length - tail), added: after.slice(at, after.length - tail) }
}
