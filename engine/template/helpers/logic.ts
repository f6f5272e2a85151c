import { any, isTruthy, leaf, type Value } from '../values/index.js'
import { claimsAmong, compare, isEqual, listOf, noteFigures } from './arguments.js'
import type { Helper } from './helper.js'

const base = { form: 'inline', named: [], gives: () => leaf } as const

/** Helpers for conditions (T10). */
export const logicHelpers: Helper[] = [
  {
    ...base,
    name: 'eq',
    signature: 'eq deal.status "confirmed"',
    docs: 'Whether two values are the same; a claim compares by its value, a record by its id.',
    takes: [2, 2],
    run: (call) => {
      noteFigures(call, claimsAmong(call.params), 'in a comparison')
      return isEqual(call.run, call.params[0], call.params[1])
    },
  },
  {
    ...base,
    name: 'ne',
    signature: 'ne deal.status "confirmed"',
    docs: 'Whether two values differ.',
    takes: [2, 2],
    run: (call) => {
      noteFigures(call, claimsAmong(call.params), 'in a comparison')
      return !isEqual(call.run, call.params[0], call.params[1])
    },
  },
  ...(
    [
      ['lt', 'less than', (order: number) => order < 0],
      ['lte', 'at most', (order: number) => order <= 0],
      ['gt', 'more than', (order: number) => order > 0],
      ['gte', 'at least', (order: number) => order >= 0],
    ] as const
  ).map(
    ([name, words, holds]): Helper => ({
      ...base,
      name,
      signature: `${name} (count deals) 3`,
      docs: `Whether the first value is ${words} the second; false where one is missing.`,
      takes: [2, 2],
      run: (call) => {
        const { run, params } = call
        noteFigures(call, claimsAmong(params), 'in a comparison')
        return params[0] !== undefined && params[1] !== undefined && holds(compare(run, params[0], params[1]))
      },
    }),
  ),
  {
    ...base,
    name: 'and',
    signature: 'and deal.stake deal.price',
    docs: 'The first value that counts as false, or the last one.',
    takes: [1, 20],
    asksForBlock: true,
    gives: () => any,
    run: ({ params }): Value =>
      params.find((value) => !isTruthy(value)) ?? (params.every(isTruthy) ? params.at(-1) : undefined),
  },
  {
    ...base,
    name: 'or',
    signature: 'or brief.from brief.contact',
    docs: 'The first value that counts as true, or the last one.',
    takes: [1, 20],
    asksForBlock: true,
    gives: () => any,
    run: ({ params }): Value => params.find(isTruthy) ?? params.at(-1),
  },
  {
    ...base,
    name: 'not',
    signature: 'not deal.price',
    docs: 'Whether a value is missing, empty, zero or false.',
    takes: [1, 1],
    asksForBlock: true,
    run: ({ params }) => !isTruthy(params[0]),
  },
  {
    ...base,
    name: 'in',
    signature: 'in "china" event.tags | in deal.status "announced" "reported"',
    docs: 'Whether a value is among a list, or among the values after it.',
    takes: [2, 50],
    run: ({ run, params: [value, ...rest] }) =>
      rest.flatMap(listOf).some((item) => isEqual(run, item, value)),
  },
]
