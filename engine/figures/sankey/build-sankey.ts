import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import type { CasebookRecord } from '../../casebook/types.js'
import type { Language } from '../../locale/index.js'
import type { Unit } from '../../vocabulary/index.js'
import {
  type Amount,
  amountOf,
  type BuildOptions,
  claimIn,
  emptyCollection,
  fault,
  formatAmount,
  labelOf,
  mixedUnits,
  short,
  wordsOf,
} from '../reading.js'
import type { SankeyLink, SankeySpec } from './spec.js'

export interface SankeyOptions extends BuildOptions {
  /** The claim whose figure is the width of the band; `volume` if left out. */
  value?: string
  /** Figures are converted to it; the first record's unit if left out. */
  unit?: Unit
  /** Fields that name the places along the way. */
  stages?: string[]
}

/** What a page holds with labels that can be read. */
const mostPlaces = 40
const mostStages = 7

const usualStages = ['origin', 'via', 'exit', 'destination']

/** One band for each stretch of each record's way. A range is drawn by its middle, and printed as a range. */
export function buildSankey(
  records: readonly CasebookRecord[],
  options: SankeyOptions,
  language: Language,
): Outcome<SankeySpec> {
  if (records.length === 0) return failure(emptyCollection('sankey', options.at))
  const diagnostics: Diagnostic[] = []
  const nodes: SankeySpec['nodes'] = []
  const links: SankeyLink[] = []
  let { unit } = options
  let hasUnit = unit !== undefined
  const nodeOf = (label: string): number => {
    const known = nodes.findIndex((node) => node.label === label)
    return known >= 0 ? known : nodes.push({ label }) - 1
  }
  for (const [series, record] of records.entries()) {
    const label = labelOf(record, language)
    const way = (options.stages ?? usualStages).flatMap((field) =>
      wordsOf(record.fields[field], language, options.casebook),
    )
    if (way.length < 2) {
      diagnostics.push(
        fault('no-way', `“${short(label)}” does not say where it comes from and goes to`, record.at, [
          'give it an `origin` and a `destination`',
        ]),
      )
      continue
    }
    const claim = claimIn(record, options.value ?? 'volume')
    let amount: Amount | undefined
    if (claim) {
      if (!hasUnit && claim.status !== 'unknown') {
        unit = claim.unit
        hasUnit = true
      }
      const found = amountOf(claim, unit)
      if (found === 'mixed') diagnostics.push(mixedUnits(unit, claim.unit, label, claim.at))
      else if (found && found.low <= 0) {
        const figure = formatAmount(found, unit, language)
        diagnostics.push(
          fault('not-positive', `“${short(label)}” has ${figure}, expected more than zero`, claim.at, [
            'leave a flow of nothing out, or give it the status `unknown`',
          ]),
        )
      } else amount = found
    }
    const own = amount && claim ? amountOf(claim, claim.unit) : undefined
    const printed = formatAmount(own === 'mixed' ? undefined : own, claim?.unit, language)
    const provenance = { status: claim?.status ?? ('unknown' as const), sources: claim?.sources ?? [] }
    for (const [index, place] of way.slice(1).entries())
      links.push({
        label,
        from: nodeOf(way[index] as string),
        to: nodeOf(place),
        amount,
        printed,
        ...provenance,
        series,
      })
  }
  const cycle = findCycle(nodes.length, links)
  if (cycle) {
    const names = cycle.map((index) => `“${short(nodes[index]?.label ?? '')}”`).join(' → ')
    diagnostics.push(
      fault('cycle', `the flows go round in a circle: ${names}`, options.at, [
        'leave one of the flows out, or name the two places differently',
      ]),
    )
  }
  const stages = cycle ? 0 : longestWay(nodes.length, links)
  if (nodes.length > mostPlaces || stages > mostStages) {
    const found = nodes.length > mostPlaces ? `${nodes.length} places` : `${stages} places one after another`
    const limit = nodes.length > mostPlaces ? mostPlaces : mostStages
    diagnostics.push(
      fault('too-many', `found ${found}, and a flow diagram holds ${limit}`, options.at, [
        'choose fewer flows, or fewer `stages` of them',
      ]),
    )
  }
  return settle({ type: 'sankey', unit, nodes, links }, diagnostics)
}

/** How many places the longest way has. Assumes that none goes round in a circle. */
function longestWay(count: number, links: readonly SankeyLink[]): number {
  const depths = new Array<number>(count).fill(1)
  // Each round settles one more stage; there are no more stages than places.
  for (let round = 0, isMoving = true; isMoving && round <= count; round++) {
    isMoving = false
    for (const { from, to } of links) {
      const depth = (depths[from] ?? 1) + 1
      if (depth <= (depths[to] ?? 1)) continue
      depths[to] = depth
      isMoving = true
    }
  }
  return Math.max(0, ...depths)
}

/** Nodes of a way that comes back to where it began, the first one named again at its end. */
function findCycle(count: number, links: readonly SankeyLink[]): number[] | undefined {
  const next = Array.from({ length: count }, (): number[] => [])
  for (const { from, to } of links) next[from]?.push(to)
  const isDone = new Set<number>()
  for (let start = 0; start < count; start++) {
    // A walk with its own stack: ways may be longer than the call stack.
    const walk = [{ node: start, step: 0 }]
    const isOnWalk = new Set([start])
    while (walk.length > 0) {
      const top = walk.at(-1) as { node: number; step: number }
      const to = isDone.has(top.node) ? undefined : next[top.node]?.[top.step]
      top.step++
      if (to === undefined) {
        isDone.add(top.node)
        isOnWalk.delete(top.node)
        walk.pop()
      } else if (isOnWalk.has(to)) {
        const nodes = walk.map(({ node }) => node)
        return [...nodes.slice(nodes.indexOf(to)), to]
      } else {
        walk.push({ node: to, step: 0 })
        isOnWalk.add(to)
      }
    }
  }
  return undefined
}
