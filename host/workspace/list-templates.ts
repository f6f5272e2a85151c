import { type Diagnostic, diagnosticsOf, type Outcome, success } from '../../engine/base/index.js'
import { findTemplate } from '../../engine/template/index.js'
import type { LibraryEntry, Template } from '../../engine/template/types.js'
import type { ReadOptions } from '../files/index.js'
import { readWorkspaceFiles } from './read-workspace.js'

export interface ListedTemplate extends Pick<LibraryEntry, 'origin' | 'overrides'> {
  template: Template
}

/** The templates of a workspace that can be read, by their ids, and what is wrong with the others. */
export interface TemplateList {
  listed: ListedTemplate[]
  diagnostics: Diagnostic[]
}

/** Reads every template of a workspace. Runs on the worker, under its guard of time and memory. */
export function listTemplates(place: ReadOptions): Outcome<TemplateList> {
  const files = readWorkspaceFiles(place)
  if (!files.ok) return files
  const { library } = files.value
  const found = [...library.templates].sort(([one], [other]) => (one < other ? -1 : 1))
  const read = found.map(([id, entry]) => ({ entry, template: findTemplate(library, id) }))
  return success(
    {
      listed: read.flatMap(({ entry: { origin, overrides }, template }) =>
        template.ok ? [{ template: template.value, origin, overrides }] : [],
      ),
      diagnostics: read.flatMap(({ template }) => diagnosticsOf(template)),
    },
    files.warnings,
  )
}
