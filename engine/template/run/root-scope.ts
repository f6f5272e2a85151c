import { unreachable } from '../../base/index.js'
import { type BriefLine, briefFieldsOf, parameterOf } from '../../brief/index.js'
import type { Brief, ParameterValue } from '../../brief/types.js'
import { type Casebook, collectionNames } from '../../casebook/index.js'
import type { LocalText } from '../../locale/index.js'
import type { Parameter } from '../types.js'
import { type namesInReach, recordValue, type Scope, type Value } from '../values/index.js'
import type { TemplateInput } from './run-template.js'

/** What templates see at the top level (T5). */
export function rootScope(input: TemplateInput): Scope {
  const { brief, template, known } = input
  const names = new Map<string, Value>()
  for (const name of collectionNames) names.set(name, known.collections[name].map(recordValue))
  names.set('brief', scope('brief', briefNames(input)))
  names.set(
    'casebook',
    scope('casebook', {
      title: prose(known.title),
      description: prose(known.description),
      asOf: day(known.asOf),
    }),
  )
  names.set(
    'template',
    scope('template', {
      id: template.id,
      title: prose(template.title),
      description: prose(template.description),
      kind: template.kind,
    }),
  )
  for (const parameter of template.parameters) {
    names.set(parameter.name, parameterValue(parameter, parameterOf(brief, parameter.name), known))
  }
  return { type: 'scope', name: 'the top level', names }
}

function briefNames({ brief, template, asOf, issued }: TemplateInput) {
  const { title, ...lines } = linesOf(brief)
  return {
    title: title ?? prose(template.title),
    template: template.id,
    kind: template.kind,
    language: brief.language,
    asOf: day(asOf),
    issued: day(issued),
    ...lines,
  }
}

/** Every line that a brief can have; `undefined` where this one has it not. */
function linesOf(brief: Brief): Record<BriefLine, string | undefined> {
  return Object.fromEntries(briefFieldsOf('line').map((name) => [name, brief[name]])) as never
}

function parameterValue(parameter: Parameter, value: ParameterValue | undefined, known: Casebook): Value {
  if (value === undefined) return undefined
  switch (parameter.type) {
    case 'record': {
      const record = known.collections[parameter.collection].find((one) => one.id === value)
      return record && recordValue(record)
    }
    case 'records': {
      const ids = Array.isArray(value) ? value : [String(value)]
      return ids.flatMap((id) => {
        const record = known.collections[parameter.collection].find((one) => one.id === id)
        return record ? [recordValue(record)] : []
      })
    }
    case 'date':
      return day(String(value))
    case 'choice':
    case 'text':
    case 'flag':
      return value
    default:
      return unreachable(parameter)
  }
}

type InReach = typeof namesInReach

/** Every name that the check knows has a value, and no other. */
function scope<Name extends keyof InReach>(name: Name, names: Record<InReach[Name][number], Value>): Scope {
  return { type: 'scope', name, names: new Map(Object.entries(names)) }
}

function day(date: string): Value {
  return { type: 'date', date }
}

function prose(text: LocalText): Value {
  return { type: 'text', text }
}
