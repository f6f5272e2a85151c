import { addDecimals, decimalOf } from '../../base/index.js'
import { endsOfValue } from '../../casebook/index.js'
import {
  type CasebookRecord,
  type Claim,
  type CollectionName,
  collectionNames,
} from '../../casebook/types.js'
import { textIn } from '../../locale/index.js'
import { convertDecimal, type Status, statuses } from '../../vocabulary/index.js'
import { any, itemOf, leaf, listOf as listShape, type Value } from '../values/index.js'
import { noteUse, recordKey, reportError } from '../writing/index.js'
import {
  claimsAmong,
  comparable,
  compare,
  isEqual,
  listOf,
  noteFigures,
  plainText,
  reportUnknown,
  sameList,
  valueAt,
} from './arguments.js'
import type { Call, Helper } from './helper.js'
import { reportLater } from './report-later.js'

/** Helpers that choose, order and count records (T10). */
export const queryHelpers: Helper[] = [
  {
    name: 'where',
    signature: 'where risks category="execution" | where deals "status" "confirmed"',
    docs: 'The records whose fields have the values given. A field that is a list matches by any of its items.',
    form: 'inline',
    takes: [1, 3],
    named: ['*'],
    gives: sameList,
    params: ['records', 'field'],
    kinds: { '*': 'field' },
    run: (call) => {
      const [list, field, wanted] = call.params
      const tests = [...call.named]
      if (field !== undefined) tests.push([plainText(call.run, field), wanted])
      return listOf(list).filter((item) =>
        tests.every(([path, value]) => isWanted(call, valueAt(call, item, path), value)),
      )
    },
  },
  {
    name: 'sortBy',
    signature: 'sortBy events "date" descending=true',
    docs: 'The records in the order of a field; those without it come last. Equal ones keep their order.',
    form: 'inline',
    takes: [2, 2],
    named: ['descending'],
    gives: sameList,
    params: ['records', 'field'],
    kinds: { descending: 'flag' },
    run: (call) => {
      const path = plainText(call.run, call.params[1])
      const direction = call.named.get('descending') === true ? -1 : 1
      const keyed = listOf(call.params[0]).map((item) => ({ item, key: valueAt(call, item, path) }))
      noteFigures(call, claimsAmong(keyed.map(({ key }) => key)), 'in one order')
      return keyed
        .sort((one, other) => {
          const isMissing = one.key === undefined || other.key === undefined
          return compare(call.run, one.key, other.key) * (isMissing ? 1 : direction)
        })
        .map(({ item }) => item)
    },
  },
  {
    name: 'groupBy',
    signature: 'groupBy risks "category"',
    docs: 'Groups in the order in which they first appear; each has `key` and `items`.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['records', 'field'],
    gives: ({ shapes: [list], literals: [, path], fieldOf }) => {
      const key = typeof path === 'string' ? fieldOf(itemOf(list), path) : any
      return listShape({ type: 'group', of: itemOf(list), key })
    },
    run: (call) => groupBy(call, listOf(call.params[0]), plainText(call.run, call.params[1])),
  },
  {
    name: 'first',
    signature: 'first deals | first deals 3',
    docs: 'The first item, or a list of the first few.',
    form: 'inline',
    takes: [1, 2],
    named: [],
    params: ['list', 'number'],
    gives: (known) => (known.shapes.length > 1 ? sameList(known) : itemOf(known.shapes[0])),
    run: (call) => {
      const list = listOf(call.params[0])
      return call.params.length > 1 ? list.slice(0, Number(call.params[1])) : list[0]
    },
  },
  {
    name: 'count',
    signature: 'count deals',
    docs: 'How many items a list has.',
    form: 'inline',
    takes: [1, 1],
    named: [],
    params: ['list'],
    gives: () => leaf,
    run: (call) => listOf(call.params[0]).length,
  },
  {
    name: 'sum',
    signature: 'sum deals "debt"',
    docs: 'The sum of a claim over records, with all their sources, in the unit of the first; ranges add up to a range, and a bound and what is measured stay with it. Different units, measures or bounds are an error.',
    form: 'inline',
    takes: [1, 2],
    named: [],
    params: ['list', 'field'],
    gives: () => ({ type: 'claim' }),
    run: sum,
  },
  {
    name: 'record',
    signature: 'record "deals" "orion-glencore"',
    docs: "One record by collection and id; nothing where nobody knew of it on the brief's date.",
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['collection'],
    gives: ({ literals: [name] }) => {
      const collection = collectionNames.find((one) => one === name)
      return collection ? { type: 'record', collection } : any
    },
    run: (call) => {
      const [collection, id] = call.params.map((value) => plainText(call.run, value)) as [string, string]
      if (!collectionNames.includes(collection as CollectionName)) {
        reportUnknown(call, 'collection', collection, collectionNames)
        return undefined
      }
      const record = call.run.recordsById.get(recordKey(collection as CollectionName, id))
      if (record) {
        noteUse(call.run, record)
        return { type: 'record', record }
      }
      if (call.run.later.has(recordKey(collection as CollectionName, id))) {
        reportLater(call, `nobody knew of \`${id}\` on the day as of which the brief speaks`)
        return undefined
      }
      const known = call.run.casebook.collections[collection as CollectionName].map(
        (one: CasebookRecord) => one.id,
      )
      reportUnknown(call, 'record', id, known)
      return undefined
    },
  },
  {
    name: 'lookup',
    signature: 'lookup deal "stake"',
    docs: 'The field of a value whose name is itself a value.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: [undefined, 'field'],
    gives: ({ shapes: [owner = any], literals: [, name], fieldOf }) =>
      typeof name === 'string' ? fieldOf(owner, name) : any,
    run: (call) => valueAt(call, call.params[0], plainText(call.run, call.params[1])),
  },
  {
    name: 'latest',
    signature: 'latest events "date" | latest events "date" 5',
    docs: 'The record with the last date in a field, or a list of the last few, newest first.',
    form: 'inline',
    takes: [2, 3],
    named: [],
    params: ['records', 'field', 'number'],
    gives: (known) => (known.shapes.length > 2 ? sameList(known) : itemOf(known.shapes[0])),
    run: (call) => {
      const path = plainText(call.run, call.params[1])
      const dated = listOf(call.params[0])
        .map((item) => ({ item, key: comparable(call.run, valueAt(call, item, path)) }))
        .filter(({ key }) => key !== undefined)
        .sort((one, other) =>
          String(one.key) < String(other.key) ? 1 : String(one.key) > String(other.key) ? -1 : 0,
        )
        .map(({ item }) => item)
      return call.params.length > 2 ? dated.slice(0, Number(call.params[2])) : dated[0]
    },
  },
  {
    name: 'between',
    signature: 'between events "date" "2026-01-01" "2026-02-28"',
    docs: 'The records whose field lies between two values, both included. A date of month or year precision counts from its first day.',
    form: 'inline',
    takes: [4, 4],
    named: [],
    gives: sameList,
    params: ['records', 'field'],
    run: (call) => {
      const path = plainText(call.run, call.params[1])
      const [low, high] = [comparable(call.run, call.params[2]), comparable(call.run, call.params[3])]
      return listOf(call.params[0]).filter((item) => {
        const key = comparable(call.run, valueAt(call, item, path))
        if (key === undefined || low === undefined || high === undefined) return false
        if (typeof key === 'number') return key >= Number(low) && key <= Number(high)
        return String(key) >= String(low) && String(key) <= `${high}\uffff`
      })
    },
  },
]

