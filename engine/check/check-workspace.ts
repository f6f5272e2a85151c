import {
  type Diagnostic,
  diagnosticsOf,
  type FileDiagnostic,
  fewFaults,
  keptWith,
  type SourceFile,
  startOf,
  withoutRepeats,
} from '../base/index.js'
import { parseBrief } from '../brief/index.js'
import { type Casebook, parseCasebook } from '../casebook/index.js'
import { checkEvidence } from '../evidence/index.js'
import {
  checkBrief,
  checkNarrative,
  checkPassages,
  checkTemplate,
  checkUnusedParts,
  findTemplate,
  templateOf,
  unknownEntry,
} from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { themeIn } from '../theme/index.js'
import { locateAll } from './locate.js'
import { locatePassage } from './locate-passage.js'

/** The files of a workspace, but for its briefs. */
export interface WorkspaceTexts {
  /** Left out where one of them cannot be read: the others would look wrong without it. */
  casebook?: SourceFile[]
  library: TemplateLibrary
}

/**
 * Everything that is wrong in a workspace before a document is made of it: in its casebook, evidence included, its
 * templates, layouts, partials and themes, whether a brief uses them or not, and in its briefs. What only a document
 * shows (what it prints beyond its sources, how long it is) is not among it.
 *
 * `texts` is looked at once as long as it lives, and so is each brief in it. Without a casebook that can be read,
 * templates and briefs are only read themselves.
 */
export function checkWorkspace(texts: WorkspaceTexts, briefs: readonly SourceFile[]): FileDiagnostic[] {
  const own = briefs.flatMap((file) => faultsOfBrief(texts)(file))
  return withoutRepeats([...faultsOfTexts(texts), ...own])
}

/** The casebook of a workspace, read once as long as the list of its files lives. */
export function casebookOf({ casebook }: WorkspaceTexts): Casebook | undefined {
  const read = casebook && casebookIn(casebook)
  return read?.ok ? read.value : undefined
}

/** A casebook's files, read once as long as their list lives. */
export const casebookIn = keptWith(parseCasebook)

/** A brief's file, read once as long as it lives. */
export const briefIn = keptWith(parseBrief)

const faultsOfTexts = keptWith((texts: WorkspaceTexts): FileDiagnostic[] => {
  const { library } = texts
  const outcome = texts.casebook && casebookIn(texts.casebook)
  const casebook = casebookOf(texts)
  const templates = [...library.templates.keys()].map((id) => findTemplate(library, id))
  const read = templates.flatMap((template) => (template.ok ? [template.value] : []))
  const found: Diagnostic[] = [
    ...(outcome ? diagnosticsOf(outcome) : []),
    ...(casebook ? fewFaults(checkEvidence(casebook), 'evidence') : []),
    ...templates.flatMap(diagnosticsOf),
    ...read.flatMap((template) => [
      ...(casebook ? checkTemplate(template, library, casebook) : []),
      ...checkThemeOf(template, library),
    ]),
    ...(casebook ? checkUnusedParts(library, casebook) : []),
    ...[...library.themes.values()].flatMap(({ file }) => diagnosticsOf(themeIn(file))),
  ]
  return [...locateAll(found, undefined), ...(casebook ? faultsOfPassages(texts, casebook) : [])]
})

function checkThemeOf({ page, file }: Template, { themes }: TemplateLibrary): Diagnostic[] {
  if (themes.has(page.theme)) return []
  return [{ ...unknownEntry('theme', page.theme, [...themes.keys()]), at: startOf(file.path) }]
}

function faultsOfPassages(texts: WorkspaceTexts, casebook: Casebook): FileDiagnostic[] {
  return casebook.languages.flatMap((language) =>
    checkPassages(casebook, texts.library, language).map(({ at, ...one }) => {
      if (!at || !('passage' in at || 'file' in at)) return one
      return { ...one, at: 'file' in at ? at : locatePassage(at, texts.casebook ?? [], language) }
    }),
  )
}

/** What is wrong with a brief of a workspace; a brief that is read anew is another file. */
const faultsOfBrief = keptWith((texts: WorkspaceTexts) =>
  keptWith((file: SourceFile): FileDiagnostic[] => {
    const brief = briefIn(file)
    if (!brief.ok) return locateAll(brief.diagnostics, file)
    const { library } = texts
    const template = templateOf(brief.value, library)
    const casebook = casebookOf(texts)
    const within =
      template.ok && casebook
        ? [
            ...checkBrief(brief.value, template.value, casebook),
            ...checkNarrative(brief.value, template.value, library, casebook),
          ]
        : diagnosticsOf(template)
    return locateAll([...brief.warnings, ...within], file)
  }),
)
