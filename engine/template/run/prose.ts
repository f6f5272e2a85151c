import { originOf } from '../../base/index.js'
import { narrativeOf } from '../../brief/index.js'
import type { Brief } from '../../brief/types.js'
import { type Casebook, type CasebookRecord, findAnywhere, findRecord } from '../../casebook/index.js'
import { notePrintedText } from '../../evidence/index.js'
import { textIn } from '../../locale/index.js'
import { checkTextOn, passageText, sectionText } from '../check/index.js'
import { type PartLibrary, type SourceText, startOfText } from '../parse/index.js'
import type { Section, Template } from '../types.js'
import { recordValue, type Value } from '../values/index.js'
import {
  type Insert,
  keepLog,
  narrativeIn,
  noteUse,
  openLog,
  type Prose,
  report,
  type TemplateRun,
} from '../writing/index.js'
import { type Compiled, compile } from './compile.js'

/** A text to be printed, and the passage of the casebook that it is, if it is one. */
export interface ProseText {
  source: SourceText
  passage?: CasebookRecord
}

/** Where prose is printed. */
export interface ProseScene {
  template: Template
  brief: Brief
  /** As known on the brief's date. */
  known: Casebook
  parts: PartLibrary
  partials: Record<string, Compiled>
  /** The text of each section that has one. */
  texts: ReadonlyMap<string, ProseText>
  /**
   * Whether the casebook knows more than the brief may. Prose that it has prepared for what is known today reads
   * wrongly where some of that was not known yet, so then it is printed only if it lacks nothing.
   */
  isEarlier: boolean
}

/** The narratives and passages of a document. Each runs with a log of its own, so that it can be left out. */
export function proseIn(scene: ProseScene): Prose {
  const { template, brief, known, parts, texts } = scene
  return {
    narrative(run, section) {
      const text = texts.get(section)
      if (!text) return template.sections.some(({ id }) => id === section) ? insertOf('') : undefined
      const key = `sections/${section}`
      if (run.open.includes(key)) return insertOf('', text.source)
      const done = narrativeIn(run.log, section)
      if (done) return done
      const insert = insertOf(runText(scene, run, text, key, run.root), text.source)
      run.log.narratives.set(section, insert)
      return insert
    },
    passageOn(run, record) {
      const passage = findPassage(known, record)
      if (!passage) return undefined
      const source = passageText(passage, brief.language)
      const here = { type: 'record', collection: record.collection } as const
      const faults = checkTextOn(source, here, template, parts, known)
      for (const fault of faults) report(run, fault)
      const key = `passages/${passage.id}`
      if (faults.some((one) => one.severity === 'error') || run.open.includes(key)) return undefined
      return runText(scene, run, { source, passage }, key, recordValue(record)).trim()
    },
  }
}

function insertOf(body: string, source?: SourceText): Insert {
  return { type: 'passage', body, origin: source && originOf(source) }
}

/** What a text prints; nothing, and nothing noted of it, where it may not be printed. */
function runText(
  { partials, isEarlier }: ProseScene,
  run: TemplateRun,
  { source, passage }: ProseText,
  key: string,
  context: Value,
): string {
  const { root } = run
  const row = run.row && []
  const inside: TemplateRun = { ...run, log: openLog(run.log), open: [...run.open, key], row }
  const text = compile(source)(context, { data: { run: inside, root }, partials })
  if (passage) {
    const isWhole = !inside.log.diagnostics.some(({ code }) => code === 'template/missing-value')
    if (isEarlier && !isWhole) return ''
    noteUse(inside, passage)
    const owner = { collection: 'passages', id: passage.id, field: 'text' }
    notePrintedText(inside.log.printed, owner, startOfText(source))
  }
  keepLog(inside.log)
  run.row?.push(...(row ?? []))
  return text
}

/** The text of each section that has one: the brief's, else the template's own. */
export function sectionTexts(template: Template, brief: Brief, known: Casebook): Map<string, ProseText> {
  const texts = new Map<string, ProseText>()
  for (const section of template.sections) {
    const text = narrativeOf(brief, section.id)
    const written = text !== undefined && text.trim() !== '' ? text : defaultText(section, brief)
    const passage = findRecord(known, 'passages', section.id)
    if (written === undefined) {
      if (!passage) continue
      texts.set(section.id, { source: passageText(passage, brief.language), passage })
    } else {
      texts.set(section.id, { source: sectionText(section.id, written) })
    }
  }
  return texts
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
