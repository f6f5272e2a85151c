import Handlebars from 'handlebars'
import { type Diagnostic, type Outcome, originOf } from '../base/index.js'
import { narrativeOf, parameterOf } from '../brief/index.js'
import type { Brief, ParameterValue } from '../brief/types.js'
import {
  type Casebook,
  type CasebookRecord,
  collectionNames,
  findAnywhere,
  findRecord,
} from '../casebook/index.js'
import { checkEvidence, notePrintedText, nothingPrinted } from '../evidence/index.js'
import type { Atlas } from '../figures/index.js'
import { type IsoDate, type LocalText, textIn } from '../locale/index.js'
import { bodyOf, checkTextOn, checkTexts, defaultTexts } from './check.js'
import { type Compiled, compile } from './environment.js'
import { type Insert, type MarkedText, nothingMarked, withoutMarks } from './marked-text.js'
import { type PartLibrary, readParts } from './parts.js'
import { LimitReached, type Run, recordKey, takeStep, takeText } from './run.js'
import { type SourceText, startOfText } from './syntax.js'
import type { Parameter, Section, Template, TemplateLibrary } from './types.js'
import { isThing, recordValue, type Scope, type Value } from './values.js'

export interface TemplateInput {
  /** As known on `asOf`. */
  known: Casebook
  /** The whole of it. */
  casebook: Casebook
  library: TemplateLibrary
  template: Template
  /** With the template's defaults filled in. */
  brief: Brief
  /** The brief knows nothing later. */
  asOf: IsoDate
  issued: IsoDate
  /** What maps are drawn from, read when the first of them is. */
  atlas?: () => Outcome<Atlas>
  /** Told of each record that the template reads or prints, often more than once. */
  onUse?: (record: CasebookRecord) => void
}

/**
 * Runs a template for a brief: Markdown with marks for every value, in its layout.
 *
 * Nothing runs before `checkTemplate` and the narrative's own check found no error.
 */
