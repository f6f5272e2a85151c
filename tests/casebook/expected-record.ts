import { type OriginalClaim, type OriginalRecord, unitWordings } from './original.js'

/**
 * What a record of the original must have become, as plain data in English. Everything of the original is in it:
 * `unused` names the fields that no rule here speaks of, so that none can be dropped in silence.
 */
export function expectedRecord(
  collection: string,
  original: OriginalRecord,
): { record: Record<string, unknown>; unused: string[] } {
  const rules = rulesByCollection[collection]
  if (!rules) throw new Error(`no rules for ${collection}`)
  const record: Record<string, unknown> = { id: original.id }
  const unused: string[] = []
  for (const [name, value] of Object.entries(original)) {
    const rule = rules[name] ?? (name === 'id' ? keep : undefined)
    if (!rule) unused.push(name)
    else if (value !== null) Object.assign(record, rule(value, name, original))
  }
  return { record, unused }
}

/** What one field of the original is in the casebook: none, one or (for `claims`) many fields. */
// biome-ignore lint/suspicious/noExplicitAny: each rule says which shape it takes
type Rule = (value: any, name: string, record: OriginalRecord) => Record<string, unknown>

const keep: Rule = (value, name) => ({ [name]: value })
const key: Rule = (value: string, name) => ({ [name]: kebab(value) })
const claim: Rule = (value: OriginalClaim, name) => ({ [name]: expectedClaim(value) })
const claimList: Rule = (value: OriginalClaim[], name) => ({ [name]: value.map(expectedClaim) })
const claims: Rule = (value: Record<string, OriginalClaim>, _, record) =>
  Object.fromEntries(
    Object.entries(value).map(([name, one]) => [renamed(record.id, name), expectedClaim(one)]),
  )
const status: Rule = (value: string, name) => ({ [name]: statusOf(value) })
/** Says nothing that the date does not: the test of events checks it. */
const impliedByDate: Rule = () => ({})
const stops: Rule = (value: string[]) => (value.length > 0 ? { via: value } : {})

const rulesByCollection: Record<string, Record<string, Rule>> = {
  sources: {
    publisher: keep,
    title: keep,
    published: keep,
    accessed: keep,
    url: keep,
    tier: key,
    note: keep,
  },
  deals: { name: keep, parties: keep, kind: keep, status, claims },
  instruments: { name: keep, owner: keep, claims },
  minerals: { name: keep, symbol: keep, claims },
  assets: { name: keep, claims },
  actors: { name: keep, kind: key, role: claim },
  flows: { name: keep, mode: key, origin: keep, transit: stops, exit: keep, destination: keep, claims },
  risks: { category: key, statement: claim, figures: claimList },
  stakes: { side: key, statement: claim, figures: claimList },
  events: { date: keep, precision: impliedByDate, tags: keep, event: claim },
  statements: {
    speaker: keep,
    organisation: keep,
    office: keep,
    paraphrase: keep,
    form: key,
    status,
    sources: keep,
    note: keep,
  },
}

/** A flow has a destination of its own, so the claim of that name on one flow is called for what it tells. */
function renamed(id: string, name: string): string {
  return id === 'coltan' && name === 'destination' ? 'processing' : name
}

function expectedClaim(original: OriginalClaim): Record<string, unknown> {
  const { value, unit, asOf, status, sources, note, derived, ...others } = original
  if (Object.keys(others).length > 0)
    throw new Error(`unforeseen in a claim: ${Object.keys(others).join(', ')}`)
  return {
    ...expectedFigure(value),
    ...(unit !== undefined && wordingOf(unit)),
    ...(typeof value === 'string' && /^>\d+$/.test(value) && { bound: 'more-than' }),
    ...(isCountryFigure(value) && { measure: value.country }),
    ...(asOf !== undefined && expectedDate(asOf)),
    status: statusOf(status),
    sources,
    ...(note !== undefined && { note }),
    ...(derived !== undefined && { derived }),
  }
}

function expectedFigure(value: unknown): { value: unknown } {
  if (typeof value === 'number') return { value: { kind: 'number', number: value } }
  if (typeof value === 'boolean') return { value: { kind: 'flag', flag: value } }
  if (isCountryFigure(value)) return { value: { kind: 'number', number: value.value } }
  if (typeof value === 'string') {
    if (/^>\d+$/.test(value)) return { value: { kind: 'number', number: Number(value.slice(1)) } }
    if (/^\d{4}(-\d\d){0,2}$/.test(value)) return { value: { kind: 'date', date: value } }
    return { value: { kind: 'text', text: value } }
  }
  if (!Array.isArray(value)) {
    const { lat, lon, ...others } = value as { lat: number; lon: number }
    if (Object.keys(others).length > 0)
      throw new Error(`unforeseen in a place: ${Object.keys(others).join(', ')}`)
    return { value: { kind: 'place', latitude: lat, longitude: lon } }
  }
  if (typeof value[0] === 'number') return { value: { kind: 'range', low: value[0], high: value[1] } }
  if (typeof value[0] === 'string') return { value: { kind: 'list', items: value } }
  return { value: { kind: 'shares', shares: value.map(expectedShare) } }
}

function expectedShare(share: { name?: string; country?: string; percent: number | string | null }): unknown {
  const { name, country, percent, ...others } = share
  if (Object.keys(others).length > 0)
    throw new Error(`unforeseen in a share: ${Object.keys(others).join(', ')}`)
  return { name: name ?? country, ...(percent !== null && { percent: Number(percent) }) }
}

function expectedDate(asOf: string): { since?: string; asOf: string } {
  const [since, until] = /^\d{4}-\d{4}$/.test(asOf) ? asOf.split('-') : asOf.split('/')
  return until === undefined ? { asOf } : { since: since as string, asOf: until }
}

function wordingOf(unit: string): { unit: string; bound?: string; measure?: string } {
  const wording = unitWordings[unit]
  if (!wording) throw new Error(`no wording for the unit ${unit}`)
  return wording
}

function statusOf(status: string): string {
  return status === 'estimate' ? 'estimated' : status.replaceAll(' ', '-')
}

function isCountryFigure(value: unknown): value is { country: string; value: number } {
  return typeof value === 'object' && value !== null && 'country' in value && 'value' in value
}

export function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
