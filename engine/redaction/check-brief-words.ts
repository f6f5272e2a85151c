import type { Diagnostic, Place, SourceFile } from '../base/index.js'
import { parameterOf } from '../brief/index.js'
import type { Brief } from '../brief/types.js'
import { usedPartials } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { namedInternal, placeAt } from './faults.js'
import type { FindTraces } from './traces.js'

/**
 * Internal records that a brief chooses or names, or that its template, layout or a partial names: a redacted
 * document would have a gap there, or give the name away.
 *
 * Errors: `redaction/chosen` at `parameters/<name>`, `redaction/named` at its place. Those of a brief's other
 * fields have no place; the message says which field.
 */
export function checkBriefWords(
  brief: Brief,
  template: Template,
  library: TemplateLibrary,
  leftOut: ReadonlySet<string>,
  find: FindTraces,
): Diagnostic[] {
  const layout = template.layout === undefined ? undefined : library.layouts.get(template.layout)?.file
  const theme = library.themes.get(brief.theme ?? template.page.theme)?.file
  const texts = [template.file, ...(layout ? [layout] : [])]
  const files = [...texts, ...usedPartials(library, [...texts.map(({ text }) => text), ...proseOf(brief)])]
  return [
    ...checkChoices(brief, template, leftOut),
    ...checkFields(brief, template, find),
    ...[...files, ...(theme ? [theme] : []), ...narrativeFiles(brief)].flatMap((file) => namesIn(file, find)),
  ]
}

function checkChoices(brief: Brief, template: Template, leftOut: ReadonlySet<string>): Diagnostic[] {
  return template.parameters.flatMap((parameter): Diagnostic[] => {
    if (parameter.type !== 'record' && parameter.type !== 'records') return []
    const { name, collection } = parameter
    const own = parameterOf(brief, name)
    const given = own ?? parameter.default
    if (given === 'featured') return []
    const ids = [given ?? []].flat().filter((id): id is string => typeof id === 'string')
    const at: Place =
      own === undefined
        ? { file: template.file.path, line: 1, column: 1 }
        : { file: `parameters/${name}`, line: 1, column: 1 }
    return ids
      .filter((id) => leftOut.has(`${collection}/${id}`))
      .map((id) => ({
        severity: 'error',
        code: 'redaction/chosen',
        message: `\`${name}\` chooses \`${id}\`, an internal record that a redacted document does without`,
        hints: ['choose another record', 'or export it without redaction, for those who may read it'],
        at,
      }))
  })
}

function checkFields({ narrative: _, ...fields }: Brief, template: Template, find: FindTraces): Diagnostic[] {
  const texts: [string, string][] = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'template' && name !== 'theme' ? [[name, value]] : [],
  )
  const given: [string, string][] = template.parameters.flatMap(({ name, type }) => {
    const value = type === 'text' ? parameterOf(fields, name) : undefined
    return typeof value === 'string' ? [[name, value]] : []
  })
  return [
    ...texts.flatMap(([name, text]) =>
      find(text).map((trace) => namedInternal(trace, `the field \`${name}\` of the brief`)),
    ),
    ...given.flatMap(([name, text]) =>
      find(text).map((trace) =>
        namedInternal(trace, `\`${name}\``, { file: `parameters/${name}`, line: 1, column: 1 }),
      ),
    ),
  ]
}

function proseOf(brief: Brief): string[] {
  return Object.values(brief.narrative)
}

function narrativeFiles({ narrative }: Brief): SourceFile[] {
  return Object.entries(narrative).map(([id, text]) => ({ path: `narrative/${id}`, text }))
}

function namesIn({ path, text }: SourceFile, find: FindTraces): Diagnostic[] {
  return find(text).map((trace) => namedInternal(trace, `\`${path}\``, placeAt(path, text, trace.at)))
}
