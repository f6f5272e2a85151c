import { unreachable } from '../../base/index.js'
import { briefFieldsOf } from '../../brief/index.js'
import { type Casebook, type CollectionName, collectionNames } from '../../casebook/index.js'
import type { Template } from '../types.js'
import {
  claimParts,
  isBackReference,
  isClaimPart,
  namesOfRecord,
  referringCollections,
} from './record-names.js'

/** What is known of a value before anything runs. */
export type ValueShape =
  | { type: 'any' }
  | { type: 'leaf' }
  | { type: 'claim' }
  | { type: 'record'; collection: CollectionName }
  | { type: 'list'; of: ValueShape }
  | { type: 'group'; of: ValueShape; key: ValueShape }
  /** A name that is not in it is looked up in `outer`, where there is one. */
  | { type: 'scope'; name: string; names: ReadonlyMap<string, ValueShape>; outer?: ValueShape }

export const any: ValueShape = { type: 'any' }
export const leaf: ValueShape = { type: 'leaf' }
export const topLevel = 'the top level'

/** What a list has besides its items by number, from 0. */
export const partsOfList = ['length', 'first', 'last'] as const

export function listOf(shape: ValueShape): ValueShape {
  return { type: 'list', of: shape }
}

/** What one item of a list is; of anything else nothing is known. */
export function itemOf(shape: ValueShape | undefined): ValueShape {
  return shape?.type === 'list' || shape?.type === 'group' ? shape.of : any
}

/** A field: what it is, or whose field it was to be and the names that are there instead. */
export type FieldShape = { shape: ValueShape } | { shape?: undefined; owner: string; known: string[] }

/** What `name` is in `owner`. Without a casebook nothing is known of records. */
export function fieldShape(casebook: Casebook, owner: ValueShape, name: string): FieldShape {
  switch (owner.type) {
    case 'any':
      return { shape: any }
    case 'leaf':
      return { owner: 'a plain value', known: [] }
    case 'claim':
      if (!isClaimPart(name)) return { owner: 'a claim', known: [...claimParts] }
      if (name === 'sources') return { shape: listOf({ type: 'record', collection: 'sources' }) }
      return { shape: name === 'alternatives' ? listOf({ type: 'claim' }) : leaf }
    case 'list':
      if (name === 'length') return { shape: leaf }
      return /^(\d+|first|last)$/.test(name)
        ? { shape: owner.of }
        : { owner: 'a list', known: [...partsOfList] }
    case 'group':
      if (name === 'items') return { shape: listOf(owner.of) }
      return name === 'key' ? { shape: owner.key } : { owner: 'a group', known: ['key', 'items'] }
    case 'scope': {
      const shape = owner.names.get(name)
      if (shape) return { shape }
      return {
        owner: owner.name === topLevel ? topLevel : `\`${owner.name}\``,
        known: [...owner.names.keys()],
      }
    }
    case 'record':
      return recordField(casebook, owner.collection, name)
  }
}

function recordField(casebook: Casebook, collection: CollectionName, name: string): FieldShape {
  const definition = casebook.schema[collection].find((field) => field.name === name)
  if (definition) {
    switch (definition.kind) {
      case 'claim':
        return { shape: { type: 'claim' } }
      case 'claims':
        return { shape: listOf({ type: 'claim' }) }
      case 'reference':
      case 'references': {
        const target: ValueShape =
          definition.collection && definition.collection !== 'any'
            ? { type: 'record', collection: definition.collection }
            : any
        return { shape: definition.kind === 'references' ? listOf(target) : target }
      }
      case 'texts':
      case 'terms':
        return { shape: listOf(leaf) }
      case 'text':
      case 'date':
      case 'term':
      case 'status':
        return { shape: leaf }
      default:
        return unreachable(definition.kind)
    }
  }
  if (name === 'id') return { shape: leaf }
  const back = referringCollections(casebook, collection).find((other) => other === name)
  if (back) return { shape: listOf({ type: 'record', collection: back }) }
  return { owner: `a record of \`${collection}\``, known: namesOfRecord(casebook, collection) }
}

/**
 * What a name without an owner is: a field of `here`, then of what lies around it, then of the top level. The same
 * way that a running template looks it up.
 */
export function nameShape(casebook: Casebook, here: ValueShape, name: string, top: ValueShape): FieldShape {
  const known: string[] = []
  let owner: string | undefined
  for (let scope: ValueShape | undefined = here; scope; ) {
    const isElsewhere = scope.type === 'record' && isBackReference(casebook, scope.collection, name)
    if (!isElsewhere) {
      const field = fieldShape(casebook, scope, name)
      if (field.shape) return field
      known.push(...field.known)
      owner ??= scope === top ? undefined : field.owner
    }
    scope = scope.type === 'scope' && scope.outer ? scope.outer : scope === top ? undefined : top
  }
  return { owner: owner ?? 'here', known }
}

/** The names of what every template reaches beside the collections and its own parameters (T5). */
export const namesInReach = {
  brief: ['template', 'kind', 'language', ...briefFieldsOf('day'), ...briefFieldsOf('line')],
  casebook: ['title', 'description', 'asOf'],
  template: ['id', 'title', 'description', 'kind'],
} as const

/** What is known of every name at the top level. */
export function shapesInReach(template: Template): ReadonlyMap<string, ValueShape> {
  const shapes = new Map<string, ValueShape>()
  for (const name of collectionNames) shapes.set(name, listOf({ type: 'record', collection: name }))
  for (const [name, names] of Object.entries(namesInReach)) shapes.set(name, scopeOf(name, names))
  for (const parameter of template.parameters) {
    if (parameter.type === 'record')
      shapes.set(parameter.name, { type: 'record', collection: parameter.collection })
    else if (parameter.type === 'records') {
      shapes.set(parameter.name, listOf({ type: 'record', collection: parameter.collection }))
    } else shapes.set(parameter.name, leaf)
  }
  return shapes
}

function scopeOf(name: string, names: readonly string[]): ValueShape {
  return { type: 'scope', name, names: new Map(names.map((one) => [one, leaf])) }
}

/** Two shapes of which the same is known have the same key. */
export function keyOfShape(shape: ValueShape): string {
  switch (shape.type) {
    case 'record':
      return shape.collection
    case 'list':
      return `[${keyOfShape(shape.of)}]`
    case 'group':
      return `{${keyOfShape(shape.of)} by ${keyOfShape(shape.key)}}`
    case 'scope': {
      const names = [...shape.names].map(([name, of]) => `${name}:${keyOfShape(of)}`)
      return shape.name === topLevel
        ? topLevel
        : `(${names.join()} in ${shape.outer ? keyOfShape(shape.outer) : ''})`
    }
    case 'any':
    case 'leaf':
    case 'claim':
      return shape.type
    default:
      return unreachable(shape)
  }
}
