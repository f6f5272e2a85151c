import { failure, type Outcome } from '../../engine/base/index.js'
import { exportFile, workspaceFault } from '../files/index.js'

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

/** The id of a pack whose author gives none: its title in small letters, else that of its one template. */
export function suggestPackId(templates: string[], title = ''): string {
  const id = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')
  if (id !== '') return id
  return templates.length === 1 && templates[0] !== undefined ? templates[0] : 'templates'
}