export function groupBy(call: Call, items: Value[], path: string): Extract<Value, { type: 'group' }>[] {
  const groups = new Map<string, Extract<Value, { type: 'group' }>>()
  for (const item of items) {
    const key = valueAt(call, item, path)
    const name = String(comparable(call.run, key) ?? '')
    const group = groups.get(name)
    if (group) group.items.push(item)
    else groups.set(name, { type: 'group', key, items: [item] })
  }
  return [...groups.values()]
}

/** A list of wanted values matches by any of them. */
function isWanted(call: Call, value: Value, wanted: Value): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => isEqual(call.run, value, one))
  return isEqual(call.run, value, wanted)
}

function sum(call: Call): Value {
  const [list, field] = call.params
  const path = field === undefined ? undefined : plainText(call.run, field)
  const items = listOf(list).map((item) => (path === undefined ? item : valueAt(call, item, path)))
  const claims = claimsAmong(items)
  noteFigures(call, claims, 'in a sum')
  const known = claims.filter((claim) => claim.status !== 'unknown')
  const unit = known[0]?.unit
  const numbers = items.flatMap((value) => (typeof value === 'number' ? [decimalOf(value)] : []))
  let total = numbers.reduce(addDecimals, '0')
  if (claims.length === 0) return Number(total)
  const shared = sharedBy(call, known)
  if (!shared) return undefined
  let highTotal = total
  for (const claim of known) {
    if (claim.value.kind !== 'number' && claim.value.kind !== 'range') continue
    const [low, high] = endsOfValue(claim.value).map((digits) =>
      claim.unit && unit ? convertDecimal(digits, claim.unit, unit) : digits,
    )
    if (low === undefined || high === undefined || Boolean(claim.unit) !== Boolean(unit)) {
      // The rules of evidence say what is wrong with it.
      return undefined
    }
    total = addDecimals(total, low)
    highTotal = addDecimals(highTotal, high)
  }
  return {
    type: 'claim',
    claim: {
      value:
        total === highTotal
          ? { kind: 'number', number: Number(total), written: total }
          : { kind: 'range', low: Number(total), high: Number(highTotal), written: [total, highTotal] },
      unit,
      ...shared,
      status: leastSure(known),
      sources: [...new Set(claims.flatMap((claim) => claim.sources))],
      derived: true,
      at: claims[0]?.at ?? call.at,
    },
  }
}