export function runTemplate(input: TemplateInput): {
  marked: MarkedText
  diagnostics: Diagnostic[]
} {
  const { known, template, library, brief } = input
  const marked = nothingMarked()
  const diagnostics: Diagnostic[] = []
  const { parts, diagnostics: missing } = readParts(library, template)
  diagnostics.push(...missing)
  const texts = sectionTexts(template, brief, known, input.onUse)
  const body = bodyOf(template)
  const main: SourceText = { ...body, text: withoutMarks(body.text) }
  // Faults of a default text are shown where it is written, at the head of the template.
  const isDefault = (id: string) =>
    !narrativeOf(brief, id)?.trim() &&
    template.sections.some((one) => one.id === id && one.defaultTexts?.length)
  const defaults = [...texts.keys()].filter(isDefault)
  const own = [...texts].filter(([id]) => !defaults.includes(id)).map(([, text]) => text)
  diagnostics.push(
    ...checkTexts(template, parts, known, [...own, ...defaultTexts(template, defaults, brief.language)]),
  )
  const printed = nothingPrinted()
  const finish = () => ({ marked, diagnostics })
  if (diagnostics.some((one) => one.severity === 'error')) return finish()

  const partials = compilePartials(parts, main)
  const root = rootScope(input, known)
  /**
   * Prose that the casebook has prepared for what is known today reads wrongly where some of that was not known
   * yet, so as of an earlier day it is printed only if it lacks nothing.
   */
  const runPassage = (source: SourceText, context: Value): string => {
    const before = [diagnostics.length, printed.claims.length] as const
    const text = compile(source)(context, { data: { run, root }, partials })
    if (!('passage' in source)) return text
    const isWhole = !diagnostics.slice(before[0]).some((one) => one.code === 'template/missing-value')
    if (input.asOf < input.casebook.asOf && !isWhole) {
      diagnostics.length = before[0]
      printed.claims.length = before[1]
      return ''
    }
    const owner = { collection: 'passages', id: source.passage, field: 'text' }
    notePrintedText(printed, owner, startOfText(source))
    return text
  }
  const narratives = new Map<string, Insert>()
  /** Passages that are being run: one that prints itself would never end. */
  const openPassages = new Set<string>()
  const run: Run = {
    language: brief.language,
    casebook: known,
    root,
    ownTitle: brief.title,
    marked,
    printed,
    diagnostics,
    steps: 0,
    length: 0,
    ...(input.atlas ? { atlas: input.atlas } : {}),
    ...(input.onUse ? { onUse: input.onUse } : {}),
    sectionTitles: new Map(
      template.sections.map((section) => [section.id, textIn(section.title, brief.language)]),
    ),
    narrative: (id) => {
      const source = texts.get(id)
      if (!source) return template.sections.some((section) => section.id === id) ? passage('') : undefined
      const done = narratives.get(id)
      if (done) return done
      // Set before it runs, so that a narrative that prints itself ends.
      narratives.set(id, passage('', source))
      const insert = passage(runPassage(source, root), source)
      narratives.set(id, insert)
      return insert
    },
    later: keysOfLater(input),
    passageOn: (record) => {
      const passage = findPassage(known, record)
      if (!passage) return undefined
      input.onUse?.(passage)
      const source = passageText(passage, brief)
      const here = { type: 'record', collection: record.collection } as const
      const faults = checkTextOn(source, here, template, parts, known)
      diagnostics.push(...faults)
      if (faults.some((one) => one.severity === 'error') || openPassages.has(passage.id)) return undefined
      openPassages.add(passage.id)
      const text = runPassage(source, recordValue(record))
      openPassages.delete(passage.id)
      return text.trim()
    },
    recordsById: new Map(
      collectionNames.flatMap((name) =>
        known.collections[name].map((record) => [recordKey(name, record.id), record] as const),
      ),
    ),
  }
  try {
    const outermost = parts.layout ? partSource(parts.layout) : main
    marked.text = compile(outermost, true)(root, { data: { run, root }, partials })
  } catch (error) {
    const at = { file: template.file.path, line: template.bodyLine, column: 1 }
    if (error instanceof Handlebars.Exception) {
      // What the check could not tell, as whether a block was given to a partial that asks for one in its own way.
      diagnostics.push({
        severity: 'error',
        code: 'template/failed',
        message: lower(error.message),
        hints: [],
        at,
      })
      return finish()
    }
    if (!(error instanceof LimitReached)) throw error
    diagnostics.push({
      severity: 'error',
      code: 'template/endless',
      message: 'the template does more than any document needs, so it was stopped',
      hints: ['look for a loop inside a loop over many records, or choose fewer of them'],
      at,
    })
    return finish()
  }
  diagnostics.push(
    ...checkEvidence(known, {
      printed,
      cited: marked.sources,
      language: brief.language,
      asOf: input.asOf,
      texts: [main, ...texts.values()].filter((text) => !('passage' in text)),
    }),
  )
  return finish()
}

/** What the casebook has and did not know of yet. */
function keysOfLater({ casebook, known }: TemplateInput): Set<string> {
  const keys = new Set<string>()
  for (const name of collectionNames) {
    const ids = new Set(known.collections[name].map((record) => record.id))
    for (const { id } of casebook.collections[name]) if (!ids.has(id)) keys.add(recordKey(name, id))
  }
  return keys
}

function passage(body: string, source?: SourceText): Insert {
  return { type: 'passage', body, origin: source && originOf(source) }
}

function partSource(part: { file: string; text: string; line: number }): SourceText {
  return { file: part.file, text: withoutMarks(part.text), line: part.line }
}

/** Compiled as they are first called; `@body` is the template within its layout. */
function compilePartials(parts: PartLibrary, main: SourceText): Record<string, Compiled> {
  const body = compile(main, true)
  // The line end that Handlebars takes away after a tag that stands alone, so that what follows is not joined to it.
  const partials: Record<string, Compiled> = {
    '@body': ((context, options) => `${body(context, options)}\n`) as Compiled,
  }
  for (const [name, part] of parts.partials) {
    // Compiled as it is first called: one that no one calls may be broken.
    let template: Compiled | undefined
    partials[name] = ((context, options) => {
      template ??= compile(partSource(part), true)
      const run: Run = options?.data.run
      takeStep(run)
      return takeText(run, template(withArguments(context as Value, part.arguments), options))
    }) as Compiled
  }
  return partials
}

