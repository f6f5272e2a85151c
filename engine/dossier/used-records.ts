import {
  allRecords,
  type Casebook,
  type CasebookRecord,
  claimsIn,
  collectionNames,
  findAnywhere,
  keyOfRecord,
} from '../casebook/index.js'

/** The records named by `keys` and all that they refer to, directly or not, so that no reference is left open. */
export function withReferences(casebook: Casebook, keys: Iterable<string>): Set<string> {
  const kept = new Set<string>()
  const open = [...keys]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (kept.has(key)) continue
    const record = findAnywhere(casebook, key)
    if (!record) continue
    kept.add(key)
    open.push(...referencesOf(casebook, record))
  }
  return kept
}

/** The records of `keys` and those that refer to one of them. */
export function withReferring(casebook: Casebook, keys: ReadonlySet<string>): Set<string> {
  const referring = allRecords(casebook).filter((record) =>
    referencesOf(casebook, record).some((key) => keys.has(key)),
  )
  return new Set([...keys, ...referring.map(keyOfRecord)])
}

/** The casebook with the records of `keys` alone. */
export function cutCasebook(casebook: Casebook, keys: ReadonlySet<string>): Casebook {
  const collections = { ...casebook.collections }
  const featured = { ...casebook.featured }
  for (const name of collectionNames) {
    collections[name] = collections[name].filter((record) => keys.has(keyOfRecord(record)))
    const ids = featured[name]
    if (ids) featured[name] = ids.filter((id) => keys.has(`${name}/${id}`))
  }
  const findings = casebook.findings.filter(
    ({ owner }) => !owner || keys.has(`${owner.collection}/${owner.id}`),
  )
  return { ...casebook, collections, featured, findings }
}

function referencesOf(casebook: Casebook, record: CasebookRecord): string[] {
  const sources = claimsIn(record).flatMap((claim) => [
    ...claim.sources,
    ...(claim.alternatives ?? []).flatMap((reading) => reading.sources),
  ])
  const fields = Object.values(record.fields).flatMap((field): string[] => {
    if (field.kind === 'reference') return [`${field.collection}/${field.id}`]
    if (field.kind !== 'references') return []
    const { collection, ids } = field
    if (collection !== 'any') return ids.map((id) => `${collection}/${id}`)
    return ids.flatMap((id) => {
      const found = findAnywhere(casebook, id)
      return found ? [keyOfRecord(found)] : []
    })
  })
  return [...sources.map((id) => `sources/${id}`), ...fields]
}
