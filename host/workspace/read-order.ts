import { type Outcome, type SourceFile, success } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { templateOf } from '../../engine/template/index.js'
import type { Template } from '../../engine/template/types.js'
import { type ReadOptions, readTextFile } from '../files/index.js'
import { readWorkspaceFiles } from './read-workspace.js'

/** What a document is asked for with: a brief in a file, or nothing but a template. */
export interface OrderRequest extends ReadOptions {
  /** Absolute path of the brief's file, and the path as its author knows it. */
  file?: { path: string; shown: string }
  /** Id of the template, where there is no file. */
  template?: string
}

export interface Order {
  brief: Brief
  /** What is wrong with it is a fault of the brief, to be placed in its file. */
  template: Outcome<Template>
  /** None for a template. */
  file?: SourceFile
}

/**
 * Reads what a document is to be made from. Fails with what is wrong with the workspace's files, or the brief's. Runs on
 * the worker, under its guard of time and memory.
 */
export function readOrder({ file, template = '', ...place }: OrderRequest): Outcome<Order> {
  const files = readWorkspaceFiles(place)
  if (!files.ok) return files
  const source = file && readTextFile(file.path, file.shown)
  if (source && !source.ok) return source
  const brief = source
    ? parseBrief(source.value)
    : success<Brief>({ template, language: 'en', parameters: {}, narrative: {} })
  if (!brief.ok) return brief
  const order = { brief: brief.value, template: templateOf(brief.value, files.value.library) }
  return success({ ...order, file: source?.value }, brief.warnings)
}
