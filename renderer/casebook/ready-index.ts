import { useMemo, useSyncExternalStore } from 'react'
import type { Casebook, CasebookRecord, CollectionName } from '../../engine/casebook/types.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { recordIndexOf } from './record-index.js'

const waiting = new Set<() => void>()
let current: Casebook | undefined

/** Makes the index of the open casebook ready while the window rests, and of each that takes its place. */
export function keepIndexReady(): () => void {
  makeReady(useWorkspace.getState().workspace?.casebook)
  return useWorkspace.subscribe(({ workspace }) => makeReady(workspace?.casebook))
}

/**
 * The records that `query` finds, of one collection or of all. Until the index is ready a query finds nothing, and none
 * finds all.
 */
export function useFoundRecords(
  casebook: Casebook | undefined,
  query: string,
  collection: CollectionName | undefined,
): { found: readonly CasebookRecord[]; isReady: boolean } {
  const index = casebook && recordIndexOf(casebook)
  const isMade = useSyncExternalStore(follow, () => index?.isReady ?? true)
  // Once it is ready the same query finds more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const found = useMemo(() => index?.find(query, collection) ?? [], [index, query, collection, isMade])
  return { found, isReady: isMade || query.trim() === '' }
}

function makeReady(casebook: Casebook | undefined): void {
  if (casebook === current) return
  current = casebook
  if (casebook) requestIdleCallback((rest) => goOn(casebook, rest), longestWait)
}

/** So that a window which never rests gets an index all the same. */
const longestWait = { timeout: 200 }

function goOn(casebook: Casebook, rest: IdleDeadline): void {
  // Nobody looks anything up any more in one that another has taken the place of.
  if (casebook !== current) return
  const index = recordIndexOf(casebook)
  const until = performance.now() + longestStep
  index.makeReady(() => performance.now() < until && (rest.didTimeout || rest.timeRemaining() > 1))
  if (!index.isReady) requestIdleCallback((rest) => goOn(casebook, rest), longestWait)
  else for (const tell of waiting) tell()
}

/** In milliseconds: short of what a reader notices between a key and its letter. */
const longestStep = 20

function follow(tell: () => void): () => void {
  waiting.add(tell)
  return () => waiting.delete(tell)
}
