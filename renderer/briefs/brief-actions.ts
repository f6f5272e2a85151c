import type { NewBrief } from '../../electron/contract/index.js'
import type { Outcome } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { bridge } from '../base/bridge.js'
import { showFailure } from '../base/notices.js'
import { readSettings, showView } from '../base/use-window.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { askWhetherToSave } from './brief-dialogs.js'
import { isUnsaved, noteSaved, putAway, takeUp, useOpenBrief } from './use-open-brief.js'

/** True once the open brief may be put aside: saved, given up, or nothing to save. */
export async function mayPutAside(): Promise<boolean> {
  if (!isUnsaved(useOpenBrief.getState())) return true
  const answer = await askWhetherToSave()
  return answer === 'discard' || (answer === 'save' && (await saveBrief()))
}

export async function openBrief(file: string): Promise<void> {
  if (useOpenBrief.getState().open?.file === file) showView('editor')
  else if (await mayPutAside()) show(await bridge.openBrief(file))
}

export async function chooseBrief(): Promise<void> {
  if (!(await mayPutAside())) return
  const chosen = await bridge.chooseBrief()
  if (!chosen.ok) showFailure('cannotOpen', chosen)
  else if (chosen.value) show(await bridge.openBrief(chosen.value))
}

export async function createBrief(start: NewBrief): Promise<void> {
  if (!(await mayPutAside())) return
  const created = await bridge.createBrief(start)
  show(created.ok ? await bridge.openBrief(created.value.file) : created)
  await readWorkspace()
}

export async function chooseWorkspace(): Promise<void> {
  if (!(await mayPutAside())) return
  const before = useWorkspace.getState().workspace?.folder
  const workspace = await bridge.chooseWorkspace()
  if (!workspace) return
  useWorkspace.setState({ workspace })
  await readSettings()
  if (workspace.folder === before) return
  putAway()
  showView('briefs')
}

/** Whether the open brief is on the disk as it is in the window. */
export async function saveBrief(): Promise<boolean> {
  const { open } = useOpenBrief.getState()
  if (!open) return true
  const { file, brief } = open
  const saved = await bridge.saveBrief({ file, brief })
  if (!saved.ok) {
    showFailure('cannotSave', saved)
    return false
  }
  noteSaved(file, brief)
  await readWorkspace()
  return true
}

function show(opened: Outcome<{ file: string; brief: Brief }>): void {
  if (!opened.ok) {
    showFailure('cannotOpen', opened)
    return
  }
  takeUp(opened.value.file, opened.value.brief)
  showView('editor')
}
