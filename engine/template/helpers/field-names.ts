import type { CasebookRecord, Claim, ClaimValue } from '../../casebook/index.js'
import { sameDimension, type Unit } from '../../vocabulary/index.js'
import { leaf, recordsIn, recordValue, type Value } from '../values/index.js'
import { noteUse } from '../writing/index.js'
import { listOf, namedNumber, namedUnit, namedWords, plainText } from './arguments.js'
import type { Call, Helper } from './helper.js'

const wordsForKinds = ['figures', 'shares', 'places', 'words'] as const

/** How a template asks for claims of a kind. */
const wordFor = {
  number: 'figures',
  range: 'figures',
  shares: 'shares',
  place: 'places',
  text: 'words',
  list: 'words',
  date: 'words',
  flag: 'words',
} satisfies Record<ClaimValue['kind'], (typeof wordsForKinds)[number]>

/**
 * Helpers for templates that know no field of a casebook by name, and so work for any casebook: they ask which
 * fields hold figures, and hand their names to tables and figures.
 */
export const fieldNameHelpers: Helper[] = [
  {
    name: 'fieldsWith',
    signature: 'fieldsWith mineral "figures" unit="t" dated=true except="price" most=1',
    docs: 'The names of the claims that hold `figures`, `shares`, `places` or `words` in one record or in a list of them, for `fields=` of tables and figures. `unit` keeps figures that can be given in it, `dated` those that speak for a year, `most` the first few. A name stands for its other years too; names that more records share come first.',
    form: 'inline',
    takes: [2, 2],
    named: ['unit', 'dated', 'except', 'most'],
    params: ['list', wordsForKinds],
    kinds: { unit: 'unit', dated: 'flag', except: 'fields', most: 'number' },
    gives: () => leaf,
    run: (call) => fieldsWith(call).join(', '),
  },
  {
    name: 'terms',
    signature: 'terms deals | terms (changes deals since)',
    docs: 'Every claim of the records of a list, grouped by record; each has `label` and `claim`. For one table of many records.',
    form: 'inline',
    takes: [1, 1],
    named: [],
    params: ['list'],
    run: (call) =>
      recordsIn(listOf(call.params[0])).map((record) => {
        noteUse(call.run, record)
        return termsOf(call, record)
      }),
  },
  {
    name: 'fieldLabel',
    signature: 'fieldLabel minerals "worldMine"',
    docs: 'What the casebook calls a field of a record, or of the records of a list.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['list', 'field'],
    gives: () => leaf,
    run: (call): Value => {
      const name = plainText(call.run, call.params[1])
      const [record] = recordsIn(listOf(call.params[0]))
      const schema = record ? call.run.casebook.schema[record.collection] : []
      const label = schema.find((field) => field.name === name)?.label
      return label === undefined ? name : { type: 'text', text: label }
    },
  },
]

function termsOf(call: Call, record: CasebookRecord): Value {
  const labels = new Map(call.run.casebook.schema[record.collection].map(({ name, label }) => [name, label]))
  const items = Object.entries(record.fields).flatMap(([name, field]): Value[] => {
    const claims = field.kind === 'claim' ? [field.claim] : field.kind === 'claims' ? field.claims : []
    const label: Value = { type: 'text', text: labels.get(name) ?? name }
    return claims.map((claim) => {
      const names = new Map<string, Value>([
        ['label', label],
        ['claim', { type: 'claim', claim }],
      ])
      return { type: 'scope', name: 'a term', names }
    })
  })
  return { type: 'group', key: recordValue(record), items }
}

function fieldsWith(call: Call): string[] {
  const word = plainText(call.run, call.params[1])
  if (!wordsForKinds.some((one) => one === word)) return []
  const isWanted = (claim: Claim) => wordFor[claim.value.kind] === word
  const unit = namedUnit(call)
  const except = namedWords(call, 'except') ?? []
  const isDated = call.named.get('dated') === true
  const counts = new Map<string, number>()
  for (const record of recordsIn(listOf(call.params[0]))) {
    noteUse(call.run, record)
    for (const name of namesIn(record, (claim) => {
      if (!isWanted(claim) || (isDated && claim.asOf === undefined)) return false
      return unit === undefined || isIn(claim, unit)
    })) {
      if (!except.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  // Sorting is stable, so names that as many records share keep the order of the casebook.
  const names = [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name)
  return names.slice(0, namedNumber(call, 'most') ?? names.length)
}

function namesIn({ fields }: CasebookRecord, isWanted: (claim: Claim) => boolean): string[] {
  const names = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'claim' && isWanted(field.claim) ? [name] : [],
  )
  return names.filter((name) => {
    const base = name.replace(/_?\d{4}$/, '')
    return base === name || !names.includes(base)
  })
}

function isIn(claim: Claim, unit: Unit): boolean {
  return claim.unit !== undefined && sameDimension(claim.unit, unit)
}
