import type { SourceFile } from '../base/index.js'
import type { Casebook } from '../casebook/types.js'
import type { Protection } from '../pdf/index.js'
import type { TemplateLibrary } from '../template/types.js'

export interface Workspace {
  casebook: Casebook
  /** The texts that the casebook was read from; the dossier is cut from them. */
  sources: SourceFile[]
  library: TemplateLibrary
}

export interface CompileOptions {
  /** Pages of the wrong number, or with letters that no font has, are given all the same, and no dossier: for live previews. */
  draft?: boolean
  /** Encrypts the PDF; it then carries no dossier. */
  protection?: Protection
}
