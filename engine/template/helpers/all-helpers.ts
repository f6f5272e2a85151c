import { apparatusHelpers } from './apparatus.js'
import { blockHelpers } from './blocks.js'
import { changeHelpers } from './changes.js'
import { fieldNameHelpers } from './field-names.js'
import { figureHelpers } from './figures.js'
import { flowHelpers } from './flow.js'
import { gatheringHelpers } from './gathering.js'
import type { Helper } from './helper.js'
import { logicHelpers } from './logic.js'
import { queryHelpers } from './query.js'
import { tableHelpers } from './tables.js'
import { textHelpers } from './text.js'

/** Every helper of the template language by name, in the order of the reference (T13). */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  [
    ...textHelpers,
    ...queryHelpers,
    ...changeHelpers,
    ...fieldNameHelpers,
    ...gatheringHelpers,
    ...logicHelpers,
    ...flowHelpers,
    ...blockHelpers,
    ...tableHelpers,
    ...figureHelpers,
    ...apparatusHelpers,
  ].map((helper) => [helper.name, helper]),
)
