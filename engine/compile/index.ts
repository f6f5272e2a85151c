/**
 * From casebook, templates and a brief to a document: the place to start reading.
 *
 * `compileBrief` runs every stage, each a pure function of what the last one gave; `make-pdf.ts` has them in order. It
 * takes a workspace that has been read, and gives a PDF with its page map, or everything that is wrong. Places are in
 * files of the casebook and templates, or in the brief.
 */
export { compileBrief } from './compile-brief.js'
export type { CompileOptions, Workspace } from './types.js'