/** What a sum is in common with all that it is made of; nothing where they cannot be added up, which is reported. */
function sharedBy(
  call: Call,
  claims: readonly Claim[],
): Pick<Claim, 'bound' | 'measure' | 'asOf' | 'since'> | undefined {
  const { language } = call.run
  const measures = [...new Set(claims.map(({ measure }) => (measure ? textIn(measure, language) : '')))]
  const bounds = [...new Set(claims.flatMap(({ bound }) => bound ?? []))]
  const periods = new Set(claims.map(({ since, asOf }) => `${since ?? ''}/${asOf ?? ''}`))
  const refuse = (found: string, hint: string): undefined => {
    reportError(call.run, 'template/sum', `found ${found} in a sum`, call.at, [hint])
  }
  if (measures.length > 1) {
    const [one, other] = measures.map((measure) =>
      measure ? `“${measure}”` : 'figures of nothing in particular',
    )
    return refuse(`${one} beside ${other}`, 'add up only figures that measure the same thing')
  }
  if (bounds.length > 1 || (bounds[0] === 'target' && claims.some(({ bound }) => !bound)))
    return refuse(
      bounds.length > 1 ? `\`${bounds[0]}\` beside \`${bounds[1]}\`` : 'targets beside figures',
      'print the figures one by one, or leave out those that are bounded otherwise',
    )
  const [first] = claims
  return {
    ...(bounds[0] ? { bound: bounds[0] } : {}),
    ...(first?.measure ? { measure: first.measure } : {}),
    ...(periods.size === 1 && first?.asOf ? { asOf: first.asOf } : {}),
    ...(periods.size === 1 && first?.since ? { since: first.since } : {}),
  }
}

/** A sum is as sure as the least sure of what it is made of. */
function leastSure(claims: readonly Claim[]): Status {
  return statuses[Math.max(0, ...claims.map(({ status }) => statuses.indexOf(status)))] ?? 'confirmed'
}
