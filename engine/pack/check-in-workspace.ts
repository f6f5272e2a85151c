import { type Diagnostic, withoutRepeats } from '../base/index.js'
import type { Casebook } from '../casebook/index.js'
import { checkTemplate, parseTemplate, unknownEntry } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { templatesOf, textOf } from './check-contents.js'
import { idOfPath } from './pack-kind.js'
import type { PackFile, PackKind } from './types.js'

/**
 * What would be wrong in a workspace after the import: in the templates of the pack (T7), and in others of the
 * workspace that were in order before, for a partial or layout that they use is another one then.
 *
 * All of it as warnings. What a template needs may be there tomorrow, and it can be mended where it then is.
 */
export function checkInWorkspace(
  files: PackFile[],
  library: TemplateLibrary,
  casebook: Casebook | undefined,
): Diagnostic[] {
  const merged = withFiles(library, files)
  const own = templatesOf(files)
  const themes = own.flatMap((template) => themeFault(template, merged))
  if (!casebook) return [notChecked(), ...themes]
  const ownFaults = own.flatMap((template) => checkTemplate(template, merged, casebook))
  return withoutRepeats([...themes, ...ownFaults, ...newFaults(library, merged, casebook)]).map((one) => ({
    ...one,
    severity: 'warning' as const,
  }))
}

function newFaults(library: TemplateLibrary, merged: TemplateLibrary, casebook: Casebook): Diagnostic[] {
  const isOther = (shelf: 'partials' | 'layouts') =>
    [...merged[shelf]].some(
      ([id, { file }]) => (library[shelf].get(id)?.file.text ?? file.text) !== file.text,
    )
  if (!isOther('partials') && !isOther('layouts')) return []
  return [...merged.templates].flatMap(([id, entry]): Diagnostic[] => {
    if (entry !== library.templates.get(id)) return []
    const template = parseTemplate(entry.file)
    if (!template.ok) return []
    const before = new Set(checkTemplate(template.value, library, casebook).map(keyOf))
    return checkTemplate(template.value, merged, casebook)
      .filter((one) => !before.has(keyOf(one)))
      .map((one) => ({
        ...one,
        message: `the template \`${id}\` would no longer be in order: ${one.message}`,
      }))
  })
}

const shelfOf = {
  template: 'templates',
  layout: 'layouts',
  partial: 'partials',
  theme: 'themes',
} as const satisfies Record<Exclude<PackKind, 'picture'>, keyof TemplateLibrary>

/** The library as it would be with the files of a pack in it. */
function withFiles(library: TemplateLibrary, files: PackFile[]): TemplateLibrary {
  const merged: TemplateLibrary = {
    templates: new Map(library.templates),
    layouts: new Map(library.layouts),
    partials: new Map(library.partials),
    themes: new Map(library.themes),
  }
  for (const file of files) {
    if (file.kind === 'picture') continue
    merged[shelfOf[file.kind]].set(idOfPath(file.path), {
      file: textOf(file),
      origin: 'workspace',
      overrides: false,
    })
  }
  return merged
}

function themeFault({ page, file }: Template, { themes }: TemplateLibrary): Diagnostic[] {
  if (themes.has(page.theme)) return []
  const fault = unknownEntry('theme', page.theme, [...themes.keys()])
  return [{ ...fault, severity: 'warning', at: { file: file.path, line: 1, column: 1 } }]
}

function notChecked(): Diagnostic {
  return {
    severity: 'warning',
    code: 'pack/not-checked',
    message: 'the casebook cannot be read, so the templates were not checked against it',
    hints: ['mend the casebook first'],
  }
}

function keyOf({ code, message, at }: Diagnostic): string {
  return JSON.stringify([code, message, at])
}
