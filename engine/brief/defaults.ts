import type { Casebook } from '../casebook/index.js'
import type { Parameter, Template } from '../template/types.js'
import { parameterOf } from './given.js'
import type { Brief, ParameterValue } from './types.js'

/** The brief with the template's defaults for every parameter that it does not give. */
export function withDefaults(brief: Brief, template: Template, casebook: Casebook): Brief {
  const parameters = { ...brief.parameters }
  for (const parameter of template.parameters) {
    if (parameterOf(brief, parameter.name) !== undefined) continue
    const value = defaultOf(parameter, casebook)
    if (value !== undefined) parameters[parameter.name] = value
  }
  return { ...brief, parameters }
}

/**
 * What a parameter is when a brief does not give it. `featured` stands for the records that the casebook features,
 * so that a template need not know which records there are; for one record, for the first of them.
 */
export function defaultOf(parameter: Parameter, casebook: Casebook): ParameterValue | undefined {
  if (parameter.type !== 'record' && parameter.type !== 'records') return parameter.default
  if (parameter.default !== 'featured') return parameter.default
  const featured = casebook.featured[parameter.collection] ?? []
  if (parameter.type === 'record') return featured[0] ?? casebook.collections[parameter.collection][0]?.id
  return featured.slice(0, parameter.atMost)
}
