import { isAbsolute, join, resolve } from 'node:path'
import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import { finishUnfinished, sweepPassingFiles } from '../files/index.js'
import type { ChangeKind } from './changes.js'
import { type Clock, systemClock } from './clock.js'
import {
  type Choice,
  conflictOf,
  type Document,
  documentOf,
  type Happening,
  newDocument,
} from './document.js'
import { documentFault, goneFault, movedOnFault, notOpenFault } from './document-faults.js'
import { type DocumentState, stateOf } from './document-state.js'
import { type HistoryEntry, type HistoryLimits, openHistory, usualHistoryLimits } from './history.js'
import { openViews } from './kept-views.js'
import { type LiveDocument, liveDocument, type Room } from './live-document.js'
import { lookAtDisk } from './look-at-disk.js'
import { placeOfFolder } from './place-of-folder.js'
import { openRecoveries, type Recovery } from './recovery.js'
import { alreadyThere, writeElsewhere } from './save-document.js'
import { hashOf, type Snapshot, snapshotOf } from './snapshot.js'

/** How often, in milliseconds, the files of open documents are looked at. */
export const lookEvery = 500

/** How often, in milliseconds, the history is brought within its limits. */
const pruneEvery = 60 * 60 * 1000

export interface DocumentsOptions {
  /** Absolute path of the workspace. */
  workspace: string
  /** Absolute path of a folder of the program's own, for unsaved texts and the history; made when needed. */
  dataFolder: string
  /** On unless said otherwise. */
  isAutosaving?: boolean
  history?: HistoryLimits
  clock?: Clock
}

/** A change as a view hands it in. */
export interface TextChange {
  text: string
  /** Cursor, scroll and the like, given back as they are. */
  view?: unknown
  kind: Exclude<ChangeKind, 'disk' | 'chosen' | 'restored'>
  /** Of the state that the view shows. */
  version: number
}

export interface Documents {
  /** Takes up a file of the workspace; one that is open already as it is. */
  open(file: string): Promise<Outcome<DocumentState>>
  /** Takes up a file that is not there yet. It is on the disk from its first save on. */
  create(file: string, text: string): Outcome<DocumentState>
  state(file: string): Outcome<DocumentState>
  list(): DocumentState[]
  change(file: string, change: TextChange): Outcome<DocumentState>
  keepView(file: string, view: unknown): Outcome<DocumentState>
  undo(file: string): Outcome<DocumentState>
  redo(file: string): Outcome<DocumentState>
  /** Fails without writing anything while both sides have to be shown, the file is gone or the disk refuses. */
  save(file: string): Promise<Outcome<DocumentState>>
  /** Decides the parts of a conflict that both sides changed, in their order. The next save writes it. */
  resolve(file: string, choices: Choice[], version: number): Outcome<DocumentState>
  /** Makes a file anew that went away, with its folder if need be. */
  putBack(file: string): Promise<Outcome<DocumentState>>
  /** Writes the text to another path, absolute or in the workspace, where nothing is, and lets go of the file. */
  saveElsewhere(file: string, to: string): Promise<Outcome<string>>
  /** Closes a document without saving; its text goes to the history. */
  letGo(file: string): Promise<Outcome<true>>
  /** Closes a document. What is not saved is kept, and there when it is opened again. */
  close(file: string): Promise<Outcome<true>>
  setAutosaving(isOn: boolean): void
  history(file: string): HistoryEntry[]
  readHistory(file: string, id: string): Outcome<string>
  /** Brings an earlier state back, as a change that can be undone. */
  restore(file: string, id: string): Outcome<DocumentState>
  /** Looks at the files of all open documents now, for whoever hears of a change before the next look. */
  look(): Promise<void>
  /** Gives what ends it. */
  onChanged(listener: (state: DocumentState) => void): () => void
  /** Saves what is due to save itself, and keeps the rest for the next start. Fails with what could not be kept. */
  keep(): Promise<Outcome<true>>
  /** The same, and stops. */
  end(): Promise<Outcome<true>>
}

/**
 * Opens the room of a workspace's documents. What was not saved when the program ended is open in it, as it was left;
 * warnings say what of it is damaged.
 */
