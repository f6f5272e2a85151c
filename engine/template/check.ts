import { type Casebook, type CollectionName, collectionNames } from '../casebook/index.js'
import type { Diagnostic, Place } from '../diagnostic.js'
import { nearest } from '../nearest.js'
import { claimParts, isBackReference, referringCollections } from './fields.js'
import { type Part, parsePart } from './front-matter.js'
import type { Helper, Shape } from './helper.js'
import { helpers } from './helpers/index.js'
import { helperName, isScoped } from './instrument.js'
import { parseSyntax, placeOfNode, type SourceText } from './syntax.js'
import type { Template, TemplateLibrary } from './types.js'

/** The layout and partials that a template can call, with their front matter read. */
export interface PartLibrary {
  layout?: Part
  partials: Map<string, Part>
}

interface CheckContext {
  casebook: Casebook
  parts: PartLibrary
  shapes: ReadonlyMap<string, Shape>
  /** What `this` is, where it is not the top level. */
  here?: Shape
}

const topLevel = 'the top level'

const any: Shape = { type: 'any' }
const leaf: Shape = { type: 'leaf' }

/** The names that Handlebars itself gives inside `each`. */
const dataNames = ['index', 'first', 'last', 'key', 'root', 'partial-block', 'body']

/**
 * Finds what is wrong in a template, its layout and its partials without running them, in every branch (T7, T8).
 *
 * Where the type of a value cannot be told, as inside a partial, nothing is reported of its fields.
 */
export function checkTemplate(
  template: Template,
  library: TemplateLibrary,
  casebook: Casebook,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const parts = partsOf(library, template, casebook, diagnostics)
  const context = { casebook, parts, shapes: shapesInReach(template) }
  diagnostics.push(
    ...checkText({ file: template.file.path, text: template.body, line: template.bodyLine }, context),
  )
  return diagnostics
}

/** Reads the layout and the partials of `library`, and checks those that the template can reach. */
export function partsOf(
  library: TemplateLibrary,
  template: Template,
  casebook: Casebook,
  diagnostics: Diagnostic[],
): PartLibrary {
  const parts: PartLibrary = { partials: new Map() }
  for (const [name, entry] of library.partials) parts.partials.set(name, parsePart(entry.file).part)
  if (template.layout !== undefined) {
    const entry = library.layouts.get(template.layout)
    if (entry) {
      const { part, diagnostics: faults } = parsePart(entry.file)
      diagnostics.push(...faults)
      parts.layout = part
    } else {
      const guess = nearest(template.layout, library.layouts.keys())
      diagnostics.push({
        severity: 'error',
        code: 'layout/unknown',
        message: `no layout \`${template.layout}\``,
        hints: guess ? [`did you mean \`${guess}\`?`] : [],
        at: { file: template.file.path, line: 1, column: 1 },
      })
    }
  }
  const reached = reachedPartials(template, parts)
  for (const name of reached.keys()) {
    const entry = library.partials.get(name)
    if (entry) diagnostics.push(...parsePart(entry.file).diagnostics)
  }
  for (const part of reached.values()) diagnostics.push(...checkPart(part, parts))
  if (parts.layout) {
    const { layout } = parts
    const top = shapesInReach(template)
    diagnostics.push(...check(layout, { parts, isTrusted: layout.isTrusted, top, casebook, isLayout: true }))
  }
  diagnostics.push(...findCycles(parts))
  return parts
}

/** Partials called by the template or its layout, or by one of those; a broken one elsewhere is not their concern. */
function reachedPartials(template: Template, parts: PartLibrary): Map<string, Part> {
  const body = { file: template.file.path, text: template.body, line: template.bodyLine, isTrusted: false }
  const reached = new Map<string, Part>()
  const open = [body, ...(parts.layout ? [parts.layout] : [])]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const { name } of partialsCalledBy(next)) {
      const part = parts.partials.get(name)
      if (!part || reached.has(name)) continue
      reached.set(name, part)
      open.push(part)
    }
  }
  return reached
}

/** A partial can be called from anywhere, so of its names only helpers, partials and syntax are checked. */
function checkPart(part: Part, parts: PartLibrary): Diagnostic[] {
  return check(part, { parts, isTrusted: part.isTrusted, top: undefined, casebook: undefined })
}

/** Checks the text of a template's body, of a narrative or of a passage. */
export function checkText(source: SourceText, context: CheckContext): Diagnostic[] {
  const { parts, casebook, shapes, here } = context
  return check(source, { parts, isTrusted: false, top: shapes, casebook, ...(here ? { here } : {}) })
}

