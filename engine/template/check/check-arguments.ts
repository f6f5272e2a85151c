import { nearest, unreachable } from '../../base/index.js'
import { collectionNames } from '../../casebook/index.js'
import { isDate, isPhraseKey, phrases } from '../../locale/index.js'
import { isUnit, units } from '../../vocabulary/index.js'
import { alignments, type Kind } from '../helpers/index.js'
import { literalOf } from '../parse/index.js'
import type { ValueShape } from '../values/index.js'

/** A value that a helper is given: what is known of it, and what it says if it is written out. */
export interface Argument {
  /** How a message calls it: `precision`, or `where` for its values in order. */
  name: string
  expression: hbs.AST.Expression
  shape: ValueShape
}

export interface ArgumentChecks {
  /** What is known of the values given in order; field names are those of the records in the first. */
  shapes: readonly ValueShape[]
  sections?: readonly string[]
  /** Reports a path like `owner.nam` that `shape` does not have; `offset` is where in the literal it begins. */
  checkPath: (shape: ValueShape, path: string, expression: hbs.AST.Expression, offset: number) => void
  add: (code: string, message: string, node: hbs.AST.Node, hints?: string[]) => void
}

/** Whether a value is of the kind that a helper asks for, as far as it can be told. */
export function checkArgument(kind: Kind, given: Argument, checks: ArgumentChecks): void {
  const { name, expression, shape } = given
  const { shapes, sections, checkPath, add } = checks
  const literal = literalOf(expression)
  const [first = { type: 'any' } as ValueShape] = shapes
  const item = first.type === 'list' ? first.of : first
  if (typeof kind === 'object') {
    if (literal === undefined || kind.includes(String(literal))) return
    unexpected(kind.map((word) => `\`${word}\``).join(' or '), nearest(String(literal), kind))
    return
  }
  switch (kind) {
    case 'number':
      if (literal !== undefined ? !isNumber(literal) : isThing(shape) && shape.type !== 'claim')
        unexpected('a number')
      return
    case 'flag':
      if (literal !== undefined && typeof literal !== 'boolean') unexpected('`true` or `false`')
      return
    case 'record':
      if (literal !== undefined || ['leaf', 'claim', 'list', 'scope', 'group'].includes(shape.type))
        unexpected('one record')
      return
    case 'records':
      if (literal !== undefined || ['leaf', 'claim', 'scope'].includes(shape.type))
        unexpected('a list of records')
      else if (shape.type === 'list' && shape.of.type === 'leaf') unexpected('a list of records')
      return
    case 'list':
      if (literal !== undefined) unexpected('a list')
      return
    case 'field':
      if (typeof literal === 'string') checkPath(fieldsOwner(item), literal, expression, 0)
      return
    case 'fields':
      if (typeof literal !== 'string') return
      for (const { word, offset } of wordsOf(literal)) checkPath(fieldsOwner(item), word, expression, offset)
      return
    case 'unit':
      if (typeof literal === 'string' && !isUnit(literal)) unknown('unit', literal, units)
      return
    case 'date':
      if (literal !== undefined && !isDate(String(literal)))
        unexpected('a date of the calendar like 2026-02-03')
      return
    case 'collection':
      if (typeof literal === 'string' && !(collectionNames as readonly string[]).includes(literal))
        unknown('collection', literal, collectionNames)
      return
    case 'section':
      if (typeof literal === 'string' && sections && !sections.includes(literal)) {
        unknown('section', literal, sections, [
          'sections are declared under `sections` at the head of the template',
        ])
      }
      return
    case 'phrase':
      if (typeof literal === 'string' && !isPhraseKey(literal))
        unknown('phrase', literal, Object.keys(phrases), ['give the words yourself: `{{t en="…" fr="…"}}`'])
      return
    case 'share':
      if (literal !== undefined && !/^(100|\d{1,2}(\.\d+)?)%$|^(0?\.\d+|1)$/.test(String(literal)))
        unexpected('a share of the width like `50%`')
      return
    case 'shares':
      if (literal !== undefined && !wordsOf(String(literal)).every(({ word }) => Number(word) > 0))
        unexpected('a share for each column like `2, 1, 1`')
      return
    case 'alignments': {
      if (literal === undefined) return
      const isKnown = (word: string) => (alignments as readonly string[]).includes(word)
      const wrong = wordsOf(String(literal)).find(({ word }) => !isKnown(word))
      if (wrong)
        unexpected(alignments.map((word) => `\`${word}\``).join(', '), nearest(wrong.word, alignments))
      return
    }
    default:
      unreachable(kind)
  }

  function unexpected(expected: string, guess?: string): void {
    const found = literal === undefined ? nounOf(shape) : `\`${literal}\``
    add('template/argument', `found ${found} for \`${name}\`, expected ${expected}`, expression, [
      ...(guess ? [`did you mean \`${guess}\`?`] : []),
    ])
  }

  function unknown(what: string, word: string, known: Iterable<string>, otherwise: string[] = []): void {
    const guess = nearest(word, known)
    add(`template/unknown-${what}`, `no ${what} \`${word}\``, expression, [
      ...(guess ? [`did you mean \`${guess}\`?`] : []),
      ...otherwise,
    ])
  }
}

/** Of a plain value that it is no record has been said already; a table looks into groups itself. */
function fieldsOwner(item: ValueShape): ValueShape {
  return item.type === 'group' || item.type === 'leaf' ? { type: 'any' } : item
}

function isThing(shape: ValueShape): boolean {
  return shape.type !== 'any' && shape.type !== 'leaf'
}

function isNumber(literal: string | number | boolean): boolean {
  return typeof literal !== 'boolean' && String(literal).trim() !== '' && Number.isFinite(Number(literal))
}

function wordsOf(text: string): { word: string; offset: number }[] {
  let offset = 0
  return text.split(',').map((part) => {
    const at = offset + (part.length - part.trimStart().length)
    offset += part.length + 1
    return { word: part.trim(), offset: at }
  })
}

function nounOf(shape: ValueShape): string {
  switch (shape.type) {
    case 'record':
      return `a record of \`${shape.collection}\``
    case 'list':
      return 'a list'
    case 'claim':
      return 'a claim'
    case 'group':
      return 'a group'
    case 'scope':
      return `\`${shape.name}\``
    case 'any':
    case 'leaf':
      return 'a plain value'
    default:
      return unreachable(shape)
  }
}
