import Handlebars from 'handlebars'
import { nearest, remembered } from '../../base/index.js'
import { type Call, figureHelpers, type Helper, helpers } from '../helpers/index.js'
import { parseSyntax, placeOfLocation, type SourceText, textKey } from '../parse/index.js'
import { isBackReference, isThing, isTruthy, type Scope, type Value } from '../values/index.js'
import {
  insertInlines,
  lookUpField,
  noteUse,
  printValue,
  report,
  reportError,
  type TemplateRun,
  takeStep,
  takeText,
} from '../writing/index.js'
import { inner, instrument } from './instrument.js'

/** Compiled text, ready to run with `run` in its data. */
export type Compiled = Handlebars.TemplateDelegate

/** What Handlebars hands to a helper as its last argument. */
interface Options {
  name: string
  hash: Record<string, Value>
  loc: hbs.AST.SourceLocation
  data: Record<string, unknown> & { run: TemplateRun }
  fn?: (context: unknown, options?: unknown) => string
  inverse?: (context: unknown, options?: unknown) => string
}

const environment = createEnvironment()
const knownHelpers = Object.fromEntries([...Object.keys(environment.helpers)].map((name) => [name, true]))
const mostCompiled = 200
const compiled = remembered<Compiled>(mostCompiled)

/** Compiles text that `checkTemplate` found no fault in. */
export function compile(source: SourceText, hasPlaces = false): Compiled {
  return compiled(`${hasPlaces}\n${textKey(source)}`, () => {
    const { tree } = parseSyntax(source)
    if (!tree) throw new Error(`${textKey(source)} was not checked before it was compiled`)
    const instrumented = instrument(
      tree,
      (name) => helpers.has(name),
      (name) => figureHelpers.includes(name),
      hasPlaces,
    )
    return environment.compile(instrumented, {
      noEscape: true,
      knownHelpers: knownHelpers as never,
      knownHelpersOnly: true,
      preventIndent: true,
    })
  })
}

function createEnvironment(): typeof Handlebars {
  const created = Handlebars.create()
  for (const name of Object.keys(created.helpers)) created.unregisterHelper(name)
  for (const helper of helpers.values()) {
    created.registerHelper(helper.name, function (this: unknown, ...parts: unknown[]) {
      return runHelper(helper, contextOf(this), parts)
    })
  }
  created.registerHelper(inner.print, (value: Value, options: Options) => print(value, options))
  created.registerHelper(inner.raw, (value: Value, options: Options) => printRaw(value, options))
  created.registerHelper(inner.get, (base: Value, ...rest: unknown[]) => {
    const options = rest.pop() as Options
    return followPath(options.data.run, base, rest as string[], options)
  })
  created.registerHelper(inner.find, (base: Value, ...rest: unknown[]) => {
    const options = rest.pop() as Options
    const [head = '', ...path] = rest as string[]
    const { run } = options.data
    return followPath(run, findName(run, base, head, options), path, options)
  })
  created.registerHelper(inner.section, function (this: unknown, value: Value, options: Options) {
    return openSection(contextOf(this), value, options)
  })
  created.registerHelper(inner.scope, (context: Value, options: Options): Scope => {
    return { type: 'scope', name: 'this', names: new Map(Object.entries(options.hash)), outer: context }
  })
  return created
}

/** What `this` is to a helper. Where it is nothing, Handlebars gives an object that is nothing of ours. */
function contextOf(given: unknown): Value {
  const isNothing = isThing(given as Value) && !Object.hasOwn(given as object, 'type')
  return isNothing ? undefined : (given as Value)
}

function runHelper(helper: Helper, context: Value, parts: unknown[]): unknown {
  const options = parts.pop() as Options
  const { run } = options.data
  takeStep(run)
  const { fn, inverse } = options
  const call: Call = {
    run,
    params: parts as Value[],
    // Handlebars fills the hash from its end.
    named: new Map(Object.entries(options.hash).reverse()),
    at: placeOfLocation(options.loc),
    context,
    body: fn && ((inside, params, data, within) => runBody(fn, options, inside, params, data, within)),
    otherwise: inverse && (() => inverse(context)),
  }
  const value = helper.run(call)
  // In block form Handlebars appends what comes back, so it has to be text by then.
  return fn ? print(value, options) : value
}