/** What is known of every name at the top level. */
export function shapesInReach(template: Template): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const name of collectionNames) shapes.set(name, listOf({ type: 'record', collection: name }))
  shapes.set('brief', scopeShape('brief', briefNames))
  shapes.set('casebook', scopeShape('casebook', ['title', 'description', 'asOf']))
  shapes.set('template', scopeShape('template', ['id', 'title', 'description', 'kind']))
  for (const parameter of template.parameters) {
    if (parameter.type === 'record')
      shapes.set(parameter.name, { type: 'record', collection: parameter.collection })
    else if (parameter.type === 'records') {
      shapes.set(parameter.name, listOf({ type: 'record', collection: parameter.collection }))
    } else shapes.set(parameter.name, leaf)
  }
  return shapes
}

const briefNames = [
  'title',
  'template',
  'kind',
  'language',
  'asOf',
  'issued',
  'marking',
  'caveat',
  'reference',
  'from',
  'to',
  'through',
  'cc',
  'contact',
]

interface Scene {
  parts: PartLibrary
  isTrusted: boolean
  /** Left out where the text can be called from anywhere. */
  top: ReadonlyMap<string, Shape> | undefined
  casebook: Casebook | undefined
  here?: Shape
  isLayout?: boolean
}

function check(source: SourceText, scene: Scene): Diagnostic[] {
  const { tree, fault } = parseSyntax(source)
  if (!tree) return fault ? [fault] : []
  const diagnostics: Diagnostic[] = []
  const params: Map<string, Shape>[] = []
  const contexts: Shape[] = [
    scene.here ?? (scene.top ? { type: 'scope', name: topLevel, names: scene.top } : any),
  ]
  visitProgram(tree)
  return diagnostics

  function visitProgram(program: hbs.AST.Program | undefined, context?: Shape, shapes: Shape[] = []): void {
    if (!program) return
    const names = program.blockParams ?? []
    params.push(new Map(names.map((name, index) => [name, shapes[index] ?? any])))
    if (context) contexts.push(context)
    program.body.forEach(visitStatement)
    if (context) contexts.pop()
    params.pop()
  }

  function visitStatement(statement: hbs.AST.Statement): void {
    switch (statement.type) {
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement
        if (!mustache.escaped && !scene.isTrusted) {
          add(
            'template/unescaped',
            '`{{{ }}}` prints without escaping, which only a partial marked `trusted` may',
            mustache,
            ['use `{{ }}`'],
          )
        }
        const shape = shapeOfCall(mustache.path, mustache.params, mustache.hash, mustache, 'inline')
        if (shape.type === 'scope' && shape.name === topLevel) {
          add('template/argument', 'there is nothing here that could be printed', mustache)
        }
        return
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement
        const name = helperName(block.path)
        const helper = name === undefined ? undefined : helpers.get(name)
        const shapes = block.params.map(shapeOf)
        if (helper) checkCall(helper, block.params, block.hash, block, 'block')
        else unknownHelper(block.path, block)
        visitHash(block.hash)
        const inside = helper?.bodyOf?.(shapes)
        visitProgram(block.program, helper ? inside?.context : any, helper ? inside?.params : [])
        visitProgram(block.inverse)
        return
      }
      case 'PartialStatement':
      case 'PartialBlockStatement': {
        const partial = statement as hbs.AST.PartialStatement
        checkPartialName(partial)
        partial.params.forEach(shapeOf)
        visitHash(partial.hash)
        if (statement.type === 'PartialBlockStatement')
          visitProgram((statement as hbs.AST.PartialBlockStatement).program)
        return
      }
      case 'Decorator':
      case 'DecoratorBlock':
        add('template/unsupported', 'decorators (`{{* }}`) are not part of the template language', statement)
        return
      default:
    }
  }

  function visitHash(hash: hbs.AST.Hash | undefined): void {
    for (const pair of hash?.pairs ?? []) shapeOf(pair.value)
  }

  function checkPartialName(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== 'PathExpression') {
      add('template/unsupported', 'the name of a partial has to be written out', partial)
      return
    }
    const name = String((partial.name as hbs.AST.PathExpression).original)
    if (name === '@partial-block') return
    if (name === '@body') {
      if (!scene.isLayout) add('template/misplaced', '`{{> @body}}` stands outside a layout', partial)
      return
    }
    if (scene.parts.partials.has(name)) return
    addUnknown(
      'template/unknown-partial',
      `no partial \`${name}\``,
      name,
      scene.parts.partials.keys(),
      partial,
    )
  }

  function shapeOfCall(
    path: hbs.AST.Expression,
    given: hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
    form: 'inline' | 'value',
  ): Shape {
    const name = helperName(path)
    const helper = name !== undefined && !isBlockParam(name) ? helpers.get(name) : undefined
    const isCall = given.length > 0 || (hash?.pairs.length ?? 0) > 0 || form === 'value'
    const shapes = given.map(shapeOf)
    visitHash(hash)
    if (helper) {
      checkCall(helper, given, hash, node, form)
      return helper.gives?.(shapes) ?? any
    }
    if (isCall) {
      unknownHelper(path, node)
      return any
    }
    return shapeOf(path)
  }

  function checkCall(
    helper: Helper,
    given: hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
    form: 'inline' | 'value' | 'block',
  ): void {
    const hint = `it is written \`{{${helper.signature}}}\``
    if (form === 'block' && helper.form === 'inline') {
      add('template/helper-form', `\`${helper.name}\` is not a block`, node, [hint])
    } else if (form !== 'block' && helper.form === 'block') {
      add('template/helper-form', `\`${helper.name}\` is a block and has to be opened with \`#\``, node, [
        hint,
      ])
    }
    const [least, most] = helper.takes
    if (given.length < least || given.length > most) {
      const wanted = least === most ? String(least) : `${least} to ${most}`
      const isField = given.length === 0 && form === 'inline'
      add(
        'template/argument',
        `\`${helper.name}\` takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, found ${given.length}`,
        node,
        [...(isField ? [`for the field of that name write \`{{this.${helper.name}}}\``] : []), hint],
      )
    }
    if (helper.named.includes('*')) return
    for (const pair of hash?.pairs ?? []) {
      if (helper.named.includes(pair.key)) continue
      addUnknown(
        'template/unknown-argument',
        `\`${helper.name}\` has no argument \`${pair.key}\``,
        pair.key,
        helper.named,
        pair,
      )
    }
  }

  function shapeOf(expression: hbs.AST.Expression): Shape {
    if (expression.type === 'SubExpression') {
      const sub = expression as hbs.AST.SubExpression
      return shapeOfCall(sub.path, sub.params, sub.hash, sub, 'value')
    }
    if (expression.type !== 'PathExpression') return leaf
    const path = expression as hbs.AST.PathExpression
    const parts = (path.parts as string[]).map(String)
    if (path.data) {
      const [head = ''] = parts
      if (!dataNames.includes(head))
        addUnknown('template/unknown-field', `no value \`@${head}\``, head, dataNames, path)
      return head === 'root' && scene.top
        ? follow({ type: 'scope', name: topLevel, names: scene.top }, parts.slice(1), path)
        : any
    }
    if (path.depth > 0) return any
    const here = contexts.at(-1) ?? any
    const [head, ...rest] = parts
    if (head === undefined) return here
    if (isScoped(path)) return follow(here, parts, path)
    const param = [...params]
      .reverse()
      .find((names) => names.has(head))
      ?.get(head)
    if (param) return follow(param, rest, path)
    // A name is a field of `this`, else one of the top level; inside an unknown `this` nothing can be told.
    const isElsewhere =
      here.type === 'record' && scene.casebook && isBackReference(scene.casebook, here.collection, head)
    const own = isElsewhere ? { known: [] } : fieldShape(here, head)
    if (own.shape) return follow(own.shape, rest, path)
    const top = scene.top?.get(head)
    if (top) return follow(top, rest, path)
    if (!scene.top) return any
    const known = [...params.flatMap((names) => [...names.keys()]), ...own.known, ...scene.top.keys()]
    addUnknown(
      'template/unknown-field',
      `no field \`${head}\` ${own.owner && own.owner !== topLevel ? `in ${own.owner}` : 'here'}`,
      head,
      known,
      path,
      ['a parameter has to be declared at the head of the template'],
    )
    return any
  }

  function follow(start: Shape, names: string[], path: hbs.AST.PathExpression): Shape {
    let shape = start
    for (const name of names) {
      const next = fieldShape(shape, name)
      if (!next.shape) {
        addUnknown('template/unknown-field', `no field \`${name}\` in ${next.owner}`, name, next.known, path)
        return any
      }
      shape = next.shape
    }
    return shape
  }

  function fieldShape(owner: Shape, name: string): { shape?: Shape; owner?: string; known: string[] } {
    switch (owner.type) {
      case 'any':
        return { shape: any, known: [] }
      case 'leaf':
        return { owner: 'a plain value', known: [] }
      case 'claim':
        if ((claimParts as readonly string[]).includes(name)) {
          return {
            shape:
              name === 'sources'
                ? listOf({ type: 'record', collection: 'sources' })
                : name === 'alternatives'
                  ? listOf({ type: 'claim' })
                  : leaf,
            known: [],
          }
        }
        return { owner: 'a claim', known: [...claimParts] }
      case 'list':
        if (name === 'length' || /^\d+$/.test(name))
          return { shape: name === 'length' ? leaf : owner.of, known: [] }
        return { owner: 'a list', known: ['length'] }
      case 'group':
        if (name === 'items') return { shape: listOf(owner.of), known: [] }
        return name === 'key' ? { shape: any, known: [] } : { owner: 'a group', known: ['key', 'items'] }
      case 'scope': {
        const shape = owner.names.get(name)
        return shape
          ? { shape, known: [] }
          : { owner: nameOfScope(owner.name), known: [...owner.names.keys()] }
      }
      case 'record':
        return scene.casebook
          ? recordField(scene.casebook, owner.collection, name)
          : { shape: any, known: [] }
    }
  }

  function isBlockParam(name: string): boolean {
    return params.some((names) => names.has(name))
  }

  function unknownHelper(path: hbs.AST.Expression, node: hbs.AST.Node): void {
    const name = String((path as hbs.AST.PathExpression).original ?? 'this')
    addUnknown('template/unknown-helper', `no helper \`${name}\``, name, helpers.keys(), node)
  }

  function addUnknown(
    code: string,
    message: string,
    name: string,
    known: Iterable<string>,
    node: hbs.AST.Node,
    otherwise: string[] = [],
  ): void {
    const guess = nearest(name, known)
    add(code, message, node, guess ? [`did you mean \`${guess}\`?`] : otherwise)
  }

  function add(code: string, message: string, node: hbs.AST.Node, hints: string[] = []): void {
    diagnostics.push({ severity: 'error', code, message, hints, at: placeOfNode(node) })
  }
}

