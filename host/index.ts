/**
 * What the engine asks of a machine, on Node.
 *
 * Takes paths, gives outcomes: whatever a disk gets wrong is a `workspace/…` diagnostic. Files are written whole
 * or not at all. Documents are compiled on a thread of their own.
 */
export { findAppRoot } from './app-root.js'
export { briefEnding, listBriefs, readBrief, saveBrief } from './briefs.js'
export { type CreatedWorkspace, createWorkspace } from './create-workspace.js'
export { exportFile } from './export-file.js'
export { exportPack, packEnding, suggestPackId } from './export-pack.js'
export { type ImportedPack, importPack } from './import-pack.js'
export { locateFile, type ReadOptions } from './locate-file.js'
export { type CopiesMade, type MadeCopy, makeCopies } from './make-copies.js'
export type { MadePack, PackRequest } from './make-pack.js'
export { makeProtection } from './make-protection.js'
export { createNodeHost, type NodeHostOptions } from './node-host.js'
export { type OpenedPdf, openPdf, type RestoredWorkspace, restoreWorkspace } from './open-dossier.js'
export type { PackJob, PlannedPack } from './plan-pack.js'
export { createPdfReader, type PdfReader } from './read-pdf.js'
export { readTextFile } from './read-text-file.js'
export {
  type OpenWorkspace,
  readWorkspace,
  readWorkspaceFiles,
  type WorkspaceFiles,
} from './read-workspace.js'
export type { RenderJob } from './render-job.js'
export { createRenderPool, type RenderPool, type RenderPoolOptions } from './render-pool.js'
export { type Verdict, verifyPdf } from './verify-pdf.js'
