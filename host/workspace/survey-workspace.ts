import { type FileDiagnostic, type Outcome, type SourceFile, success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { briefIn } from '../../engine/check/index.js'
import { findTemplate } from '../../engine/template/index.js'
import type { ReadOptions } from '../files/index.js'
import { inspectWorkspace } from './inspect-workspace.js'

/** What a command line tells of a workspace that was checked, and the documents that it can still be asked for. */
export interface Survey {
  counts: { files: number; templates: number; briefs: number }
  /** Every template in every language that it has, and every brief that can be read; none without a casebook. */
  documents: { brief: Brief; file?: SourceFile }[]
  diagnostics: FileDiagnostic[]
}

/**
 * Checks every file of a workspace. Runs on the worker, under its guard of time and memory.
 */
export function surveyWorkspace(place: ReadOptions): Outcome<Survey> {
  const { casebook, casebookFiles, library, briefs, diagnostics } = inspectWorkspace(place)
  const counts = { files: casebookFiles.length, templates: library.templates.size, briefs: briefs.length }
  const ofTemplates = [...library.templates.keys()].flatMap((id) => {
    const template = findTemplate(library, id)
    const languages = template.ok ? template.value.languages : []
    return languages.map((language) => ({ brief: { template: id, language, parameters: {}, narrative: {} } }))
  })
  const ofBriefs = briefs.flatMap(({ file }) => {
    const brief = file && briefIn(file)
    return brief?.ok ? [{ brief: brief.value, file }] : []
  })
  return success({ counts, documents: casebook ? [...ofTemplates, ...ofBriefs] : [], diagnostics })
}