function recordField(
  casebook: Casebook,
  collection: CollectionName,
  name: string,
): { shape?: Shape; owner?: string; known: string[] } {
  const definition = casebook.schema[collection].find((field) => field.name === name)
  if (definition) {
    switch (definition.kind) {
      case 'claim':
        return { shape: { type: 'claim' }, known: [] }
      case 'claims':
        return { shape: listOf({ type: 'claim' }), known: [] }
      case 'reference':
      case 'references': {
        const target: Shape =
          definition.collection && definition.collection !== 'any'
            ? { type: 'record', collection: definition.collection }
            : any
        return { shape: definition.kind === 'references' ? listOf(target) : target, known: [] }
      }
      case 'texts':
      case 'terms':
        return { shape: listOf(leaf), known: [] }
      default:
        return { shape: leaf, known: [] }
    }
  }
  if (name === 'id') return { shape: leaf, known: [] }
  const referring = referringCollections(casebook, collection)
  const back = referring.find((other) => other === name)
  if (back) return { shape: listOf({ type: 'record', collection: back }), known: [] }
  const own = casebook.schema[collection].map((field) => field.name)
  return { owner: `a record of \`${collection}\``, known: ['id', ...own, ...referring] }
}

/** Partials that call themselves, directly or through others, would never end. */
function findCycles(parts: PartLibrary): Diagnostic[] {
  const calls = new Map([...parts.partials].map(([name, part]) => [name, partialsCalledBy(part)]))
  return [...calls.keys()].flatMap((start): Diagnostic[] => {
    const seen = new Set<string>()
    const open = [...(calls.get(start) ?? [])]
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.name === start) {
        return [
          {
            severity: 'error',
            code: 'template/partial-cycle',
            message: `the partial \`${start}\` calls itself`,
            hints: ['use `{{#each}}` to repeat something'],
            at: next.at,
          },
        ]
      }
      if (seen.has(next.name)) continue
      seen.add(next.name)
      open.push(...(calls.get(next.name) ?? []))
    }
    return []
  })
}

function partialsCalledBy(part: Part): { name: string; at: Place }[] {
  const { tree } = parseSyntax(part)
  const found: { name: string; at: Place }[] = []
  const visit = (program: hbs.AST.Program | undefined): void => {
    for (const statement of program?.body ?? []) {
      if (statement.type.startsWith('Partial')) {
        const { name } = statement as hbs.AST.PartialStatement
        found.push({ name: String((name as hbs.AST.PathExpression).original), at: placeOfNode(statement) })
      }
      const { program, inverse } = statement as hbs.AST.BlockStatement
      visit(program)
      visit(inverse)
    }
  }
  visit(tree)
  return found
}

function listOf(shape: Shape): Shape {
  return { type: 'list', of: shape }
}

function scopeShape(name: string, names: string[]): Shape {
  return { type: 'scope', name, names: new Map(names.map((one) => [one, leaf])) }
}

function nameOfScope(name: string): string {
  return name === topLevel ? topLevel : `\`${name}\``
}
