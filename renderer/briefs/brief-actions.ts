import { create } from 'zustand'
import type { NewBrief, OpenBrief } from '../../electron/contract.js'
import type { Outcome } from '../../engine/diagnostic.js'
import { bridge } from '../base/bridge.js'
import { showFailure } from '../base/notices.js'
import { readSettings, readWorkspace, showView, useDesk } from '../base/use-window.js'
import { isUnsaved, noteSaved, putAway, takeUp, useDraft } from './use-open-brief.js'

type Answer = 'save' | 'discard' | 'cancel'

/** The question whether to save, while it is asked. */
export const useQuestion = create<{ answer: ((answer: Answer) => void) | undefined }>(() => ({
  answer: undefined,
}))

/** True once the open brief may be put aside: saved, given up, or nothing to save. */
export async function mayPutAside(): Promise<boolean> {
  if (!isUnsaved(useDraft.getState())) return true
  const answer = await new Promise<Answer>((resolve) => useQuestion.setState({ answer: resolve }))
  useQuestion.setState({ answer: undefined })
  return answer === 'discard' || (answer === 'save' && (await saveDraft()))
}

export async function openBrief(file: string): Promise<void> {
  if (useDraft.getState().draft?.file === file) showView('editor')
  else if (await mayPutAside()) show(await bridge.openBrief(file))
}

export async function chooseBrief(): Promise<void> {
  if (!(await mayPutAside())) return
  const chosen = await bridge.chooseBrief()
  if (!chosen.ok) showFailure('cannotOpen', chosen)
  else if (chosen.value) show({ ok: true, value: chosen.value, warnings: [] })
}

export async function createBrief(start: NewBrief): Promise<void> {
  if (!(await mayPutAside())) return
  show(await bridge.createBrief(start))
  await readWorkspace()
}

export async function chooseWorkspace(): Promise<void> {
  if (!(await mayPutAside())) return
  const before = useDesk.getState().workspace?.folder
  const workspace = await bridge.chooseWorkspace()
  if (!workspace) return
  useDesk.setState({ workspace })
  await readSettings()
  if (workspace.folder === before) return
  putAway()
  showView('briefs')
}

/** Whether the open brief is on the disk as it is in the window. */
export async function saveDraft(): Promise<boolean> {
  const { draft } = useDraft.getState()
  if (!draft) return true
  const { file, brief } = draft
  const saved = await bridge.saveBrief({ file, brief })
  if (!saved.ok) {
    showFailure('cannotSave', saved)
    return false
  }
  noteSaved(file, brief)
  await readWorkspace()
  return true
}

function show(opened: Outcome<OpenBrief>): void {
  if (!opened.ok) {
    showFailure('cannotOpen', opened)
    return
  }
  takeUp(opened.value.file, opened.value.brief)
  showView('editor')
}
