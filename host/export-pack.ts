import { failure, type Outcome } from '../engine/diagnostic.js'
import { exportFile } from './export-file.js'
import { workspaceFault } from './file-fault.js'

/** How the name of every pack ends. */
export const packEnding = '.briefpack'

/** Writes a pack, whole or not at all, and gives its path. An earlier export is replaced, another file is not. */
export async function exportPack(path: string, bytes: Uint8Array): Promise<Outcome<string>> {
  if (path.toLowerCase().endsWith(packEnding)) return exportFile(path, bytes)
  return failure(
    workspaceFault(
      'not-a-pack-name',
      path,
      `\`${path}\` does not end in \`${packEnding}\``,
      `write \`${path}${packEnding}\``,
    ),
  )
}

/** The id of a pack whose author gives none: that of its template, when there is one alone. */
export function suggestPackId(templates: string[]): string {
  return templates.length === 1 && templates[0] !== undefined ? templates[0] : 'templates'
}
