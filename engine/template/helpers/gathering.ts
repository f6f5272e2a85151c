import { unreachable } from '../../base/index.js'
import type { CasebookRecord, ClaimValue, FieldValue } from '../../casebook/index.js'
import type { LocalText } from '../../locale/index.js'
import { any, isThing, isTruthy, recordsIn, recordValue } from '../values/index.js'
import { listOf, plainText, sameList, valueAt } from './arguments.js'
import type { Helper } from './helper.js'

/** Helpers that gather records from several lists, by what they have and by whom they speak of. */
export const gatheringHelpers: Helper[] = [
  {
    name: 'together',
    signature: 'together (changes deals since) (changes instruments since)',
    docs: 'One list of the items of several, each record once.',
    form: 'inline',
    takes: [1, 20],
    named: [],
    rest: 'list',
    gives: ({ shapes }) => {
      const [first] = shapes
      const isOneKind = shapes.every((shape) => JSON.stringify(shape) === JSON.stringify(first))
      return isOneKind && first ? first : any
    },
    run: (call) => {
      const seen = new Set<unknown>()
      return call.params.flatMap(listOf).filter((item) => {
        const one =
          isThing(item) && item.type === 'record' ? `${item.record.collection}/${item.record.id}` : item
        const isNew = !seen.has(one)
        seen.add(one)
        return isNew
      })
    },
  },
  {
    name: 'having',
    signature: 'having flows "exit"',
    docs: 'The records of a list that have something in a field; an `unknown` claim is something.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['records', 'field'],
    gives: sameList,
    run: (call) => {
      const path = plainText(call.run, call.params[1])
      return listOf(call.params[0]).filter((item) => isTruthy(valueAt(call, item, path)))
    },
  },
  {
    name: 'naming',
    signature: 'naming flows mineral',
    docs: 'The records of a list that speak of another record by its name, in any of their texts and in either language.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    params: ['records', 'record'],
    gives: sameList,
    run: (call) => {
      const [target] = recordsIn(call.params[1])
      const name = target?.fields.name
      if (name?.kind !== 'text') return []
      const words = formsOf(name.text).map((form) => wordsOf(form))
      return recordsIn(listOf(call.params[0]))
        .filter((record) => record.id !== target?.id)
        .filter((record) =>
          textsIn(record).some((text) => words.some((word) => wordsOf(text).includes(word))),
        )
        .map(recordValue)
    },
  },
]

/** Between spaces, so that `lead` is not found in `leader`. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

function formsOf(text: LocalText): string[] {
  return typeof text === 'string' ? [text] : Object.values(text).filter((form) => form !== undefined)
}

function textsIn({ fields }: CasebookRecord): string[] {
  return Object.values(fields).flatMap(textsOf)
}

function textsOf(field: FieldValue): string[] {
  switch (field.kind) {
    case 'text':
      return formsOf(field.text)
    case 'texts':
      return field.texts.flatMap(formsOf)
    case 'claim':
      return [
        ...textsOfValue(field.claim.value),
        ...(field.claim.measure ? formsOf(field.claim.measure) : []),
      ]
    case 'claims':
      return field.claims.flatMap((claim) => textsOf({ kind: 'claim', claim }))
    case 'date':
    case 'term':
    case 'terms':
    case 'status':
    case 'reference':
    case 'references':
      return []
    default:
      return unreachable(field)
  }
}

function textsOfValue(value: ClaimValue): string[] {
  if (value.kind === 'text') return formsOf(value.text)
  if (value.kind === 'list') return value.items.flatMap(formsOf)
  return []
}
