import { type Diagnostic, nearest } from '../../base/index.js'
import { inField, narrativeOf, parameterOf, startOfSection } from '../../brief/index.js'
import type { Brief, ParameterValue } from '../../brief/types.js'
import type { Casebook, CollectionName } from '../../casebook/index.js'
import { isDay, textIn } from '../../locale/index.js'
import { withDefaults } from '../parse/index.js'
import type { Parameter, Template } from '../types.js'

/**
 * Whether a brief gives its template what it asks for. Values that are left out count as the template's defaults.
 *
 * Errors: `brief/unknown-parameter`, `brief/missing-parameter`, `brief/parameter-type`, `brief/unknown-record`,
 * `brief/unknown-choice`, `brief/unknown-section`, `brief/missing-narrative`. Warnings: `brief/language`,
 * `brief/long-narrative`. Each is placed in the parameter, section or field that it is about.
 */
export function checkBrief(given: Brief, template: Template, casebook: Casebook): Diagnostic[] {
  const brief = withDefaults(given, template, casebook)
  return [
    ...checkLanguage(brief, template),
    ...Object.keys(given.parameters).flatMap((name) => placedAt(name, checkDeclared(name, template))),
    ...template.parameters.flatMap((parameter) =>
      placedAt(parameter.name, checkParameter(parameter, brief, casebook)),
    ),
    ...checkNarrative(brief, template),
  ]
}

function placedAt(name: string, diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.map((one) => ({ ...one, at: { parameter: name } }))
}

function checkLanguage({ language }: Brief, template: Template): Diagnostic[] {
  if (template.languages.includes(language)) return []
  return [
    {
      ...warning('brief/language', `the template \`${template.id}\` is not made for \`${language}\``, [
        `it is made for: ${template.languages.join(', ')}`,
      ]),
      at: inField('language'),
    },
  ]
}

function checkDeclared(name: string, template: Template): Diagnostic[] {
  const known = template.parameters.map((parameter) => parameter.name)
  if (known.includes(name)) return []
  const listed = known.length > 0 ? [`there are: ${known.join(', ')}`] : ['the template has no parameters']
  return [
    error(
      'brief/unknown-parameter',
      `no parameter \`${name}\` in \`${template.id}\``,
      guess(name, known) ?? listed,
    ),
  ]
}

function checkParameter(parameter: Parameter, brief: Brief, casebook: Casebook): Diagnostic[] {
  const value = parameterOf(brief, parameter.name)
  const { name } = parameter
  if (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0 && parameter.required)
  ) {
    if (!parameter.required) return []
    const label = textIn(parameter.label, brief.language)
    return [
      error('brief/missing-parameter', `the parameter \`${name}\` (${label}) is not given`, [
        howToGive(parameter),
      ]),
    ]
  }
  switch (parameter.type) {
    case 'record':
      return typeof value === 'string'
        ? checkRecord(name, value, parameter.collection, casebook)
        : [wrongType(name, value, `the id of a record of \`${parameter.collection}\``)]
    case 'records': {
      if (typeof value === 'boolean')
        return [wrongType(name, value, `a list of ids of \`${parameter.collection}\``)]
      const ids = Array.isArray(value) ? value : [value]
      return [
        ...ids.flatMap((id) => checkRecord(name, id, parameter.collection, casebook)),
        ...checkCount(parameter, ids.length),
      ]
    }
    case 'choice': {
      const known = parameter.choices.map((choice) => choice.value)
      if (typeof value === 'string' && known.includes(value)) return []
      return [
        error(
          'brief/unknown-choice',
          `found \`${String(value)}\` for \`${name}\`, expected ${known.map((one) => `\`${one}\``).join(' or ')}`,
          guess(String(value), known) ?? [],
        ),
      ]
    }
    case 'text':
      if (typeof value !== 'string') return [wrongType(name, value, 'text')]
      if (parameter.maxLength !== undefined && value.length > parameter.maxLength) {
        return [
          warning(
            'brief/long-text',
            `\`${name}\` has ${value.length} characters, at most ${parameter.maxLength} fit`,
            ['shorten it'],
          ),
        ]
      }
      return []
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? []
        : [wrongType(name, value, 'a day of the calendar like 2026-02-03')]
    case 'flag':
      return typeof value === 'boolean' ? [] : [wrongType(name, value, '`true` or `false`')]
  }
}

function checkRecord(name: string, id: string, collection: CollectionName, casebook: Casebook): Diagnostic[] {
  const known = casebook.collections[collection].map((record) => record.id)
  if (known.includes(id)) return []
  return [
    error(
      'brief/unknown-record',
      `no record \`${id}\` in \`${collection}\`, which \`${name}\` names`,
      guess(id, known) ?? [`there are: ${known.slice(0, 12).join(', ')}${known.length > 12 ? '…' : ''}`],
    ),
  ]
}

function checkCount(parameter: Extract<Parameter, { type: 'records' }>, count: number): Diagnostic[] {
  const { name, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = parameter
  if (count < atLeast)
    return [
      error('brief/too-few', `\`${name}\` has ${count} records, expected at least ${atLeast}`, [
        'choose more',
      ]),
    ]
  if (count > atMost)
    return [
      error('brief/too-many', `\`${name}\` has ${count} records, expected at most ${atMost}`, [
        'choose fewer',
      ]),
    ]
  return []
}

function checkNarrative(brief: Brief, template: Template): Diagnostic[] {
  const known = template.sections.map((section) => section.id)
  const unknown = Object.keys(brief.narrative)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      ...error(
        'brief/unknown-section',
        `no section \`${id}\` in \`${template.id}\``,
        guess(id, known) ?? [`there are: ${known.join(', ')}`],
      ),
      at: startOfSection(id),
    }))
  return [
    ...unknown,
    ...template.sections.flatMap((section): Diagnostic[] => {
      const at = startOfSection(section.id)
      const text = narrativeOf(brief, section.id)?.trim() ?? ''
      if (text === '') {
        if (!section.required || section.default !== undefined) return []
        const title = textIn(section.title, brief.language)
        return [
          {
            ...error('brief/missing-narrative', `the section \`${section.id}\` (${title}) is empty`, [
              'write its text',
            ]),
            at,
          },
        ]
      }
      const count = countWords(text)
      if (section.maxWords === undefined || count <= section.maxWords) return []
      return [
        {
          ...warning(
            'brief/long-narrative',
            `the section \`${section.id}\` has ${count} words, at most ${section.maxWords} are asked for`,
            ['shorten it'],
          ),
          at,
        },
      ]
    }),
  ]
}

/** Words as a reader counts them: a tag is one word, marks of Markdown are none. */
function countWords(text: string): number {
  return text
    .replace(/\{\{[^}]*\}\}/g, 'x')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function howToGive(parameter: Parameter): string {
  return `add \`${parameter.name}: …\` under \`parameters\``
}

function wrongType(name: string, value: ParameterValue, expected: string): Diagnostic {
  const found = Array.isArray(value) ? 'a list' : `\`${String(value)}\``
  return error('brief/parameter-type', `found ${found} for \`${name}\`, expected ${expected}`, [
    `give ${expected}`,
  ])
}

function guess(word: string, known: string[]): string[] | undefined {
  const near = nearest(word, known)
  return near === undefined ? undefined : [`did you mean \`${near}\`?`]
}

function error(code: string, message: string, hints: string[]): Diagnostic {
  return { severity: 'error', code, message, hints }
}

function warning(code: string, message: string, hints: string[]): Diagnostic {
  return { severity: 'warning', code, message, hints }
}
