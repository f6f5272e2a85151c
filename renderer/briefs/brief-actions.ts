import type { DocumentState, NewBrief, WorkspaceContents } from '../../electron/contract/index.js'
import type { Outcome } from '../../engine/base/index.js'
import { bridge } from '../base/bridge.js'
import { dropNoticesAbout, showFailure, showNotice, takeBack } from '../base/notices.js'
import { readSettings, showView, useWindow } from '../base/use-window.js'
import {
  findOpenDocuments,
  letDocumentGo,
  openDocument,
  saveDocument,
  saveDocumentElsewhere,
} from '../documents/document-actions.js'
import { showDocumentDialog } from '../documents/document-dialogs.js'
import { flush, takeUpDocument } from '../documents/hand-in.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { fileInFront, putAway, takeUp, useOpenBrief } from './use-open-brief.js'

/** Whether it is shown now. */
export async function openBrief(file: string): Promise<boolean> {
  if (fileInFront(useOpenBrief.getState()) !== file) return show(await openDocument(file))
  showView('editor')
  return true
}

export async function chooseBrief(): Promise<void> {
  const chosen = await bridge.chooseBrief()
  if (!chosen.ok) showFailure('cannotOpen', chosen)
  else if (chosen.value !== null) await openBrief(chosen.value)
}

export async function createBrief(start: NewBrief): Promise<void> {
  const created = await bridge.createBrief(start)
  if (created.ok) takeUpDocument(created.value)
  show(created)
  await readWorkspace()
}

export function chooseWorkspace(): Promise<void> {
  return changeWorkspace(bridge.chooseWorkspace)
}

/** Makes a workspace with an empty casebook where the officer says, and opens it. */
export function beginCasebook(): Promise<void> {
  return changeWorkspace(async () => {
    const begun = await bridge.beginCasebook()
    if (!begun.ok) showFailure('cannotDo', begun, 'beginCasebook')
    else takeBack('cannotDo', 'beginCasebook')
    return begun.ok ? (begun.value ?? undefined) : undefined
  })
}

/** Opens the workspace for which the program was started again. */
export function takeOfferedWorkspace(): Promise<void> {
  return changeWorkspace(bridge.takeOfferedWorkspace)
}

async function changeWorkspace(ask: () => Promise<WorkspaceContents | undefined>): Promise<void> {
  await flush()
  const before = useWorkspace.getState().workspace?.folder
  const workspace = await ask()
  if (!workspace) return
  useWorkspace.setState({ workspace })
  await readSettings()
  if (workspace.folder === before) return
  if (before !== undefined) dropNoticesAbout(before)
  putAway()
  showView('briefs')
  await findOpenDocuments()
}

/** Shows what was in front when the program ended; a brief first of which something was not saved then. */
export async function showLastView(): Promise<void> {
  const found = (await findOpenDocuments()).filter(({ file }) => file.startsWith('briefs/'))
  const { recent, look } = useWindow.getState().settings
  const place = ({ file }: DocumentState) => (recent.includes(file) ? recent.indexOf(file) : recent.length)
  const [front] = found.sort((one, other) => place(one) - place(other))
  const known = useWorkspace.getState().workspace?.briefs.find(({ file }) => file === recent[0])
  if (front) {
    takeUp(front)
    showView('editor')
  } else if (look.view !== 'editor') showView(look.view)
  else if (known) await openBrief(known.file)
}

/** Writes the brief in front to another place, and goes on with it there if that is in the workspace. */
export async function saveBriefElsewhere(): Promise<void> {
  const file = fileInFront(useOpenBrief.getState())
  const saved = file === undefined ? undefined : await saveDocumentElsewhere(file)
  if (!saved) return
  if (saved.opened) takeUp(saved.opened)
  else leave()
  showNotice({ type: 'saved-elsewhere', path: saved.path })
  await readWorkspace()
}

export function showHistory(): void {
  const file = fileInFront(useOpenBrief.getState())
  if (file !== undefined) showDocumentDialog('history', file)
}

/** Closes the brief in front without saving it. */
export async function letBriefGo(): Promise<void> {
  const file = fileInFront(useOpenBrief.getState())
  if (file !== undefined && (await letDocumentGo(file))) leave()
}

function leave(): void {
  putAway()
  showView('briefs')
}

/** Whether the brief in front is on the disk as it is in the window. */
export async function saveBrief(): Promise<boolean> {
  const file = fileInFront(useOpenBrief.getState())
  if (file === undefined) return true
  if (!(await saveDocument(file))) return false
  await readWorkspace()
  return true
}

function show(opened: Outcome<DocumentState>): boolean {
  if (opened.ok) {
    takeBack('cannotOpen')
    takeUp(opened.value)
    showView('editor')
  } else showFailure('cannotOpen', opened)
  return opened.ok
}