export async function openDocuments(options: DocumentsOptions): Promise<Outcome<Documents>> {
  const { dataFolder, clock = systemClock, history: limits = usualHistoryLimits } = options
  const root = resolve(options.workspace)
  const place = placeOfFolder(root)
  const history = openHistory(join(dataFolder, 'history'), place, limits)
  const recoveries = openRecoveries(join(dataFolder, 'unsaved'), place)
  const views = openViews(join(dataFolder, 'views'), place)
  const open = new Map<string, LiveDocument>()
  const listeners = new Set<(state: DocumentState) => void>()
  let isAutosaving = options.isAutosaving ?? true
  let isEnded = false
  let stopLooking = () => {}
  let stopPruning = () => {}
  const room: Room = {
    root,
    clock,
    history,
    recoveries,
    views,
    isAutosaving: () => isAutosaving,
    onChanged(state) {
      for (const listener of listeners) listener(state)
    },
  }

  function takeUp(document: Document): LiveDocument {
    const live = liveDocument(document, room)
    open.set(document.file, live)
    return live
  }

  /** Of several unsaved texts of one file, kept by several windows, the latest opens; the others are in the history. */
  async function recover(recovery: Recovery): Promise<Diagnostic | undefined> {
    const base = recovery.base === undefined ? undefined : snapshotOf(recovery.base)
    const { file, text, view, when } = recovery
    const earlier = open.get(file)
    if (earlier && earlier.current().text !== text) {
      const kept = await history.keep(file, snapshotOf(text), Math.round(when), true)
      if (kept.ok) recoveries.forget(recovery)
      return kept.ok ? twiceUnsaved(file) : kept.diagnostics[0]
    }
    const own = ownSave(recovery) ?? base
    const start = own ? documentOf(file, own) : newDocument(file, text)
    const live = earlier ?? takeUp({ ...start, text, view, isRecovered: true })
    await live.look()
    // Kept under this window's name before it goes from the other's.
    const kept = await recoveries.keep(live.current())
    if (kept.ok) recoveries.forget(recovery)
    return kept.ok ? undefined : kept.diagnostics[0]
  }

  /** What the disk holds, where that is what was being saved when the program ended. */
  function ownSave({ file, saving }: Recovery): Snapshot | undefined {
    if (saving === undefined) return undefined
    const disk = lookAtDisk(root, file, 'open')
    return disk.kind === 'there' && hashOf(disk.snapshot.text) === saving ? disk.snapshot : undefined
  }

  async function recoverAll(): Promise<Diagnostic[]> {
    const faults: Diagnostic[] = []
    for (const recovery of recoveries.left(faults)) {
      const fault = await recover(recovery)
      if (fault) faults.push(fault)
    }
    return faults.map((fault) => ({ ...fault, severity: 'warning' }))
  }

  function happen(file: string, happening: Happening): Outcome<DocumentState> {
    return open.get(file)?.happen(happening) ?? failure(notOpenFault(file))
  }

  function lookLater(): void {
    if (isEnded) return
    stopLooking = clock.after(lookEvery, () => {
      void Promise.all([...open.values()].map((live) => live.glance())).finally(lookLater)
    })
  }

  function pruneNow(): void {
    history.prune(clock.now())
    views.prune()
    stopPruning = clock.after(pruneEvery, pruneNow)
  }

  const documents: Documents = {
    async open(file) {
      const known = open.get(file)
      if (known) return success(stateOf(known.current()))
      const own = recoveries.own(file)
      if (own) await recover(own)
      const recovered = open.get(file)
      if (recovered) return success(stateOf(recovered.current()))
      const disk = lookAtDisk(root, file, 'open')
      if (disk.kind === 'unreadable') return failure(disk.fault)
      if (disk.kind === 'gone') return failure(notThere(file))
      return success(
        stateOf(takeUp({ ...documentOf(file, disk.snapshot), view: views.read(file) }).current()),
      )
    },
    create(file, text) {
      const disk = lookAtDisk(root, file, 'create')
      if (disk.kind === 'unreadable') return failure(disk.fault)
      if (disk.kind === 'there' || open.has(file)) return failure(alreadyThere(file))
      if (disk.gone === 'workspace') return failure(goneFault(file, disk.gone))
      const live = takeUp(newDocument(file, ''))
      return live.happen({
        type: 'changed',
        text,
        view: undefined,
        kind: 'structured',
        version: 1,
        now: clock.now(),
      })
    },
    state(file) {
      const live = open.get(file)
      return live ? success(stateOf(live.current())) : failure(notOpenFault(file))
    },
    list: () => [...open.values()].map((live) => stateOf(live.current())),
    change: (file, { text, view, kind, version }) =>
      happen(file, { type: 'changed', text: plainText(text), view, kind, version, now: clock.now() }),
    keepView: (file, view) => happen(file, { type: 'viewed', view }),
    undo: (file) => happen(file, { type: 'undone' }),
    redo: (file) => happen(file, { type: 'redone' }),
    save: (file) => open.get(file)?.save() ?? Promise.resolve(failure(notOpenFault(file))),
    resolve(file, choices, version) {
      const document = open.get(file)?.current()
      if (!document) return failure(notOpenFault(file))
      const asked = conflictOf(document)?.filter(({ kind }) => kind === 'both').length ?? 0
      if (document.version !== version || asked !== choices.length) return failure(movedOnFault(file))
      return happen(file, { type: 'chosen', choices, now: clock.now() })
    },
    putBack: (file) => open.get(file)?.putBack() ?? Promise.resolve(failure(notOpenFault(file))),
    async saveElsewhere(file, to) {
      const live = open.get(file)
      if (!live) return failure(notOpenFault(file))
      const written = await writeElsewhere(isAbsolute(to) ? to : join(root, to), live.current())
      if (written.ok) await documents.letGo(file)
      return written
    },
    async letGo(file) {
      const live = open.get(file)
      if (!live) return failure(notOpenFault(file))
      await live.abandon()
      open.delete(file)
      const kept = await history.keep(file, snapshotOf(live.current().text), clock.now(), true)
      recoveries.remove(file)
      return success(true as const, kept.ok ? [] : kept.diagnostics)
    },
    async close(file) {
      const live = open.get(file)
      if (!live) return failure(notOpenFault(file))
      const faults = await live.keep()
      if (faults.length > 0) return failure(...faults)
      await live.abandon()
      open.delete(file)
      return success(true as const)
    },
    setAutosaving(isOn) {
      isAutosaving = isOn
    },
    history: (file) => history.list(file),
    readHistory(file, id) {
      const state = history.read(file, id)
      return state.ok ? success(state.value.text) : state
    },
    restore(file, id) {
      const state = history.read(file, id)
      if (!state.ok) return state
      const live = open.get(file)
      if (!live) return failure(notOpenFault(file))
      const { view, version } = live.current()
      return live.happen({
        type: 'changed',
        text: state.value.text,
        view,
        kind: 'restored',
        version,
        now: clock.now(),
      })
    },
    async look() {
      await Promise.all([...open.values()].map((live) => live.look()))
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async keep() {
      const faults = await Promise.all([...open.values()].map((live) => live.keep()))
      return allKept(faults.flat())
    },
    async end() {
      isEnded = true
      stopLooking()
      stopPruning()
      const faults = await Promise.all([...open.values()].map((live) => live.end()))
      recoveries.end()
      return allKept(faults.flat())
    },
  }

  finishUnfinished(root)
  sweepPassingFiles(root, clock.now())
  sweepPassingFiles(dataFolder, clock.now())
  const warnings = await recoverAll()
  pruneNow()
  lookLater()
  return success(documents, warnings)
}

function allKept(faults: Diagnostic[]): Outcome<true> {
  return faults.length > 0 ? failure(...faults) : success(true as const)
}

/** Line ends are the file's matter; a half of a pair of surrogates cannot be written, and would never count as saved. */
function plainText(text: string): string {
  const plain = text.replaceAll('\r\n', '\n')
  return /\p{Surrogate}/u.test(plain) ? Buffer.from(plain).toString() : plain
}

function notThere(file: string): Diagnostic {
  return documentFault(
    'missing',
    `cannot open \`${file}\`: there is nothing there`,
    'look whether it was moved or renamed',
  )
}

function twiceUnsaved(file: string): Diagnostic {
  return documentFault(
    'twice-unsaved',
    `there are two unsaved texts of \`${file}\`: the later one is open, and the other one in its history`,
    'compare them in the history of the file, and bring back what is missing',
  )
}
