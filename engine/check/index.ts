/**
 * Checks, for both shells: what is wrong in a workspace, and where it stands.
 *
 * `checkWorkspace` looks at every file of a workspace, used or not, and gives one list.
 *
 * `locate` puts a place that a stage named by section, parameter or field on the lines of a brief's file, and
 * `locatePassage` one in a passage on those of the casebook.
 */

export { briefIn, casebookIn, casebookOf, checkWorkspace, type WorkspaceTexts } from './check-workspace.js'
export { locate, locateAll } from './locate.js'
export { locatePassage } from './locate-passage.js'
