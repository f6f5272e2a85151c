import Handlebars from 'handlebars'
import type { Diagnostic, Outcome } from '../../base/index.js'
import { narrativeOf } from '../../brief/index.js'
import type { Brief } from '../../brief/types.js'
import { type Casebook, type CasebookRecord, collectionNames } from '../../casebook/index.js'
import { checkEvidence } from '../../evidence/index.js'
import type { Atlas } from '../../figures/index.js'
import { type IsoDate, textIn } from '../../locale/index.js'
import { checkTexts } from '../check/index.js'
import { bodyOf, defaultTexts, readParts, type SourceText } from '../parse/index.js'
import type { Template, TemplateLibrary } from '../types.js'
import {
  LimitReached,
  type MarkedText,
  openLog,
  type RunLog,
  recordKey,
  type TemplateRun,
  withoutMarks,
} from '../writing/index.js'
import { compile } from './compile.js'
import { compilePartials, partSource } from './compile-partials.js'
import { type ProseText, proseIn, sectionTexts } from './prose.js'
import { rootScope } from './root-scope.js'

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
}

export interface TemplateOutput {
  marked: MarkedText
  /** The records that the template read or printed. */
  used: ReadonlySet<CasebookRecord>
  diagnostics: Diagnostic[]
}

/**
 * Runs a template for a brief: Markdown with marks for every value, in its layout.
 *
 * Nothing runs before `checkTemplate` and the narrative's own check found no error.
 */
export function runTemplate(input: TemplateInput): TemplateOutput {
  const { known, template, library, brief, asOf } = input
  const log = openLog()
  const { diagnostics } = log
  const output = (text: string): TemplateOutput => ({
    marked: markedText(text, log),
    used: log.used,
    diagnostics,
  })
  const { parts, diagnostics: missing } = readParts(library, template)
  const texts = sectionTexts(template, brief, known)
  diagnostics.push(...missing, ...checkTexts(template, parts, known, textsToCheck(input, texts)))
  if (diagnostics.some((one) => one.severity === 'error')) return output('')

  const body = bodyOf(template)
  const main: SourceText = { ...body, text: withoutMarks(body.text) }
  const partials = compilePartials(parts, main)
  const root = rootScope(input)
  const isEarlier = asOf < input.casebook.asOf
  const run: TemplateRun = {
    language: brief.language,
    casebook: known,
    root,
    ownTitle: brief.title,
    sectionTitles: new Map(template.sections.map(({ id, title }) => [id, textIn(title, brief.language)])),
    prose: proseIn({ template, brief, known, parts, partials, texts, isEarlier }),
    recordsById: new Map(
      collectionNames.flatMap((name) =>
        known.collections[name].map((record) => [recordKey(name, record.id), record] as const),
      ),
    ),
    later: keysOfLater(input),
    atlas: input.atlas,
    log,
    spent: { steps: 0, characters: 0 },
    open: [],
  }
  let text: string
  try {
    const outermost = parts.layout ? partSource(parts.layout) : main
    text = compile(outermost, true)(root, { data: { run, root }, partials })
  } catch (error) {
    diagnostics.push(describeEnd(error, template))
    return output('')
  }
  diagnostics.push(
    ...checkEvidence(known, {
      printed: log.printed,
      cited: [...log.sources],
      language: brief.language,
      asOf,
      texts: [main, ...[...texts.values()].flatMap(({ source, passage }) => (passage ? [] : [source]))],
    }),
  )
  return output(text)
}

/** Faults of a default text are shown where it is written, at the head of the template. */
function textsToCheck(
  { template, brief }: TemplateInput,
  texts: ReadonlyMap<string, ProseText>,
): SourceText[] {
  const isDefault = (id: string) =>
    !narrativeOf(brief, id)?.trim() &&
    template.sections.some((one) => one.id === id && one.defaultTexts?.length)
  const defaults = [...texts.keys()].filter(isDefault)
  const own = [...texts].flatMap(([id, { source }]) => (defaults.includes(id) ? [] : [source]))
  return [...own, ...defaultTexts(template, defaults, brief.language)]
}

function markedText(text: string, { inlines, blocks, sources, acronyms }: RunLog): MarkedText {
  return { text, inlines, blocks, sources, acronyms }
}

/** Why a template was stopped before its end; what is our own fault is thrown on. */
function describeEnd(error: unknown, template: Template): Diagnostic {
  const at = { file: template.file.path, line: template.bodyLine, column: 1 }
  if (error instanceof Handlebars.Exception) {
    // What the check could not tell, as whether a block was given to a partial that asks for one in its own way.
    return { severity: 'error', code: 'template/failed', message: lower(error.message), hints: [], at }
  }
  if (!(error instanceof LimitReached)) throw error
  return {
    severity: 'error',
    code: 'template/endless',
    message: 'the template does more than any document needs, so it was stopped',
    hints: ['look for a loop inside a loop over many records, or choose fewer of them'],
    at,
  }
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

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1)
}
