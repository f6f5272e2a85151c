import type { TextPlace } from '../../base/index.js'
import type { Value, ValueShape } from '../values/index.js'
import type { TemplateRun } from '../writing/index.js'

/** One use of a helper. */
export interface Call {
  run: TemplateRun
  params: Value[]
  named: ReadonlyMap<string, Value>
  at: TextPlace
  /** What `this` is where the helper stands. */
  context: Value
  /**
   * The text between `{{#helper}}` and `{{/helper}}`, for a given `this`, block parameters and values like `@index`;
   * only in block form. `run` says where it writes, if not where the helper does.
   */
  body?: (context: Value, blockParams?: Value[], data?: Record<string, Value>, run?: TemplateRun) => string
  /** The text after `{{else}}`; empty where there is none. */
  otherwise?: () => string
}

/**
 * What a value has to be, as far as it can be told without running:
 *
 * - `field` and `fields` are names of fields of the records given first, several of them set apart by commas;
 * - `share` is a part of the width, `shares` and `alignments` have one word for each column;
 * - a list of words stands for any one of them.
 */
export type Kind =
  | 'number'
  | 'flag'
  | 'record'
  | 'records'
  | 'list'
  | 'field'
  | 'fields'
  | 'unit'
  | 'date'
  | 'collection'
  | 'section'
  | 'phrase'
  | 'share'
  | 'shares'
  | 'alignments'
  | readonly string[]

/** What is known where a helper is called. */
export interface Known {
  shapes: ValueShape[]
  /** The values that are written out. */
  literals: (string | number | boolean | undefined)[]
  /** What stands at a path like `owner.name`. */
  fieldOf: (shape: ValueShape, path: string) => ValueShape
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
  /** What the values have to be, in order. Anything where left out. */
  params?: readonly (Kind | undefined)[]
  /** The same where it does not open a block, if that is another matter. */
  inlineParams?: readonly (Kind | undefined)[]
  /** What every value after those has to be. */
  rest?: Kind
  /** Whether it may be given `@partial-block`, to ask if there is one. */
  asksForBlock?: boolean
  /** Names of the arguments given with `=`. `*` takes any. */
  named: readonly string[]
  /** What those have to be. With `*` it counts for every name: `field` says that the name is a field. */
  kinds?: Readonly<Record<string, Kind>>
  /** What is known of the result, from what is known of the values it takes. */
  gives?: (known: Known) => ValueShape
  /** What `this` and the block parameters are inside it; the outer `this` if left out. */
  bodyOf?: (shapes: ValueShape[]) => { context?: ValueShape; params?: ValueShape[] }
  run: (call: Call) => Value
}
