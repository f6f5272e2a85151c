import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import type { Clock } from './clock.js'
import { type Document, type Happening, isUnsaved, proceed } from './document.js'
import { documentFault } from './document-faults.js'
import { type DocumentState, hindranceOf, stateOf } from './document-state.js'
import { findFile } from './find-file.js'
import type { History } from './history.js'
import type { KeptViews } from './kept-views.js'
import { lookAtDisk, marksOf } from './look-at-disk.js'
import type { Recoveries } from './recovery.js'
import { putBackDocument, type Written, writeDocument } from './save-document.js'
import { hashOf } from './snapshot.js'
import { writeHindrance } from './write-hindrance.js'

/** How long, in milliseconds, an author must rest before what they wrote is saved by itself. */
export const autosaveRest = 1000

/** How long, in milliseconds, a change may be in memory alone. Writing takes its time too, and one second is promised. */
export const recoveryDelay = 400

/** How long, in milliseconds, after a save that failed it is tried again. */
export const retryRest = 5000

/** Another program that writes without end is not waited for. */
const mostTries = 5

/** What a document needs of the room that it is in. */
export interface Room {
  root: string
  clock: Clock
  history: History
  recoveries: Recoveries
  views: KeptViews
  isAutosaving(): boolean
  onChanged(state: DocumentState): void
}

/** One document with the disk under it: whatever happens to it goes through the pure core, one thing at a time. */
export interface LiveDocument {
  current(): Document
  happen(happening: Happening): Outcome<DocumentState>
  /** Compares the disk with the base and takes up what it may. */
  look(): Promise<void>
  /** The same if the disk says that something is different. */
  glance(): Promise<void>
  save(): Promise<Outcome<DocumentState>>
  putBack(): Promise<Outcome<DocumentState>>
  /** Saves what is due to save itself, and keeps for the next start what is not saved. Gives what could not be kept. */
  keep(): Promise<Diagnostic[]>
  /** The same, and nothing is saved by itself any more. */
  end(): Promise<Diagnostic[]>
  /** Waits until what is under way is done. Nothing is saved or kept any more. */
  abandon(): Promise<void>
}

