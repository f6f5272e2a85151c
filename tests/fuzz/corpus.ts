import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeUtf8, type Outcome, type SourceFile } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { casebookIn } from '../../engine/check/index.js'
import { compileBrief } from '../../engine/compile/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import type { Host } from '../../engine/host.js'
import type { LibraryEntry, TemplateLibrary } from '../../engine/template/types.js'

/** A sound workspace, as small as its document allows. */
export interface Base {
  name: string
  /** Path of its brief. */
  brief: string
  files: readonly StoredFile[]
  texts: Texts
  /** The PDF that is exported from it. Made once. */
  pdf(host: Host): Promise<Uint8Array>
}

/** The files of a workspace as the engine takes them. */
export interface Texts {
  casebook: SourceFile[]
  library: TemplateLibrary
}

/** The workspaces of `tests/fuzz/corpus/`, of which cases are changes. The first is the smallest. */
export function readCorpus(appRoot: string): Base[] {
  return ['tiny', 'middle'].map((name) => {
    const folder = join(appRoot, 'tests/fuzz/corpus', name)
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    const files = paths
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: path.slice(folder.length + 1), bytes: new Uint8Array(readFileSync(path)) }))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
    const texts = textsOf(files)
    const brief = `briefs/${name}.brief.yaml`
    let pdf: Promise<Uint8Array> | undefined
    return {
      ...{ name, brief, files, texts },
      pdf(host) {
        pdf ??= makePdf(files, texts, brief, host)
        return pdf
      },
    }
  })
}

/** Casebook and library among files of a workspace. */
export function textsOf(files: readonly StoredFile[]): Texts {
  const all = files.map(({ path, bytes }): SourceFile => ({ path, text: decodeUtf8(bytes) }))
  const shelf = (pattern: RegExp) =>
    new Map(
      all.flatMap((file) => {
        const id = pattern.exec(file.path)?.[1]
        const entry: LibraryEntry = { file, origin: 'workspace', overrides: false }
        return id === undefined ? [] : [[id, entry] as const]
      }),
    )
  return {
    casebook: all.filter(({ path }) => path.startsWith('casebook/')),
    library: {
      templates: shelf(/^templates\/([^/]+)\.hbs$/),
      layouts: shelf(/^templates\/layouts\/([^/]+)\.hbs$/),
      partials: shelf(/^templates\/partials\/([^/]+)\.hbs$/),
      themes: shelf(/^templates\/themes\/([^/]+)\.yaml$/),
    },
  }
}

async function makePdf(
  files: readonly StoredFile[],
  { casebook, library }: Texts,
  path: string,
  host: Host,
): Promise<Uint8Array> {
  const text = decodeUtf8(files.find((file) => file.path === path)?.bytes ?? new Uint8Array())
  const brief = contentOf(parseBrief({ path, text }))
  const workspace = { casebook: contentOf(casebookIn(casebook)), sources: casebook, library }
  return contentOf(await compileBrief(workspace, brief, host)).bytes
}

function contentOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, undefined, 1))
  return outcome.value
}
