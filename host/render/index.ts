/**
 * Documents are compiled on a thread of their own, which lives long and is started before the engine is needed: this
 * loads nothing of the engine but what every stage stands on.
 */
export type { RenderJob } from './render-job.js'
export { createRenderPool, type RenderPool, type RenderPoolOptions } from './render-pool.js'
