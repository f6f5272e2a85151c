import type { Diagnostic } from '../base/index.js'
import { nearest } from '../base/index.js'
import type { Finding } from './finding.js'
import type { Reference } from './reading.js'
import { type CasebookRecord, type CollectionName, collectionNames } from './types.js'

/**
 * Every reference that no record answers to, those to sources left to `findDeadSources`. Those into `unread` collections, whose files could not be read,
 * are passed over: nobody knows yet what they hold.
 */
export function checkReferences(
  references: readonly Reference[],
  collections: Record<CollectionName, CasebookRecord[]>,
  unread: readonly CollectionName[],
): Diagnostic[] {
  const ids = new Map(
    collectionNames.map((name) => [name, new Set(collections[name].map((record) => record.id))]),
  )
  return references.flatMap((reference) => {
    if (reference.collection === 'sources') return []
    if (reference.collection === 'any') return checkAnywhere(reference, ids, unread)
    if (unread.includes(reference.collection) || ids.get(reference.collection)?.has(reference.id)) return []
    return [unresolved(reference, reference.collection, [...(ids.get(reference.collection) ?? [])])]
  })
}

/** Every source that is named and is not there. The claim can be read; its evidence is what is missing. */
export function findDeadSources(
  references: readonly Reference[],
  collections: Record<CollectionName, CasebookRecord[]>,
  unread: readonly CollectionName[],
): Finding[] {
  if (unread.includes('sources')) return []
  const known = collections.sources.map((source) => source.id)
  return references
    .filter(({ collection, id }) => collection === 'sources' && !known.includes(id))
    .map((reference) => {
      const { message, hints } = unresolved(reference, 'sources', known)
      const { at, owner } = reference
      return { rule: 'dead-source', message, hints, at, owner }
    })
}

function checkAnywhere(
  reference: Reference,
  ids: Map<CollectionName, Set<string>>,
  unread: readonly CollectionName[],
): Diagnostic[] {
  const [first = '', second] = reference.id.split('/')
  if (second !== undefined) {
    const named = collectionNames.find((name) => name === first)
    if (named && (unread.includes(named) || ids.get(named)?.has(second))) return []
    return [
      unresolved(
        reference,
        'any',
        [...ids].flatMap(([name, known]) => [...known].map((id) => `${name}/${id}`)),
      ),
    ]
  }
  const holders = collectionNames.filter((name) => ids.get(name)?.has(reference.id))
  if (holders.length === 1 || (holders.length === 0 && unread.length > 0)) return []
  if (holders.length === 0)
    return [
      unresolved(
        reference,
        'any',
        [...ids.values()].flatMap((known) => [...known]),
      ),
    ]
  return [
    {
      severity: 'error',
      code: 'casebook/ambiguous-reference',
      message: `\`${reference.id}\` is a record in ${holders.map((name) => `\`${name}\``).join(' and in ')}`,
      hints: [`write ${holders.map((name) => `\`${name}/${reference.id}\``).join(' or ')}`],
      at: reference.at,
    },
  ]
}

function unresolved(reference: Reference, collection: CollectionName | 'any', known: string[]): Diagnostic {
  const guess = nearest(reference.id, known)
  const where = collection === 'any' ? 'any collection' : `\`${collection}\``
  return {
    severity: 'error',
    code: 'casebook/unresolved-reference',
    message: `found \`${reference.id}\`, expected the id of a record in ${where}`,
    hints: [
      ...(guess ? [`did you mean \`${guess}\`?`] : []),
      collection === 'any' ? 'or add a record with this id' : `or add it to \`casebook/${collection}.yaml\``,
    ],
    at: reference.at,
  }
}