/** An argument that a partial may do without is nothing, and not the field of that name around it. */
function withArguments(context: Value, names: readonly string[]): Value {
  if (names.length === 0) return context
  const isGiven = isThing(context) && context.type === 'scope' && context.outer !== undefined
  const known = new Map<string, Value>([
    ...names.map((name) => [name, undefined] as const),
    ...(isGiven ? context.names : []),
  ])
  return { type: 'scope', name: 'this', names: known, outer: isGiven ? context.outer : context }
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1)
}

/** The text of each section that has one: the brief's, else the template's own. */
function sectionTexts(
  template: Template,
  brief: Brief,
  known: Casebook,
  onUse: TemplateInput['onUse'],
): Map<string, SourceText> {
  const texts = new Map<string, SourceText>()
  for (const section of template.sections) {
    const text = narrativeOf(brief, section.id)
    const written = text !== undefined && text.trim() !== '' ? text : defaultText(section, brief)
    const passage = findRecord(known, 'passages', section.id)
    if (written === undefined) {
      if (!passage) continue
      onUse?.(passage)
      texts.set(section.id, passageText(passage, brief))
    } else {
      texts.set(section.id, { section: section.id, text: withoutMarks(written), line: 1 })
    }
  }
  return texts
}

function passageText(passage: CasebookRecord, brief: Brief): SourceText {
  const { text } = passage.fields
  const words = text?.kind === 'text' ? textIn(text.text, brief.language) : ''
  return { passage: passage.id, text: withoutMarks(words), line: 1 }
}

/** The first passage that is about `record` and nothing else. */
function findPassage(known: Casebook, record: CasebookRecord): CasebookRecord | undefined {
  return known.collections.passages.find(({ fields: { about } }) => {
    if (about?.kind !== 'references' || about.ids.length !== 1) return false
    const id = about.ids[0] ?? ''
    return about.collection === 'any'
      ? findAnywhere(known, id) === record
      : about.collection === record.collection && id === record.id
  })
}

function defaultText(section: Section, brief: Brief): string | undefined {
  return section.default === undefined ? undefined : textIn(section.default, brief.language)
}

/** What templates see at the top level (T5). */
function rootScope(input: TemplateInput, known: Casebook): Scope {
  const { brief, template } = input
  const names = new Map<string, Value>()
  for (const name of collectionNames) names.set(name, known.collections[name].map(recordValue))
  names.set('brief', scope('brief', briefNames(input)))
  names.set(
    'casebook',
    scope('casebook', {
      title: prose(known.title),
      description: prose(known.description),
      asOf: { type: 'date', date: known.asOf },
    }),
  )
  names.set(
    'template',
    scope('template', {
      id: template.id,
      title: prose(template.title),
      description: prose(template.description),
      kind: template.kind,
    }),
  )
  for (const parameter of template.parameters) {
    names.set(parameter.name, parameterValue(parameter, parameterOf(brief, parameter.name), known))
  }
  return { type: 'scope', name: 'the top level', names }
}

function briefNames({ brief, template, asOf, issued }: TemplateInput): Record<string, Value> {
  return {
    title: brief.title ?? prose(template.title),
    template: template.id,
    kind: template.kind,
    language: brief.language,
    asOf: { type: 'date', date: asOf },
    issued: { type: 'date', date: issued },
    marking: brief.marking,
    caveat: brief.caveat,
    reference: brief.reference,
    from: brief.from,
    to: brief.to,
    through: brief.through,
    cc: brief.cc,
    contact: brief.contact,
  }
}

function parameterValue(parameter: Parameter, value: ParameterValue | undefined, known: Casebook): Value {
  if (value === undefined) return undefined
  switch (parameter.type) {
    case 'record': {
      const record = known.collections[parameter.collection].find((one) => one.id === value)
      return record && recordValue(record)
    }
    case 'records': {
      const ids = Array.isArray(value) ? value : [String(value)]
      return ids.flatMap((id) => {
        const record = known.collections[parameter.collection].find((one) => one.id === id)
        return record ? [recordValue(record)] : []
      })
    }
    case 'date':
      return { type: 'date', date: String(value) }
    default:
      return value as Value
  }
}

function scope(name: string, names: Record<string, Value>): Scope {
  return { type: 'scope', name, names: new Map(Object.entries(names)) }
}

function prose(text: LocalText): Value {
  return { type: 'text', text }
}
