/**
 * Packs: templates with all that they need, as one file that another workspace can import (T16).
 *
 * `collectFiles` finds what templates need and `buildPack` gives the files of a pack with its manifest; `readPack`
 * takes them back, trusting nothing, and `planImport` says what importing them would do to a workspace. The files
 * are plain bytes here: zip and disk are the host's.
 */
export { buildPack } from './build-pack.js'
export { type CollectedFiles, collectFiles } from './collect-files.js'
export { type ImportTarget, planImport } from './plan-import.js'
export { readPack } from './read-pack.js'
export type { ImportEffect, ImportPlan, Pack, PackAbout, PackFile, PackKind, PlannedFile } from './types.js'
