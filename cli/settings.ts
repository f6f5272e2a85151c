import type { ParameterValue } from '../engine/brief/types.js'
import type { Parameter, Template } from '../engine/template/types.js'

/** One `--set name=value`. */
export interface Setting {
  name: string
  value: string
}

/**
 * The values that settings give to a template's parameters, each in the parameter's own shape.
 *
 * A value that does not fit its parameter, or a name that is no parameter, is passed on as the text it is:
 * the engine checks briefs, from a file and from here alike.
 */
export function valuesOf(settings: Setting[], template: Template): Record<string, ParameterValue> {
  const shapes = new Map(template.parameters.map((parameter) => [parameter.name, parameter.type]))
  return Object.fromEntries(settings.map(({ name, value }) => [name, valueFor(shapes.get(name), value)]))
}

function valueFor(type: Parameter['type'] | undefined, value: string): ParameterValue {
  if (type === 'records') {
    return value
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '')
  }
  if (type === 'flag' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
