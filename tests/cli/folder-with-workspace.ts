import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createWorkspace } from '../../host/index.js'
import { freshFolder } from '../host/fresh-folder.js'
import { islandFolder } from '../other-subject/island.js'

/** A fresh folder with a workspace `ours` in it, as `new workspace` makes one. */
export function folderWithWorkspace(): string {
  const folder = freshFolder()
  const made = createWorkspace(join(folder, 'ours'))
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
  return folder
}

/** The same with a casebook that is a tenth as long: to check it takes a fraction of the time. */
export function folderWithSmallWorkspace(): string {
  const folder = folderWithWorkspace()
  cpSync(join(islandFolder, 'casebook'), join(folder, 'ours', 'casebook'), { recursive: true })
  return folder
}
