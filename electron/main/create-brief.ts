import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../engine/base/index.js'
import { formatBrief } from '../../engine/brief/index.js'
import { briefEnding, type DocumentState, type Documents } from '../../host/index.js'
import type { NewBrief } from '../contract/index.js'
import type { WorkspaceSession } from './workspace-session.js'

/**
 * Makes a brief and gives it open, on the disk already. `name` is its title, unless it is the template's own: that
 * shows in every brief that has none. Fails, and leaves nothing, where the disk refuses it.
 */
export async function createBrief(
  { template, language, name }: NewBrief,
  { folder, titlesOf }: Pick<WorkspaceSession, 'folder' | 'titlesOf'>,
  documents: Documents,
): Promise<Outcome<DocumentState>> {
  const title = titlesOf(template).includes(name) ? undefined : name
  const text = formatBrief({ template, language, title, parameters: {}, narrative: {} })
  const file = unusedBriefFile(folder, name, documents)
  const created = documents.create(file, text)
  if (!created.ok) return created
  const saved = await documents.save(file)
  if (!saved.ok) await documents.letGo(file)
  return saved
}

/** `briefs/orion-tonight.brief.yaml`, or with a number behind it when that is taken. */
function unusedBriefFile(folder: string, name: string, documents: Documents): string {
  const stem =
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'brief'
  for (let number = 1; ; number += 1) {
    const file = `briefs/${number === 1 ? stem : `${stem}-${number}`}${briefEnding}`
    if (!existsSync(join(folder, file)) && !documents.state(file).ok) return file
  }
}
