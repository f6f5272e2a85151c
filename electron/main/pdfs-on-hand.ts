/**
 * PDFs that the officer chose, to open the brief that they carry or to verify them.
 *
 * The window names a PDF by a number that it got for it: which files are read is decided by the system's dialog, the
 * list of exports or a drop, and never by the page. Knows no Electron.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diagnosticsOf, type Outcome, success } from '../../engine/base/index.js'
import { findTemplate } from '../../engine/template/index.js'
import {
  createNodeHost,
  type OpenedPdf,
  openPdf,
  type PdfReader,
  type RenderPool,
  type RestoredWorkspace,
  restoreWorkspace,
  type Verdict,
  verifyPdf,
} from '../../host/index.js'
import type { ChosenPdf, PdfFacts } from '../contract/index.js'

export interface PdfsOnHand {
  /** Takes up the PDF at `path`, an absolute one, which need not be one or even exist. */
  take(path: string): ChosenPdf
  /** What it carries. Kept until another one is looked into. */
  inspect(number: number): Promise<Outcome<PdfFacts>>
  verify(number: number): Promise<Outcome<Verdict>>
  /** Makes a workspace at `dir` of what `inspect` said, even where the file has changed since. */
  restore(number: number, dir: string): Promise<Outcome<RestoredWorkspace>>
  /** A folder beside `workspace` that does not exist yet, named after the PDF. */
  freeFolder(number: number, workspace: string): string
}

/** All calls throw for a number that was never given: that is no mistake of an author. */
export function createPdfsOnHand(tools: {
  readPdf: PdfReader
  pool: RenderPool
  appRoot: string
}): PdfsOnHand {
  const paths: string[] = []
  let kept: { number: number; pdf: OpenedPdf } | undefined

  function pathOf(number: number): string {
    const path = paths[number]
    if (path === undefined) throw new Error(`no PDF has the number ${number}`)
    return path
  }

  async function read(number: number): Promise<Outcome<OpenedPdf>> {
    const pdf = await openPdf(pathOf(number), tools.readPdf)
    if (pdf.ok) kept = { number, pdf: pdf.value }
    return pdf
  }

  return {
    take(path) {
      const number = paths.push(path) - 1
      return { number, path, name: basename(path) }
    },
    async inspect(number) {
      const pdf = await read(number)
      if (!pdf.ok) return pdf
      const here = createNodeHost({ appRoot: tools.appRoot }).version()
      return success(factsOf(pdf.value, here), pdf.warnings)
    },
    verify: (number) => verifyPdf(pathOf(number), tools),
    async restore(number, dir) {
      const pdf = kept?.number === number ? success(kept.pdf) : await read(number)
      return pdf.ok ? restoreWorkspace(pdf.value.dossier, dir) : pdf
    },
    freeFolder(number, workspace) {
      const stem = basename(pathOf(number)).replace(/\.pdf$/i, '')
      for (let count = 1; ; count += 1) {
        const folder = join(dirname(workspace), count === 1 ? stem : `${stem}-${count}`)
        if (!existsSync(folder)) return folder
      }
    },
  }
}

function factsOf({ title, dossier }: OpenedPdf, here: string): PdfFacts {
  const { brief, library, casebook, files, version } = dossier
  const template = findTemplate(library, brief.template)
  const records = Object.values(casebook.collections).flat()
  return {
    title,
    template: template.ok ? template.value.title : brief.template,
    language: brief.language,
    issued: brief.issued,
    marking: brief.marking,
    recordCount: records.length,
    fileCount: files.length,
    version,
    isOwnVersion: version === here,
    diagnostics: diagnosticsOf(template),
  }
}
