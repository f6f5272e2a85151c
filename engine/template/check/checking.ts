import { remembered } from '../../base/index.js'
import type { Casebook } from '../../casebook/index.js'
import { type PartLibrary, parseSyntax, type SourceText, textKey } from '../parse/index.js'
import type { ValueShape } from '../values/index.js'
import type { CheckScope } from './check-scope.js'
import type { FaultReport } from './fault-report.js'

/** What a check needs to know besides the text. */
export interface CheckScene {
  casebook: Casebook
  parts: PartLibrary
  /** Ids of the template's sections; left out where it could be any template. */
  sections?: readonly string[]
  /** What is known of every name at the top level. */
  names: ReadonlyMap<string, ValueShape>
  /** What `{{> @body}}` of a layout stands for. */
  body: SourceText
}

/** A check that is under way. */
export interface Checking extends CheckScene {
  /** The top level as a scope: `this` of the outermost text. */
  top: ValueShape
  report: FaultReport
  /** Reads a program with the names of `scope`. */
  visit: (program: hbs.AST.Program, scope: CheckScope) => void
  /** The calls of partials that have been followed, by what is known where they stand. */
  called: Set<string>
  programIds: Map<hbs.AST.Program, number>
  /** Whether the layout that is being read has printed the body. */
  hasBody: boolean
}

/** The trees of texts of so many characters in all: most are those that were checked before. Only read here. */
const parsed = remembered<ReturnType<typeof parseSyntax>>(500_000, (key) => key.length)

/** The tree of a text; its fault is reported where it has none. */
export function treeOf({ report }: Checking, source: SourceText): hbs.AST.Program | undefined {
  const { tree, fault } = parsed(textKey(source), () => parseSyntax(source))
  if (fault) report.keep(fault)
  return tree
}
