import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Outcome, SourceFile } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { casebookOf, checkWorkspace } from '../../engine/check/index.js'
import type { TemplateLibrary } from '../../engine/template/types.js'
import { parseTheme } from '../../engine/theme/index.js'
import { readWorkspaceFiles, type WorkspaceFiles } from '../../host/workspace/read-workspace.js'
import { mutate, randomFrom } from './mutate.js'

export const kinds = ['casebook', 'template', 'brief', 'theme'] as const
export type Kind = (typeof kinds)[number]

/** What a case was and what came of it. */
export interface CaseResult {
  seed: number
  kind: Kind
  file: string
  faults: number
}

/** Makes what runs one case: a file of the program's own, changed by its seed, read and checked as a workspace is. */
export function fuzzerIn(appRoot: string): (kind: Kind, seed: number) => CaseResult {
  // A casebook with a tenth of the built-in one's records: a case takes a tenth of the time.
  const files = readWorkspaceFiles({ appRoot, dir: join(appRoot, 'tests/other-subject') })
  if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
  const own = files.value
  const path = join(appRoot, 'tests/examples/one-deal/brief.yaml')
  const briefs = [{ path: 'briefs/one.brief.yaml', text: readFileSync(path, 'utf8') }]
  const sources: Record<Kind, SourceFile[]> = {
    casebook: own.casebook,
    template: [own.library.templates, own.library.partials, own.library.layouts].flatMap((shelf) =>
      [...shelf.values()].map(({ file }) => file),
    ),
    brief: briefs,
    theme: [...own.library.themes.values()].map(({ file }) => file),
  }
  return (kind, seed) => {
    const random = randomFrom(seed)
    const all = sources[kind]
    const file = all[Math.floor(random() * all.length)] as SourceFile
    const others = all.map(({ text }) => text)
    const mutated = { path: file.path, text: mutate(file.text, others, random) }
    const diagnostics = read(kind, mutated, own)
    for (const one of diagnostics) refuseUnsound(one)
    return { seed, kind, file: file.path, faults: diagnostics.length }
  }
}

function read(
  kind: Kind,
  file: SourceFile,
  own: WorkspaceFiles,
): readonly Pick<Diagnostic, 'message' | 'hints'>[] {
  switch (kind) {
    case 'casebook': {
      const casebook = own.casebook.map((one) => (one.path === file.path ? file : one))
      const texts = { casebook, library: emptyLibrary() }
      casebookOf(texts)
      return checkWorkspace(texts, [])
    }
    case 'template':
      return checkWorkspace({ casebook: own.casebook, library: libraryWith(own.library, file) }, [])
    case 'brief': {
      const brief: Outcome<unknown> = parseBrief(file)
      return [...(brief.ok ? brief.warnings : brief.diagnostics), ...checkWorkspace(own, [file])]
    }
    case 'theme': {
      const theme = parseTheme(file)
      return theme.ok ? theme.warnings : theme.diagnostics
    }
  }
}

/** One file alone, with the partials and themes that it may ask for. */
function libraryWith(library: TemplateLibrary, file: SourceFile): TemplateLibrary {
  const id = file.path.slice(file.path.lastIndexOf('/') + 1, file.path.lastIndexOf('.'))
  const entry = { file, origin: 'workspace' as const, overrides: false }
  const put = <T>(shelf: Map<string, T>, folder: string): Map<string, T> =>
    file.path.startsWith(`templates/${folder}`) ? new Map([...shelf, [id, entry as T]]) : shelf
  const isTemplate = file.path.split('/').length === 2
  return {
    templates: isTemplate ? new Map([[id, entry]]) : new Map([...library.templates].slice(0, 1)),
    layouts: put(library.layouts, 'layouts/'),
    partials: put(library.partials, 'partials/'),
    themes: library.themes,
  }
}

function emptyLibrary(): TemplateLibrary {
  return { templates: new Map(), layouts: new Map(), partials: new Map(), themes: new Map() }
}

/** What is told must be a sentence that fits a screen, whatever was found. */
function refuseUnsound({ message, hints }: Pick<Diagnostic, 'message' | 'hints'>): void {
  if (message === '') throw new Error('a fault says nothing')
  if (!Array.isArray(hints)) throw new Error('a fault has no hints')
}
