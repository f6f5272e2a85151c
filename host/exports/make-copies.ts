import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Diagnostic, diagnosticsOf, withoutRepeats } from '../../engine/base/index.js'
import { copyFileName, numberedCopies } from '../../engine/brief/index.js'
import type { Copy } from '../../engine/brief/types.js'
import { exportFile, sweepPassingFiles } from '../files/index.js'
import type { RenderJob, RenderPool } from '../render/index.js'

export interface CopiesOrder {
  job: RenderJob
  recipients: string[]
  /** Absolute path of the folder that they go to. */
  folder: string
  /** What their names begin with. */
  stem: string
}

export interface MadeCopy {
  copy: Copy
  path: string
  pageCount: number
  size: number
}

export interface CopiesMade {
  made: MadeCopy[]
  /** How many were asked for. */
  of: number
  /** Of all copies, each said once. */
  diagnostics: Diagnostic[]
}

/** Faults of one recipient's copy alone; after another one, the next copy would not fare better. */
const ofOneCopy = 'pdf/missing-glyph'

/**
 * Makes one PDF for each recipient, in the order of the list, each whole or not at all.
 *
 * None is made where one of their files is there already; what a killed process left there on its way is swept. `signal` stops it after the copy that it is at.
 * `onCopy` is told before each.
 */
export async function makeCopies(
  pool: RenderPool,
  { job, recipients, folder, stem }: CopiesOrder,
  onCopy: (copy: Copy) => void = () => {},
  signal?: AbortSignal,
): Promise<CopiesMade> {
  const copies = numberedCopies(recipients)
  const files = copies.map((copy) => ({ copy, path: join(folder, copyFileName(stem, copy)) }))
  sweepPassingFiles(folder, Date.now(), false)
  const taken = files.map(({ path }) => path).filter((path) => existsSync(path))
  const result: CopiesMade = { made: [], of: copies.length, diagnostics: [] }
  const found: Diagnostic[] = []
  if (taken.length > 0) return { ...result, diagnostics: [areThere(taken)] }
  for (const { copy, path } of files) {
    if (signal?.aborted) {
      found.push(stopped(result))
      break
    }
    onCopy(copy)
    const rendered = await pool.render({ ...job, brief: { ...job.brief, copy } })
    found.push(...diagnosticsOf(rendered))
    const written = rendered.ok ? await exportFile(path, rendered.value.bytes) : undefined
    if (rendered.ok && written?.ok) {
      const { pageCount, bytes } = rendered.value
      result.made.push({ copy, path: written.value, pageCount, size: bytes.length })
      continue
    }
    if (written) found.push(...diagnosticsOf(written))
    found.push(notMade(copy))
    if (
      rendered.ok ||
      rendered.diagnostics.some(({ code, severity }) => severity === 'error' && code !== ofOneCopy)
    )
      break
  }
  return { ...result, diagnostics: withoutRepeats(found) }
}

function areThere(paths: string[]): Diagnostic {
  const shown = paths.slice(0, 3).map((path) => `\`${basename(path)}\``)
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  return {
    severity: 'error',
    code: 'copies/exist',
    message: `${shown.join(', ')}${more} ${paths.length === 1 ? 'is' : 'are'} there already, so no copy was made`,
    hints: ['choose another folder', 'or remove them first'],
  }
}

function notMade({ number, of, recipient }: Copy): Diagnostic {
  return {
    severity: 'error',
    code: 'copies/not-made',
    message: `copy ${number} of ${of}, for ${recipient}, was not made`,
    hints: [],
  }
}

function stopped({ made, of }: CopiesMade): Diagnostic {
  return {
    severity: 'error',
    code: 'copies/stopped',
    message: `stopped after ${made.length} of ${of} copies; those that were made are whole`,
    hints: [],
  }
}
