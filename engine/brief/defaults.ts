import type { Template } from '../template/types.js'
import type { Brief } from './types.js'

/** The brief with the template's defaults for every parameter that it does not give. */
export function withDefaults(brief: Brief, template: Template): Brief {
  const parameters = { ...brief.parameters }
  for (const parameter of template.parameters) {
    if (parameters[parameter.name] !== undefined) continue
    if (parameter.default !== undefined) parameters[parameter.name] = parameter.default
  }
  return { ...brief, parameters }
}
