import { placeKey } from '../../base/index.js'
import { type CasebookRecord, type Claim, type FieldValue, firstDay, knownOn } from '../../casebook/index.js'
import { isDate } from '../../locale/index.js'
import { isThing, leaf, recordsIn, recordValue, type Value } from '../values/index.js'
import { reportError, type TemplateRun } from '../writing/index.js'
import { listOf, plainText, sameList } from './arguments.js'
import type { Call, Helper } from './helper.js'

const dayLength = 86_400_000

/** Helpers that compare what is known now with what was known before. */
export const changeHelpers: Helper[] = [
  {
    name: 'changes',
    signature: 'changes deals since | changes events "2026-01-31"',
    docs: 'The records of a list of which something became known after a day, each with those claims alone; a source counts if it came out after it.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['records', 'date'],
    gives: sameList,
    run: (call) => {
      const since = dayOf(call, call.params[1])
      return since === undefined ? [] : changesSince(call.run, recordsIn(listOf(call.params[0])), since)
    },
  },
  {
    name: 'daysBefore',
    signature: 'daysBefore brief.asOf 30',
    docs: 'The day that many days before another; a date of month or year precision counts from its first day.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['date', 'number'],
    gives: () => leaf,
    run: (call) => {
      const day = dayOf(call, call.params[0])
      const count = Number(plainText(call.run, call.params[1]))
      if (day === undefined || !Number.isFinite(count)) return undefined
      const earlier = new Date(Date.parse(day) - Math.round(count) * dayLength)
      // A count beyond what a calendar holds makes no date.
      if (Number.isNaN(earlier.getTime())) return undefined
      return { type: 'date', date: earlier.toISOString().slice(0, 10) }
    },
  },
]

function dayOf(call: Call, value: Value): string | undefined {
  const text = plainText(call.run, value)
  if (isDate(text)) return firstDay(text)
  reportError(call.run, 'template/argument', `found \`${text}\`, expected a date`, call.at, [
    'write a day like `2026-01-31`, or name a parameter of type `date`',
  ])
  return undefined
}

function changesSince(run: TemplateRun, records: CasebookRecord[], since: string): Value[] {
  const earlier = knownOn(run.casebook, since)
  return records.flatMap((record) => {
    if (record.collection === 'sources')
      return isPublishedSince(run, record, since) ? [recordValue(record)] : []
    const before = earlier.collections[record.collection].find(({ id }) => id === record.id)
    const fields = newFields(record, before)
    return Object.values(fields).some(isClaims) ? [recordValue({ ...record, fields })] : []
  })
}

/** What is no claim, as the name, and the claims that were not known before. */
function newFields(record: CasebookRecord, before: CasebookRecord | undefined): CasebookRecord['fields'] {
  const kept = Object.entries(record.fields).flatMap(([name, field]): [string, FieldValue][] => {
    const earlier = before?.fields[name]
    if (field.kind === 'claim') {
      return earlier?.kind === 'claim' && isSame(field.claim, earlier.claim) ? [] : [[name, field]]
    }
    if (field.kind !== 'claims') return [[name, field]]
    const known = earlier?.kind === 'claims' ? earlier.claims : []
    const claims = field.claims.filter((claim) => !known.some((one) => isSame(claim, one)))
    return claims.length > 0 ? [[name, { kind: 'claims', claims }]] : []
  })
  return Object.fromEntries(kept)
}

/** A claim is another one when a source has since given another reading of it. */
function isSame(one: Claim, other: Claim): boolean {
  return placeKey(one.at) === placeKey(other.at) && one.alternatives?.length === other.alternatives?.length
}

function isClaims({ kind }: FieldValue): boolean {
  return kind === 'claim' || kind === 'claims'
}

function isPublishedSince(
  run: TemplateRun,
  { fields: { published } }: CasebookRecord,
  since: string,
): boolean {
  if (published?.kind !== 'date') return false
  const brief = run.root.names.get('brief')
  const asOf = isThing(brief) && brief.type === 'scope' ? brief.names.get('asOf') : undefined
  const until = isThing(asOf) && asOf.type === 'date' ? asOf.date : run.casebook.asOf
  return firstDay(published.date) > since && firstDay(published.date) <= until
}
