import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inShort, type Outcome, success } from '../../engine/base/index.js'
import { type Dossier, readDossier, type StoredFile } from '../../engine/dossier/index.js'
import { createNodeHost, makeWholeFolder } from '../files/index.js'
import type { PdfReader } from './read-pdf.js'

/** A PDF and what it carries. */
export interface OpenedPdf {
  /** Absolute path. */
  path: string
  bytes: Uint8Array
  /** The document's own. */
  title: string
  attachments: StoredFile[]
  dossier: Dossier
}

export interface RestoredWorkspace {
  /** Absolute path of the folder. */
  dir: string
  /** What was put in it, as paths in the workspace, sorted. */
  files: string[]
  /** Path of the brief in it. */
  brief: string
}

/** Reads the dossier of the PDF at `path`, an absolute one. Fails with `dossier/…` or what the disk says. */
export async function openPdf(path: string, readPdf: PdfReader): Promise<Outcome<OpenedPdf>> {
  const read = await readPdf({ path })
  if (!read.ok) return read
  const { title, attachments, bytes } = read.value
  const dossier = readDossier(attachments, createNodeHost())
  if (!dossier.ok) {
    const at = { file: path }
    return { ok: false, diagnostics: dossier.diagnostics.map((one) => inShort({ at, ...one })) }
  }
  return success({ path, bytes, title, attachments, dossier: dossier.value }, dossier.warnings.map(inShort))
}

/**
 * Makes a workspace folder at `dir` from a dossier: its casebook, templates, pictures and brief.
 *
 * There is either a whole workspace or none. A folder that is there already is used if it is empty, and refused
 * if not.
 */
export function restoreWorkspace(dossier: Dossier, dir: string): Outcome<RestoredWorkspace> {
  const files = dossier.files.map(({ path }) => path).sort()
  const made = makeWholeFolder(dir, (folder) => {
    for (const empty of ['assets', 'exports', 'briefs']) mkdirSync(join(folder, empty))
    for (const { path, bytes } of dossier.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
  })
  return made.ok ? success({ dir: made.value.dir, files, brief: dossier.briefPath }) : made
}
