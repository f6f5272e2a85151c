/**
 * The helpers of the template language, each a record in a table: how it is written, what it takes, what it does.
 *
 * Checks, the reference and the completion of the editor are made from the same records (T13).
 */
export { helpers } from './all-helpers.js'
export type { Call, Helper, Kind } from './helper.js'
export { alignments } from './tables.js'
export { figureHelpers } from './text.js'
