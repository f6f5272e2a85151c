import type { Helper, Shape } from '../helper.js'
import { isTruthy } from '../values.js'
import { listOf } from './arguments.js'

const itemOf = (shapes: Shape[]): Shape => {
  const [list] = shapes
  if (list?.type === 'list' || list?.type === 'group') return list.of
  return { type: 'any' }
}

/** Handlebars' own blocks, over values that keep their type. */
export const flowHelpers: Helper[] = [
  {
    name: 'if',
    signature: '#if deal.stake}} … {{else}} … {{/if',
    docs: 'Prints its text if a value is there. An `unknown` claim is there; a claim of `false` is not true.',
    form: 'block',
    takes: [1, 1],
    named: [],
    run: ({ params, context, body, otherwise }) => ({
      type: 'markdown',
      text: isTruthy(params[0]) ? (body?.(context) ?? '') : (otherwise?.() ?? ''),
    }),
  },
  {
    name: 'unless',
    signature: '#unless deal.stake}} … {{/unless',
    docs: 'Prints its text if a value is missing, empty, zero or false.',
    form: 'block',
    takes: [1, 1],
    named: [],
    run: ({ params, context, body, otherwise }) => ({
      type: 'markdown',
      text: isTruthy(params[0]) ? (otherwise?.() ?? '') : (body?.(context) ?? ''),
    }),
  },
  {
    name: 'each',
    signature: '#each deals as |deal index|}} … {{else}} … {{/each',
    docs: 'Prints its text once for every item, or the text after `else` where there is none. `@index`, `@first` and `@last` say where it is.',
    form: 'block',
    takes: [1, 1],
    named: [],
    bodyOf: (shapes) => ({ context: itemOf(shapes), params: [itemOf(shapes), { type: 'leaf' }] }),
    run: ({ params, body, otherwise }) => {
      const items = listOf(params[0])
      if (items.length === 0 || !body) return { type: 'markdown', text: otherwise?.() ?? '' }
      const text = items.map((item, index) =>
        body(item, [item, index], { index, first: index === 0, last: index === items.length - 1 }),
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
    bodyOf: (shapes) => ({ context: shapes[0] ?? { type: 'any' }, params: [shapes[0] ?? { type: 'any' }] }),
    run: ({ params, body, otherwise }) => {
      const [value] = params
      return {
        type: 'markdown',
        text: isTruthy(value) ? (body?.(value, [value]) ?? '') : (otherwise?.() ?? ''),
      }
    },
  },
]
