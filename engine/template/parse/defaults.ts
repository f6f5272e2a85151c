import { parameterOf } from '../../brief/index.js'
import type { Brief, ParameterValue } from '../../brief/types.js'
import type { Casebook } from '../../casebook/index.js'
import type { Parameter, Template } from '../types.js'

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
 * so that a template need not know which records there are; for one record, for the first of them. Where a list must
 * have some and none is featured, it is the first records that there are.
 */
export function defaultOf(parameter: Parameter, casebook: Casebook): ParameterValue | undefined {
  if (parameter.type !== 'record' && parameter.type !== 'records') return parameter.default
  if (parameter.default !== 'featured') return parameter.default
  const featured = casebook.featured[parameter.collection] ?? []
  const all = casebook.collections[parameter.collection]
  if (parameter.type === 'record') return featured[0] ?? all[0]?.id
  if (featured.length > 0) return featured.slice(0, parameter.atMost)
  return all.slice(0, parameter.atLeast ?? 0).map((record) => record.id)
}
