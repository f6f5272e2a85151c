/**
 * Packs as files: zipped, unzipped within bounds, and imported whole or not at all. `makePack` and `planPack` run on the
 * worker.
 */
export { exportPack, packEnding, suggestPackId } from './export-pack.js'
export { type ImportedPack, importPack } from './import-pack.js'
export { type MadePack, makePack, type PackRequest } from './make-pack.js'
export { type PackJob, type PlannedPack, planPack } from './plan-pack.js'
