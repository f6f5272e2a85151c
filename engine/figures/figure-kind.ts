import type { Outcome } from '../base/index.js'
import type { CasebookRecord } from '../casebook/types.js'
import type { Language } from '../locale/index.js'
import type { Canvas } from './canvas.js'
import type { Cite, Description } from './description.js'
import type { BuildOptions } from './reading.js'
import type { Atlas } from './route-map/atlas.js'
import type { Scene } from './scene.js'

/**
 * One kind of figure: how a template asks for it, how records become its spec, and how that is drawn and said in words.
 * It is called by its spec's `type`.
 */
export interface FigureKind<Spec extends AnySpec = AnySpec, Options extends BuildContext = BuildContext> {
  /** How it is written, for people, with `caption="…"` last. */
  signature: string
  docs: string
  /** How many lists of records it takes; one if left out. */
  takes?: readonly [least: number, most: number]
  /** What it is told besides its records, in the order of the reference. */
  options: { readonly [K in keyof Required<Omit<Options, keyof BuildContext>>]: OptionKind }
  build(records: readonly CasebookRecord[], options: Options, language: Language): Outcome<Spec>
  draw(spec: Spec, canvas: Canvas): Scene
  describe(spec: Spec, language: Language, cite?: Cite): Description
}

/**
 * What an option says: the name of a field, names of several (`neededFields` cannot do without one), a unit, a word,
 * several words in their order, or yes or no.
 */
export type OptionKind = 'field' | 'fields' | 'neededFields' | 'unit' | 'word' | 'words' | 'flag'

/** A picture as plain data, before its width is known. */
export interface AnySpec {
  readonly type: string
}

/** What every kind is given besides its records and options. */
export interface BuildContext extends BuildOptions {
  /** What maps are drawn from; left out where there is none. */
  atlas?: () => Outcome<Atlas>
}
