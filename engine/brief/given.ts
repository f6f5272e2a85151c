import type { Brief, ParameterValue } from './types.js'

/** What a brief itself gives for a parameter; a name like `constructor` is a name like any other. */
export function parameterOf(
  { parameters }: Pick<Brief, 'parameters'>,
  name: string,
): ParameterValue | undefined {
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined
}

/** What a brief itself says in a section. */
export function narrativeOf({ narrative }: Pick<Brief, 'narrative'>, id: string): string | undefined {
  return Object.hasOwn(narrative, id) ? narrative[id] : undefined
}
