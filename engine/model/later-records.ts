import type { Finding } from '../casebook/index.js'
import { type Casebook, findRecord } from '../casebook/index.js'
import type { Parameter } from '../template/types.js'

/** The records that a brief asks for and that nobody knew of on its date; `known` is the casebook of that day. */
export function findLaterRecords(
  casebook: Casebook,
  known: Casebook,
  parameters: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
): Finding[] {
  return parameters.flatMap((parameter): Finding[] => {
    if (parameter.type !== 'record' && parameter.type !== 'records') return []
    const { name, collection } = parameter
    return [given[name]]
      .flat()
      .filter((id) => typeof id === 'string')
      .filter((id) => findRecord(casebook, collection, id) && !findRecord(known, collection, id))
      .map((id) => ({
        rule: 'as-of-leak',
        message: `nobody knew of \`${id}\`, which \`${name}\` names, on ${known.asOf}, so nothing of it is printed`,
        hints: ['choose another record', 'or give the brief a later as-of date'],
        at: { parameter: name },
      }))
  })
}
