import { any, isThing, isTruthy, itemOf, leaf, type Value } from '../values/index.js'
import { lookUpField, type TemplateRun } from '../writing/index.js'
import { listOf } from './arguments.js'
import type { Helper } from './helper.js'

/** Handlebars' own blocks, over values that keep their type. */
export const flowHelpers: Helper[] = [
  {
    name: 'if',
    signature: '#if deal.stake}} … {{else}} … {{/if',
    docs: 'Prints its text if a value is there. An `unknown` claim is there; a claim of `false` is not true. 0 is not there unless `includeZero=true`.',
    form: 'block',
    takes: [1, 1],
    asksForBlock: true,
    named: ['includeZero'],
    kinds: { includeZero: 'flag' },
    run: ({ params, named, context, body, otherwise }) => ({
      type: 'markdown',
      text:
        isTruthy(params[0]) || (params[0] === 0 && named.get('includeZero') === true)
          ? (body?.(context) ?? '')
          : (otherwise?.() ?? ''),
    }),
  },
  {
    name: 'unless',
    signature: '#unless deal.stake}} … {{/unless',
    docs: 'Prints its text if a value is missing, empty, zero or false.',
    form: 'block',
    takes: [1, 1],
    asksForBlock: true,
    named: [],
    run: ({ params, context, body, otherwise }) => ({
      type: 'markdown',
      text: isTruthy(params[0]) ? (otherwise?.() ?? '') : (body?.(context) ?? ''),
    }),
  },
  {
    name: 'each',
    signature: '#each deals as |deal index|}} … {{else}} … {{/each',
    docs: 'Prints its text once for every item, or the text after `else` where there is none. `@index`, `@first` and `@last` say where it is. Of a record it takes the fields, whose names are `@key`.',
    form: 'block',
    takes: [1, 1],
    named: [],
    params: ['list'],
    bodyOf: ([list]) => ({ context: itemOf(list), params: [itemOf(list), leaf] }),
    run: ({ run, params, body, otherwise }) => {
      const items = entriesOf(run, params[0])
      if (items.length === 0 || !body) return { type: 'markdown', text: otherwise?.() ?? '' }
      const text = items.map(([key, item], index) =>
        body(item, [item, key], { key, index, first: index === 0, last: index === items.length - 1 }),
      )
      return { type: 'markdown', text: text.join('') }
    },
  },
  {
    name: 'with',
    signature: '#with (first deals) as |deal|}} … {{else}} … {{/with',
    docs: 'Gives a value a name for the text inside; the text after `else` where there is no value.',
    form: 'block',
    takes: [1, 1],
    named: [],
    bodyOf: ([value = any]) => ({ context: value, params: [value] }),
    run: ({ params, body, otherwise }) => {
      const [value] = params
      return {
        type: 'markdown',
        text: isTruthy(value) ? (body?.(value, [value]) ?? '') : (otherwise?.() ?? ''),
      }
    },
  },
]

/** The items of a list by place, the fields of a record by name. */
function entriesOf(run: TemplateRun, value: Value): [string | number, Value][] {
  if (isThing(value) && value.type === 'record') {
    return Object.keys(value.record.fields).map((name) => {
      const field = lookUpField(run, value, name)
      return [name, field.found ? field.value : undefined]
    })
  }
  if (isThing(value) && value.type === 'scope') return [...value.names]
  return listOf(value).map((item, index) => [index, item])
}
