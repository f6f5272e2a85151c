import type { MenuCommand } from '../../electron/contract/index.js'
import { showView } from '../base/use-window.js'
import { chooseBrief, chooseWorkspace, saveBrief, showHistory } from '../briefs/brief-actions.js'
import { askForNewBrief } from '../briefs/brief-dialogs.js'
import { redo, undo } from '../briefs/undo.js'
import { askForExport } from '../exports/use-exports.js'
import { choosePdf } from '../exports/use-pdf.js'

/** What each command of the menu does. */
const commands: Record<MenuCommand, () => unknown> = {
  'new-brief': () => askForNewBrief(),
  'open-brief': chooseBrief,
  'open-pdf': () => choosePdf('open'),
  'verify-pdf': () => choosePdf('verify'),
  'open-workspace': chooseWorkspace,
  save: saveBrief,
  history: showHistory,
  export: askForExport,
  undo,
  redo,
  'show-briefs': () => showView('briefs'),
  'show-templates': () => showView('templates'),
  'show-casebook': () => showView('casebook'),
  'show-problems': () => showView('problems'),
  'show-exports': () => showView('exports'),
}

export async function obey(command: MenuCommand): Promise<void> {
  await commands[command]()
}
