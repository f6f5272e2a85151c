import type { SourceFile } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import type { Casebook } from '../casebook/types.js'
import type { TemplateLibrary } from '../template/types.js'

/** How an attachment stands to the document that carries it, in the words of ISO 32000-2, 7.11.3. */
export type Relationship = 'Source' | 'Data' | 'Supplement'

/** A file and its path in a workspace, with `/`. */
export interface StoredFile {
  path: string
  bytes: Uint8Array
}

/** A file as a PDF carries it. */
export interface Attachment extends StoredFile {
  /** MIME type. */
  type: string
  /** For people who look at the list of attachments. */
  description: string
  relationship: Relationship
}

/** What a document was made from, taken out of it and found to be as its manifest says. */
export interface Dossier {
  /** As the PDF holds them, the manifest aside. */
  files: StoredFile[]
  /** Path of the brief's file. */
  briefPath: string
  brief: Brief
  casebook: Casebook
  /** The texts that the casebook was read from. */
  sources: SourceFile[]
  library: TemplateLibrary
  /** The version of the program that made the document. */
  version: string
}
