import type { CollectionName } from '../casebook/types.js'
import type { Place } from '../diagnostic.js'
import type { Run } from './run.js'
import type { Value } from './values.js'

/** What is known of a value before anything runs. */
export type Shape =
  | { type: 'any' }
  | { type: 'leaf' }
  | { type: 'claim' }
  | { type: 'record'; collection: CollectionName }
  | { type: 'list'; of: Shape }
  | { type: 'group'; of: Shape }
  | { type: 'scope'; name: string; names: ReadonlyMap<string, Shape> }

/** One use of a helper. */
export interface Call {
  run: Run
  params: Value[]
  named: ReadonlyMap<string, Value>
  at: Place
  /** What `this` is where the helper stands. */
  context: Value
  /** The text between `{{#helper}}` and `{{/helper}}`, for a given `this` and block parameters; only in block form. */
  body?: (context: Value, blockParams?: Value[], data?: Record<string, Value>) => string
  /** The text after `{{else}}`; empty where there is none. */
  otherwise?: () => string
}

/** A helper, defined in one place: what it is called, how it is used, what it does (T13). */
export interface Helper {
  name: string
  /** How it is written, for people: `show claim precision=1 unit="kt" cite=false`. */
  signature: string
  docs: string
  form: 'inline' | 'block' | 'both'
  /** How many values it takes. */
  takes: readonly [least: number, most: number]
  /** Names of the arguments given with `=`. `*` takes any. */
  named: readonly string[]
  /** What is known of the result, from what is known of the values it takes. */
  gives?: (shapes: Shape[]) => Shape
  /** What `this` and the first block parameter are inside it; the outer `this` if left out. */
  bodyOf?: (shapes: Shape[]) => { context?: Shape; params?: Shape[] }
  run: (call: Call) => Value
}
