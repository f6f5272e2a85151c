/**
 * The document: what is said, in which order and in what role.
 *
 * `buildModel` runs a template for a brief and turns its Markdown into nodes, with citations, tables and headings
 * numbered in reading order. It promises that every source list is complete and every heading id unique.
 */

import { type Diagnostic, type FilePlace, type Outcome, placeKey, settle } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import {
  asDiagnostic,
  type Casebook,
  type CasebookRecord,
  collectionNames,
  knownOn,
} from '../casebook/index.js'
import type { Block, DocumentModel, DraftNote, Inline } from '../document/index.js'
import { contentOf, inlinesIn, textOf, visitBlocks } from '../document/index.js'
import type { Atlas } from '../figures/index.js'
import { type IsoDate, phrase, textIn, typeset } from '../locale/index.js'
import { checkBrief, runTemplate, withDefaults } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { checkNesting } from './check-nesting.js'
import { findLaterRecords } from './later-records.js'
import { readBlocks } from './markdown/read-blocks.js'
import { numberDocument } from './numbering/number-document.js'

export { parseMarkdown } from './markdown/parse-markdown.js'

export interface ModelInput {
  casebook: Casebook
  library: TemplateLibrary
  template: Template
  brief: Brief
  /** The day of issue of a brief that gives none. */
  today: IsoDate
  /** What maps are drawn from, read when the first of them is. */
  atlas?: () => Outcome<Atlas>
  /** Told of each record that the template reads or prints. */
  onUse?: (record: CasebookRecord) => void
}

export function buildModel(input: ModelInput): Outcome<DocumentModel> {
  const { casebook, library, template, today } = input
  const diagnostics: Diagnostic[] = checkBrief(input.brief, template, casebook)
  if (diagnostics.some((one) => one.severity === 'error')) return settle(undefined as never, diagnostics)
  const asOf = input.brief.asOf ?? casebook.asOf
  const known = knownOn(casebook, asOf)
  const brief = withDefaults(input.brief, template, known)
  const later = findLaterRecords(casebook, known, template.parameters, brief.parameters)
  diagnostics.push(...later.flatMap((finding) => asDiagnostic(finding, casebook.evidence)))
  const issued = brief.issued ?? today
  const run = runTemplate({
    known,
    casebook,
    library,
    template,
    brief,
    asOf,
    issued,
    atlas: input.atlas,
  })
  diagnostics.push(...run.diagnostics)
  for (const record of run.used) input.onUse?.(record)
  if (diagnostics.some((one) => one.severity === 'error')) return settle(undefined as never, diagnostics)

  const { language } = brief
  const notes: DraftNote[] = []
  const drafted = readBlocks(run.marked.text, {
    marked: run.marked,
    language,
    diagnostics,
    locate: (words) => locate(template, words),
    notes,
  })
  diagnostics.push(...checkNesting(drafted))
  if (diagnostics.some((one) => one.code === 'model/too-large'))
    return settle(undefined as never, diagnostics)
  const draft = { blocks: drafted, notes, acronyms: run.marked.acronyms }
  const numbered = numberDocument(draft, known, language)
  diagnostics.push(...numbered.diagnostics)
  const { blocks, footnotes } = numbered
  const spaced = (text: string) => typeset(text, language)
  const masthead = blocks.find((block) => block.type === 'masthead')
  const title = spaced(brief.title ?? (masthead ? textOf(masthead.title) : textIn(template.title, language)))
  return settle(
    {
      language,
      title,
      subject: spaced(textIn(template.description, language)),
      author: brief.from ?? brief.contact ?? '',
      keywords: keywordsOf(blocks, known, language),
      issued,
      asOf,
      page: {
        ...template.page,
        size: brief.size ?? template.page.size,
        theme: brief.theme || template.page.theme,
      },
      marking: brief.marking
        ? {
            text: spaced(brief.marking),
            caveat: brief.caveat ? spaced(brief.caveat) : undefined,
          }
        : undefined,
      ...protectionOf(brief),
      footer: title,
      blocks,
      footnotes: footnotes.length > 0 ? footnotes : undefined,
    },
    diagnostics,
  )
}

/** The words of a watermark and of a numbered copy. */
function protectionOf({ watermark, copy, language }: Brief): Pick<DocumentModel, 'watermark' | 'notice'> {
  const text = watermark === 'draft' ? phrase('draft', language) : watermark && typeset(watermark, language)
  const numbers = copy && { number: copy.number, copies: copy.of }
  const label = copy && [phrase('copy-of', language, numbers), typeset(copy.recipient, language)]
  const notice = [text ?? [], label ?? []].flat()
  return {
    watermark: text || undefined,
    notice: notice.length > 0 ? notice.join(' · ') : undefined,
  }
}

/** Names of the deals, assets, minerals and actors that the document speaks of: those whose file lines it prints. */
function keywordsOf(blocks: Block[], casebook: Casebook, language: DocumentModel['language']): string[] {
  const places = new Set<string>()
  const collect = (inline: Inline): void => {
    if (inline.type === 'text' && inline.from) places.add(placeKey(inline.from))
    contentOf(inline).forEach(collect)
  }
  visitBlocks(blocks, (block) => {
    inlinesIn(block).forEach(collect)
    if (block.type === 'table') for (const row of block.rows) if (row.from) places.add(placeKey(row.from))
  })
  const words = collectionNames.flatMap((name) => {
    if (name !== 'deals' && name !== 'assets' && name !== 'minerals' && name !== 'actors') return []
    return casebook.collections[name].flatMap((record) => {
      const title = record.fields.name
      const isUsed =
        places.has(placeKey(record.at)) ||
        Object.values(record.fields).some(
          (field) => field.kind === 'claim' && places.has(placeKey(field.claim.at)),
        )
      return isUsed && title?.kind === 'text' ? [textIn(title.text, language)] : []
    })
  })
  return [...new Set(words)]
}

/** The first line of the template that has `words`, for faults that are seen only in what it printed. */
function locate(template: Template, words: string): FilePlace {
  const lines = template.body.split('\n')
  const found = words === '' ? -1 : lines.findIndex((line) => line.includes(words.split('\n')[0] ?? words))
  const column = found < 0 ? 1 : (lines[found]?.indexOf(words.split('\n')[0] ?? words) ?? 0) + 1
  return { file: template.file.path, line: template.bodyLine + Math.max(0, found), column }
}
