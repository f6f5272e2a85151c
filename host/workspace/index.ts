/**
 * Workspaces: folders of plain files, read for the engine as text, made, and their briefs saved.
 */
export { briefEnding, listBriefs } from './briefs.js'
export { type CreatedWorkspace, createWorkspace } from './create-workspace.js'
export { type FoundBrief, type InspectedWorkspace, inspectWorkspace } from './inspect-workspace.js'
export { type ListedTemplate, listTemplates, type TemplateList } from './list-templates.js'
export { type Order, type OrderRequest, readOrder } from './read-order.js'
export {
  readWorkspace,
  readWorkspaceFiles,
  type WorkspaceFiles,
  type WorkspaceOnDisk,
} from './read-workspace.js'
export { type Survey, surveyWorkspace } from './survey-workspace.js'
export { isReadableFolder, readCasebookFiles, readLibrary } from './workspace-files.js'
