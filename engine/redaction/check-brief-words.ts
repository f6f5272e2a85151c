import { type Diagnostic, placeInText, type SourceFile, startOf } from '../base/index.js'
import { briefFields, inField, parameterOf } from '../brief/index.js'
import type { Brief } from '../brief/types.js'
import { usedPartials } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { namedInternal } from './faults.js'
import type { FindTraces } from './traces.js'

/**
 * Internal records that a brief chooses or names, or that its template, layout or a partial names: a redacted
 * document would have a gap there, or give the name away.
 *
 * Errors: `redaction/chosen` at the parameter, `redaction/named` where it stands.
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
    ...[...files, ...(theme ? [theme] : [])].flatMap((file) => namesIn(file, find)),
    ...checkNarrative(brief, find),
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
    const at = own === undefined ? startOf(template.file.path) : { parameter: name }
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
  const texts = briefFields.flatMap((name) => {
    const value = name === 'narrative' ? undefined : fields[name]
    return typeof value === 'string' && name !== 'template' && name !== 'theme'
      ? [[name, value] as const]
      : []
  })
  const given: [string, string][] = template.parameters.flatMap(({ name, type }) => {
    const value = type === 'text' ? parameterOf(fields, name) : undefined
    return typeof value === 'string' ? [[name, value]] : []
  })
  return [
    ...texts.flatMap(([name, text]) =>
      find(text).map((trace) => namedInternal(trace, `the field \`${name}\` of the brief`, inField(name))),
    ),
    ...given.flatMap(([name, text]) =>
      find(text).map((trace) => namedInternal(trace, `\`${name}\``, { parameter: name })),
    ),
  ]
}

function proseOf(brief: Brief): string[] {
  return Object.values(brief.narrative)
}

function checkNarrative({ narrative }: Brief, find: FindTraces): Diagnostic[] {
  return Object.entries(narrative).flatMap(([section, text]) =>
    find(text).map((trace) =>
      namedInternal(
        trace,
        `the section \`${section}\` of the brief`,
        placeInText({ section }, text, trace.at),
      ),
    ),
  )
}

function namesIn({ path, text }: SourceFile, find: FindTraces): Diagnostic[] {
  return find(text).map((trace) =>
    namedInternal(trace, `\`${path}\``, placeInText({ file: path }, text, trace.at)),
  )
}
