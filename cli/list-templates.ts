import { resolve } from 'node:path'
import { type Diagnostic, unreachable } from '../engine/base/index.js'
import { textIn } from '../engine/locale/index.js'
import { findTemplate } from '../engine/template/index.js'
import type { LibraryEntry, Parameter, Template } from '../engine/template/types.js'
import { readWorkspaceFiles } from '../host/index.js'
import { failedReport, type Report } from './report.js'

interface Listed extends Pick<LibraryEntry, 'origin' | 'overrides'> {
  template: Template
}

/** `briefwright templates`. */
export function listTemplates(options: { workspace?: string }, cwd: string): Report {
  const dir = options.workspace === undefined ? undefined : resolve(cwd, options.workspace)
  const place = dir === undefined ? {} : { dir }
  const files = readWorkspaceFiles(place)
  if (!files.ok) return failedReport(files.diagnostics, dir)
  const { library } = files.value
  const diagnostics: Diagnostic[] = [...files.warnings]
  const listed: Listed[] = []
  for (const id of [...library.templates.keys()].sort()) {
    const template = findTemplate(library, id)
    diagnostics.push(...(template.ok ? template.warnings : template.diagnostics))
    const entry = library.templates.get(id)
    if (template.ok && entry) {
      listed.push({ template: template.value, origin: entry.origin, overrides: entry.overrides })
    }
  }
  return {
    isDone: diagnostics.every((one) => one.severity !== 'error'),
    diagnostics,
    lines: listed.flatMap(describe),
    facts: { templates: listed.map(factsOf) },
    ...place,
  }
}

function describe({ template, origin, overrides }: Listed): string[] {
  const where =
    origin === 'workspace' ? (overrides ? ', in place of the built-in one' : ', of this workspace') : ''
  return [
    `${template.id}  ${textIn(template.title, 'en')} (${template.languages.join(', ')}${where})`,
    ...template.parameters.map(
      (parameter) => `    --set ${parameter.name}=${sampleOf(parameter)}  ${labelOf(parameter)}`,
    ),
  ]
}

function labelOf(parameter: Parameter): string {
  return `${textIn(parameter.label, 'en')}${parameter.required ? ', required' : ''}`
}

/** What a value looks like. */
function sampleOf(parameter: Parameter): string {
  switch (parameter.type) {
    case 'record':
      return `<id in ${parameter.collection}>`
    case 'records':
      return `<ids in ${parameter.collection}, a,b>`
    case 'choice':
      return parameter.choices.map(({ value }) => value).join('|')
    case 'date':
      return '<2026-02-28>'
    case 'flag':
      return 'true|false'
    case 'text':
      return '<text>'
    default:
      return unreachable(parameter)
  }
}

/** What programs get: everything but the template's own text. */
function factsOf({ template, origin, overrides }: Listed) {
  const { body: _body, bodyLine: _line, file, ...facts } = template
  return { ...facts, file: file.path, origin, overrides }
}