/** `{{#deals}}`: once for each item of a list, else once with the value as `this`; `{{^deals}}` where there is none. */
function openSection(context: Value, value: Value, options: Options): string {
  takeStep(options.data.run)
  const { fn, inverse } = options
  if (!isTruthy(value)) return inverse?.(context) ?? ''
  if (!fn) return ''
  if (!Array.isArray(value)) return runBody(fn, options, isThing(value) ? value : context, [value])
  return value
    .map((item, index) =>
      runBody(fn, options, item, [item, index], {
        index,
        key: index,
        first: index === 0,
        last: index === value.length - 1,
      }),
    )
    .join('')
}

function runBody(
  fn: NonNullable<Options['fn']>,
  options: Options,
  context: Value,
  blockParams?: Value[],
  data?: Record<string, Value>,
  run = options.data.run,
): string {
  takeStep(run)
  const around = run === options.data.run ? options.data : { ...options.data, run }
  const frame = data ? Object.assign(Handlebars.createFrame(around), data) : around
  return takeText(run, fn(context, { data: frame, blockParams }))
}

/** The text that stands for a value: a mark, or Markdown that a helper made. */
function print(value: Value, options: Options): string {
  const { run } = options.data
  takeStep(run)
  const at = placeOfLocation(options.loc)
  if (isThing(value) && value.type === 'markdown') return value.text
  if (isThing(value) && value.type === 'bare') {
    run.log.printed.claims.push({
      claim: value.claim,
      at,
      form: 'bare',
      hasCitation: false,
      hasStatus: false,
    })
  }
  if (value === undefined) {
    report(run, {
      severity: 'warning',
      code: 'template/missing-value',
      message: 'there is no value to print here, so a dash is printed',
      hints: ['wrap it in `{{#if …}}` if it may be missing'],
      at,
    })
  }
  return insertInlines(run, printValue(run, value, at))
}

function printRaw(value: Value, options: Options): string {
  const at = placeOfLocation(options.loc)
  return printValue(options.data.run, value, at, { cite: false, status: false })
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('')
}

/** A name without an owner: a field of `this`, then an argument of the partial, then the top level. */
function findName(run: TemplateRun, context: Value, name: string, options: Options): Value {
  takeStep(run)
  let scope = context
  let known: string[] = []
  while (isThing(scope)) {
    const isElsewhere =
      scope.type === 'record' && isBackReference(run.casebook, scope.record.collection, name)
    const lookup = lookUpField(run, scope, name)
    if (lookup.found && !isElsewhere) {
      noteRead(run, scope)
      return lookup.value
    }
    if (lookup.found) break
    known = [...known, ...lookup.known]
    scope = scope.type === 'scope' && scope.outer ? scope.outer : scope === run.root ? undefined : run.root
  }
  const top = run.root.names.get(name)
  if (top !== undefined || run.root.names.has(name)) return top
  reportUnknown(run, name, 'here', [...known, ...run.root.names.keys()], options)
  return undefined
}

function followPath(run: TemplateRun, base: Value, names: string[], options: Options): Value {
  let value = base
  for (const name of names) {
    takeStep(run)
    if (value === undefined) return undefined
    const lookup = lookUpField(run, value, name)
    if (!lookup.found) {
      reportUnknown(run, name, `in ${lookup.owner}`, lookup.known, options)
      return undefined
    }
    noteRead(run, value)
    value = lookup.value
  }
  return value
}

/** What a template itself reads of a record; what a helper only looks at to choose among records is not noted. */
function noteRead(run: TemplateRun, value: Value): void {
  if (isThing(value) && value.type === 'record') noteUse(run, value.record)
}

function reportUnknown(
  run: TemplateRun,
  name: string,
  where: string,
  known: string[],
  options: Options,
): void {
  const guess = nearest(name, known)
  reportError(
    run,
    'template/unknown-field',
    `no field \`${name}\` ${where}`,
    placeOfLocation(options.loc),
    guess ? [`did you mean \`${guess}\`?`] : [],
  )
}
