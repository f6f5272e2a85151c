import type { SourceFile } from '../base/index.js'
import type { ParameterValue } from '../brief/types.js'
import type { CollectionName } from '../casebook/types.js'
import type { PageSetup } from '../document/index.js'
import type { Language, LocalText } from '../locale/index.js'

/** A template file, read but not yet run. */
export interface Template {
  id: string
  title: LocalText
  description: LocalText
  kind: string
  languages: Language[]
  version: string
  parameters: Parameter[]
  sections: Section[]
  page: PageSetup
  /** Id of the layout that wraps the body; none if left out. */
  layout?: string
  /** The Handlebars text after the front matter, and the line of the file that it starts on. */
  body: string
  bodyLine: number
  file: SourceFile
}

interface ParameterBase {
  name: string
  label: LocalText
  help?: LocalText
  required: boolean
  /** For records also `featured`: those that the casebook features. */
  default?: ParameterValue
}

export type Parameter = ParameterBase &
  (
    | { type: 'record'; collection: CollectionName }
    | { type: 'records'; collection: CollectionName; atLeast?: number; atMost?: number }
    | { type: 'choice'; choices: { value: string; label: LocalText }[] }
    | { type: 'text'; maxLength?: number }
    | { type: 'date' }
    | { type: 'flag' }
  )

/** A slot for the officer's narrative. */
export interface Section {
  id: string
  title: LocalText
  guidance?: LocalText
  /** Printed while the brief gives no text of its own. Markdown with Handlebars. */
  default?: LocalText
  /** The default in every language that it has, with the place of its first line. */
  defaultTexts?: { language?: Language; text: string; line: number; column: number }[]
  required: boolean
  maxWords?: number
}

/**
 * Everything that templates are made of, by id (file name without ending).
 * A workspace's own entry stands in place of the built-in one of the same id.
 */
export interface TemplateLibrary {
  templates: Map<string, LibraryEntry>
  layouts: Map<string, LibraryEntry>
  partials: Map<string, LibraryEntry>
  themes: Map<string, LibraryEntry>
}

export interface LibraryEntry {
  file: SourceFile
  origin: 'built-in' | 'workspace'
  /** A workspace entry that stands in place of a built-in one with another text. */
  overrides: boolean
}