export function liveDocument(start: Document, room: Room): LiveDocument {
  const { root, clock, history, recoveries, views } = room
  const { file } = start
  let document = start
  let isEnded = false
  let isAutosaveDue = false
  let isBaseKept = false
  /** What is among the unsaved texts. */
  let keptText: string | undefined
  /** SHA-256 of the text that is being written. */
  let saving: string | undefined
  let lastTry = 0
  let notWritable: Diagnostic | undefined
  let keptView = start.view
  let marks = ''
  let stopAutosave = () => {}
  let isRecoveryDue = false
  let stopRecovery = () => {}
  let recoveryFaults: Diagnostic[] = []
  const disk = inOrder()
  const keeping = inOrder()
  const recording = inOrder()

  function diskMarks(): string {
    const found = findFile(root, file, 'open')
    if (found.kind === 'there') return marksOf(found.path) ?? 'gone'
    return found.kind === 'gone' ? found.gone : found.fault.message
  }

  function happen(happening: Happening): Outcome<DocumentState> {
    const before = document
    document = proceed(document, happening)
    if (document === before) return success(stateOf(document))
    if (document.base !== before.base || document.theirs !== before.theirs) keepForeign(happening)
    if (isUnsaved(document) || isUnsaved(before) || document.view !== before.view) dueRecovery()
    const isAuthors = ['changed', 'undone', 'redone', 'chosen'].includes(happening.type)
    if (isAuthors && document.text !== before.text) dueAutosave()
    const state = stateOf(document)
    if (document.version !== before.version) room.onChanged(state)
    return success(state)
  }

  /** What another program wrote is a state of the file too, and may be wanted when a merge was not. */
  function keepForeign(happening: Happening): void {
    if (happening.type !== 'looked' || happening.disk.kind !== 'there') return
    const { snapshot } = happening.disk
    void recording(() => history.keep(file, snapshot, clock.now()))
  }

  function dueRecovery(): void {
    if (isRecoveryDue || isEnded) return
    isRecoveryDue = true
    stopRecovery = clock.after(recoveryDelay, () => void keepRecovery())
  }

  /** Tells an author who has something to save that it cannot be, before they try. */
  function lookWhetherWritable(): void {
    const fault = isUnsaved(document) && !document.gone ? writeHindrance(root, file) : undefined
    if (fault) happen({ type: 'notWritten', fault })
    else if (notWritable) happen({ type: 'writable', fault: notWritable })
    notWritable = fault
  }

  /** A disk that was full or read-only may no longer be. */
  function retry(): void {
    const isDue = clock.now() - lastTry >= retryRest
    if (!document.writeFault || !room.isAutosaving() || isAutosaveDue || !isDue) return
    lastTry = clock.now()
    void autosave()
  }

  function keepRecovery(): Promise<void> {
    lookWhetherWritable()
    stopRecovery()
    isRecoveryDue = false
    return keeping(async () => {
      if (document.view !== keptView) {
        keptView = document.view
        await views.keep(file, document.view)
      }
      const { text } = document
      const kept = await recoveries.keep(document, saving)
      keptText = kept.ok && isUnsaved(document) ? text : undefined
      recoveryFaults = kept.ok ? [] : kept.diagnostics
      const [fault] = recoveryFaults
      if (fault) happen({ type: 'notWritten', fault })
    })
  }

  function dueAutosave(): void {
    stopAutosave()
    isAutosaveDue = room.isAutosaving() && !isEnded
    if (isAutosaveDue) stopAutosave = clock.after(autosaveRest, () => void autosave())
  }

  /** What came from another program is shown before anything is written over it; what hinders is told by the look. */
  function autosave(): Promise<void> {
    stopAutosave()
    isAutosaveDue = false
    return disk(async () => {
      const before = document.version
      lookNow('open')
      if (hindranceOf(document)) return
      if (document.version !== before) dueAutosave()
      else await write(false)
    })
  }

  function lookNow(action: 'open' | 'save'): void {
    marks = diskMarks()
    happen({ type: 'looked', disk: lookAtDisk(root, file, action), now: clock.now() })
  }

  async function write(mayPutBack: boolean): Promise<Outcome<unknown>> {
    lastTry = clock.now()
    for (let tries = 0; tries < mostTries; tries += 1) {
      const isPutBack = mayPutBack && document.gone !== undefined
      const hindrance = isPutBack ? undefined : hindranceOf(document)
      if (hindrance) return failure(hindrance)
      if (!isUnsaved(document)) return success(stateOf(document), document.notice ? [document.notice] : [])
      if (!isBaseKept) await keepBase()
      const written = await writeKnowingly(isPutBack)
      if (!written.ok) {
        const [fault] = written.diagnostics
        if (fault) happen({ type: 'notWritten', fault })
        return written
      }
      if (written.value.kind === 'written')
        return success(stateOf(document), await noteWritten(written.value))
      lookNow('save')
    }
    return failure(
      documentFault(
        'busy',
        `cannot save \`${file}\`: another program keeps writing it`,
        'close it there and try again',
      ),
    )
  }

  /** Killed right after, the next start knows what is on the disk for this author's own, and has nothing to ask. */
  async function writeKnowingly(isPutBack: boolean): Promise<Outcome<Written>> {
    const written = document
    saving = hashOf(written.text)
    if (keptText !== written.text) await keepRecovery()
    try {
      return await (isPutBack ? putBackDocument(root, written) : writeDocument(root, written))
    } finally {
      saving = undefined
    }
  }

  /** What the file held when it was taken up is a state of it too, once it is to be replaced. */
  async function keepBase(): Promise<void> {
    isBaseKept = true
    const { base } = document
    // Earlier than what is written now. A disk that refuses it refuses the next one too, and that is told.
    if (base) await recording(() => history.keep(file, base, clock.now() - 1))
  }

  async function noteWritten({ snapshot }: Extract<Written, { kind: 'written' }>): Promise<Diagnostic[]> {
    const merged = document.notice ? [document.notice] : []
    happen({ type: 'written', snapshot })
    // Someone may have written since: the next glance looks.
    marks = ''
    const kept = await recording(() => history.keep(file, snapshot, clock.now()))
    await keepRecovery()
    return kept.ok
      ? merged
      : [...merged, ...kept.diagnostics.map((one) => ({ ...one, severity: 'warning' as const }))]
  }

  async function keep(): Promise<Diagnostic[]> {
    if (isAutosaveDue) await autosave()
    await disk(async () => undefined)
    await recording(async () => undefined)
    await keepRecovery()
    return recoveryFaults
  }

  return {
    current: () => document,
    happen,
    look: () => disk(async () => lookNow('open')),
    async glance() {
      if (diskMarks() !== marks) await disk(async () => lookNow('open'))
      lookWhetherWritable()
      retry()
    },
    save: () =>
      disk(async () => {
        stopAutosave()
        lookNow('save')
        const saved = await write(false)
        return saved.ok ? success(stateOf(document), saved.warnings) : saved
      }),
    putBack: () =>
      disk(async () => {
        lookNow('open')
        const put = await write(true)
        return put.ok ? success(stateOf(document), put.warnings) : put
      }),
    keep,
    end() {
      isEnded = true
      return keep()
    },
    async abandon() {
      isEnded = true
      isAutosaveDue = false
      stopAutosave()
      stopRecovery()
      await disk(async () => undefined)
      await keeping(async () => undefined)
    },
  }
}

/** Runs tasks one after the other, whatever became of those before. */
function inOrder() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task)
    last = mine.catch(() => undefined)
    return mine
  }
}
