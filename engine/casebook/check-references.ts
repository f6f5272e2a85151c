import type { Diagnostic } from '../base/index.js'
import { nearest, shortened } from '../base/index.js'
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
  const guess = guesses()
  return references.flatMap((reference) => {
    if (reference.collection === 'sources') return []
    if (reference.collection === 'any') return checkAnywhere(reference, ids, unread, guess)
    const known = ids.get(reference.collection) ?? new Set()
    if (unread.includes(reference.collection) || known.has(reference.id)) return []
    return [
      unresolved(
        reference,
        guess(reference.id, () => known),
      ),
    ]
  })
}

/** Every source that is named and is not there. The claim can be read; its evidence is what is missing. */
export function findDeadSources(
  references: readonly Reference[],
  collections: Record<CollectionName, CasebookRecord[]>,
  unread: readonly CollectionName[],
): Finding[] {
  if (unread.includes('sources')) return []
  const known = new Set(collections.sources.map((source) => source.id))
  const guess = guesses()
  return references
    .filter(({ collection, id }) => collection === 'sources' && !known.has(id))
    .map((reference) => {
      const { message, hints } = unresolved(
        reference,
        guess(reference.id, () => known),
      )
      const { at, owner } = reference
      return { rule: 'dead-source', message, hints, at, owner }
    })
}

function checkAnywhere(
  reference: Reference,
  ids: Map<CollectionName, Set<string>>,
  unread: readonly CollectionName[],
  guess: Guess,
): Diagnostic[] {
  const [first = '', second] = reference.id.split('/')
  if (second !== undefined) {
    const named = collectionNames.find((name) => name === first)
    if (named && (unread.includes(named) || ids.get(named)?.has(second))) return []
    const all = () => [...ids].flatMap(([name, known]) => [...known].map((id) => `${name}/${id}`))
    return [unresolved(reference, guess(reference.id, all))]
  }
  const holders = collectionNames.filter((name) => ids.get(name)?.has(reference.id))
  if (holders.length === 1 || (holders.length === 0 && unread.length > 0)) return []
  if (holders.length === 0) {
    const all = () => [...ids.values()].flatMap((known) => [...known])
    return [unresolved(reference, guess(reference.id, all))]
  }
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

/** What an id was most likely meant to be, of those that are asked for only when it is needed. */
type Guess = (id: string, known: () => Iterable<string>) => string | undefined

/** Ids that are guessed at; each is compared with thousands, and who has hundreds of dead ones has lost a file. */
const mostGuesses = 200

function guesses(): Guess {
  let left = mostGuesses
  return (id, known) => {
    left -= 1
    return left < 0 ? undefined : nearest(id, known())
  }
}

function unresolved(reference: Reference, guess: string | undefined): Diagnostic {
  const { collection } = reference
  const where = collection === 'any' ? 'any collection' : `\`${collection}\``
  return {
    severity: 'error',
    code: 'casebook/unresolved-reference',
    message: `found \`${shortened(reference.id)}\`, expected the id of a record in ${where}`,
    hints: [
      ...(guess ? [`did you mean \`${guess}\`?`] : []),
      collection === 'any' ? 'or add a record with this id' : `or add it to \`casebook/${collection}.yaml\``,
    ],
    at: reference.at,
  }
}
