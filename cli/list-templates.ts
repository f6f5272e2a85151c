import { unreachable } from '../engine/base/index.js'
import { textIn } from '../engine/locale/index.js'
import type { Parameter } from '../engine/template/types.js'
import type { ListedTemplate, RenderPool } from '../host/index.js'
import { givenWorkspace } from './given-path.js'
import { failedReport, type Report } from './report.js'

/** `briefwright templates`. */
export async function listTemplates(
  options: { workspace?: string },
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const dir = givenWorkspace(cwd, options)
  const found = await pool.listTemplates({ dir })
  if (!found.ok) return failedReport(found.diagnostics, dir)
  const { listed } = found.value
  const diagnostics = [...found.warnings, ...found.value.diagnostics]
  return {
    isDone: diagnostics.every((one) => one.severity !== 'error'),
    diagnostics,
    lines: listed.flatMap(describe),
    facts: { templates: listed.map(factsOf) },
    dir,
  }
}

function describe({ template, origin, overrides }: ListedTemplate): string[] {
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
function factsOf({ template, origin, overrides }: ListedTemplate) {
  const { body: _body, bodyLine: _line, file, ...facts } = template
  return { ...facts, file: file.path, origin, overrides }
}
