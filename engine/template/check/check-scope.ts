import { inlineName } from '../parse/index.js'
import { any, type ValueShape } from '../values/index.js'

/** Where a stretch of text is read: what its names mean there. */
export interface CheckScope {
  /** `this`, the innermost last. */
  contexts: readonly ValueShape[]
  params: readonly ReadonlyMap<string, ValueShape>[]
  inlines: ReadonlyMap<string, InlinePartial>
  /** What `{{> @partial-block}}` stands for. */
  block?: InlinePartial
  /** Stands where the block is known to be there: `{{#if @partial-block}}`. */
  hasBlock?: boolean
  isTrusted: boolean
  isLayout: boolean
  /** The programs that are being called: one that is called again would never end. */
  open: readonly hbs.AST.Program[]
}

/** A partial written in the text itself, with the names that it sees. */
export interface InlinePartial {
  program: hbs.AST.Program
  scope: CheckScope
}

/** The scope within a program, whose `this` and block parameters are those given. */
export function scopeWithin(
  program: hbs.AST.Program,
  outer: CheckScope,
  context?: ValueShape,
  shapes: readonly ValueShape[] = [],
): CheckScope {
  const names = program.blockParams ?? []
  const scope: CheckScope = {
    ...outer,
    params: [...outer.params, new Map(names.map((name, index) => [name, shapes[index] ?? any]))],
    contexts: context ? [...outer.contexts, context] : outer.contexts,
  }
  const programs = inlinePrograms(program)
  if (programs.size === 0) return scope
  const inlines = new Map(outer.inlines)
  // They see one another; Handlebars does not hand block parameters on to them.
  const seen = { ...scope, params: [], inlines }
  for (const [name, inside] of programs) inlines.set(name, { program: inside, scope: seen })
  return { ...scope, inlines }
}

/** The partials that a block hands to the partial it is given to. */
export function inlinesGiven({ program, scope }: InlinePartial): Map<string, InlinePartial> {
  const seen = { ...scope, params: [] }
  return new Map(
    [...inlinePrograms(program)].map(([name, inside]) => [name, { program: inside, scope: seen }]),
  )
}

function inlinePrograms(program: hbs.AST.Program): Map<string, hbs.AST.Program> {
  const programs = new Map<string, hbs.AST.Program>()
  for (const statement of program.body) {
    const name = inlineName(statement)
    if (name !== undefined) programs.set(name, (statement as hbs.AST.DecoratorBlock).program)
  }
  return programs
}

export function paramOf(name: string, scope: CheckScope): ValueShape | undefined {
  return scope.params.findLast((names) => names.has(name))?.get(name)
}

export function inContext(scope: CheckScope, here: ValueShape): CheckScope {
  return scope.contexts.at(-1) === here ? scope : { ...scope, contexts: [...scope.contexts, here] }
}

/** With what `{{> @partial-block}}` stands for in a partial that is called with `block`, or without any. */
export function withBlock(scope: CheckScope, block: InlinePartial | undefined): CheckScope {
  return { ...scope, block, hasBlock: undefined }
}
