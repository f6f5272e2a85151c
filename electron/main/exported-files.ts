import { join, resolve } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { pathWithin } from '../../host/index.js'

/**
 * The files that the window may have opened: what it exported, wherever the author wanted it, and the PDFs in the
 * workspace's own folder for exports.
 */
export interface ExportedFiles {
  /** A file was written for the author. */
  note(path: string): void
  /** `path` as the whole path that it has, or `export/unknown`. */
  find(path: string): Outcome<string>
}

/** `folder` gives the open workspace. */
export function createExportedFiles(folder: () => string): ExportedFiles {
  const noted = new Set<string>()
  return {
    note: (path) => void noted.add(resolve(path)),
    find(path) {
      if (noted.has(resolve(path))) return success(resolve(path))
      const whole = pathWithin(path, [join(folder(), 'exports')])
      return whole.ok && whole.value.toLowerCase().endsWith('.pdf') ? whole : failure(notAnExport(path))
    },
  }
}

function notAnExport(path: string) {
  return {
    severity: 'error' as const,
    code: 'export/unknown',
    message: `\`${path}\` is no file that was exported from this workspace`,
    hints: ['export the brief again'],
  }
}
