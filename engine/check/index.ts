/**
 * Checks, for both shells: where what is wrong stands.
 *
 * `locate` puts a place that a stage named by section, parameter or field on the lines of a brief's file, and
 * `locatePassage` one in a passage on those of the casebook.
 */

export { locate, locateAll } from './locate.js'
export { locatePassage } from './locate-passage.js'
