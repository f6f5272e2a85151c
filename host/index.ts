/**
 * What the engine asks of a machine, on Node.
 *
 * Takes paths, gives outcomes: whatever a disk gets wrong is a `workspace/…` diagnostic. Files are written whole
 * or not at all. Documents are compiled on a thread of their own.
 */
export * from './documents/index.js'
export * from './exports/index.js'
export {
  createNodeHost,
  exportFile,
  findAppRoot,
  locateOwnFile,
  type NodeHostOptions,
  pathWithin,
  putFileNow,
  type ReadOptions,
  readTextFile,
  sweepPassingFiles,
} from './files/index.js'
export {
  exportPack,
  type ImportedPack,
  importPack,
  type MadePack,
  type PackJob,
  type PackRequest,
  type PlannedPack,
  packEnding,
  suggestPackId,
} from './packs/index.js'
export * from './pdf/index.js'
export * from './render/index.js'
export {
  briefEnding,
  type CreatedWorkspace,
  createWorkspace,
  type FoundBrief,
  type InspectedWorkspace,
  inspectWorkspace,
  type ListedTemplate,
  listBriefs,
  type Order,
  type OrderRequest,
  readWorkspace,
  readWorkspaceFiles,
  type Survey,
  type TemplateList,
  type WorkspaceFiles,
  type WorkspaceOnDisk,
} from './workspace/index.js'
