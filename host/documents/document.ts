/**
 * What one edited file is, and how it becomes the next: a pure function of what it was and of what happened.
 *
 * `base` is what the disk held when it was last read or written, `text` what the author has now. Whatever happens, a
 * line that the author typed or another program wrote goes only if one of them took it out, or if the author saw both
 * sides and chose.
 */
import { type Diagnostic, unreachable } from '../../engine/base/index.js'
import { type Change, type ChangeKind, doAgain, takeBack, withChange } from './changes.js'
import { mergedNotice, takenUpNotice } from './document-faults.js'
import { joinParts, mergeLines, type Part } from './merge-lines.js'
import type { Snapshot } from './snapshot.js'

/** What went away: the file alone, its folder with it, or the whole workspace. */
export type Gone = 'file' | 'folder' | 'workspace'

/** What a look at the disk found. */
export type Disk =
  | { kind: 'there'; snapshot: Snapshot }
  | { kind: 'gone'; gone: Gone }
  | { kind: 'unreadable'; fault: Diagnostic }

/** How the author decides a part that both sides changed; `{ text }` is what they wrote instead of either. */
export type Choice = 'mine' | 'theirs' | 'mine-then-theirs' | 'theirs-then-mine' | { text: string }

export interface Document {
  /** Path in the workspace, with `/`. */
  readonly file: string
  /** Nothing for a file that was never on the disk. */
  readonly base: Snapshot | undefined
  readonly text: string
  /** Whatever the view wants back, as it was handed in. */
  readonly view: unknown
  readonly past: readonly Change[]
  readonly future: readonly Change[]
  /** What the disk holds, where it waits for the author to choose. */
  readonly theirs?: Snapshot
  readonly gone?: Gone
  readonly readFault?: Diagnostic
  readonly writeFault?: Diagnostic
  /** What was taken up from the disk last, until the next change or save. */
  readonly notice?: Diagnostic
  /** Its text was not saved when the program ended. */
  readonly isRecovered: boolean
  /** Counts whatever can be seen. */
  readonly version: number
  readonly takenUp: readonly TakenUp[]
}

/** What came from the disk into the text: a view that has not heard of it yet still hands in texts without it. */
interface TakenUp {
  /** The first version that has it. */
  version: number
  before: Document
  after: string
}

export type Happening =
  | { type: 'changed'; text: string; view: unknown; kind: ChangeKind; version: number; now: number }
  | { type: 'viewed'; view: unknown }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'looked'; disk: Disk; now: number }
  | { type: 'chosen'; choices: Choice[]; now: number }
  | { type: 'written'; snapshot: Snapshot }
  | { type: 'notWritten'; fault: Diagnostic }
  /** What hindered writing is gone: `fault`, if that is what was said last. */
  | { type: 'writable'; fault: Diagnostic }

/** Views not heard of a change on the disk after this many more are held to have. */
const mostTakenUp = 20

export function newDocument(file: string, text: string): Document {
  return {
    file,
    base: undefined,
    text,
    view: undefined,
    past: [],
    future: [],
    isRecovered: false,
    version: 1,
    takenUp: [],
  }
}

export function documentOf(file: string, base: Snapshot): Document {
  return { ...newDocument(file, base.text), base }
}

/** Whether its text is nowhere but here. */
export function isUnsaved({ base, text, gone }: Document): boolean {
  return base === undefined || gone !== undefined || text !== base.text
}

/** What both sides changed and the rest around it, part by part; nothing where there is nothing to choose. */
export function conflictOf({ base, text, theirs }: Document): Part[] | undefined {
  if (!theirs) return undefined
  const merge = mergeLines(base?.text ?? '', text, theirs.text)
  return merge.isClean ? undefined : merge.parts
}

/** The document after what happened; the same one where nothing about it is different. */
export function proceed(document: Document, happening: Happening): Document {
  switch (happening.type) {
    case 'changed':
      return changed(document, happening)
    case 'viewed':
      return { ...document, view: happening.view }
    case 'undone':
      return undone(document)
    case 'redone':
      return redone(document)
    case 'looked':
      return looked(document, happening.disk, happening.now)
    case 'chosen':
      return chosen(document, happening.choices, happening.now)
    case 'written':
      return written(document, happening.snapshot)
    case 'notWritten':
      if (sameFault(document.writeFault, happening.fault)) return document
      return next(document, { writeFault: happening.fault })
    case 'writable':
      if (!sameFault(document.writeFault, happening.fault)) return document
      return next(document, { writeFault: undefined })
    default:
      return unreachable(happening)
  }
}

function changed(document: Document, change: Extract<Happening, { type: 'changed' }>): Document {
  const { text, view, kind, now } = change
  const missed = document.takenUp.filter(({ version }) => version > change.version)
  const [first, last] = [missed[0], missed.at(-1)]
  if (!first || !last) {
    if (text === document.text) return { ...document, view, takenUp: [] }
    return edited({ ...document, takenUp: [] }, { text, view, kind, now })
  }
  const merge = mergeLines(first.before.text, text, last.after)
  if (merge.isClean) return edited(document, { text: merge.text, view, kind, now })
  // Back to where the view was, and from there to what the disk holds: both sides are then shown.
  const disk: Disk | undefined = document.base && {
    kind: 'there',
    snapshot: document.theirs ?? document.base,
  }
  const back = { ...edited(document, { text, view, kind, now }), base: first.before.base, theirs: undefined }
  return disk ? looked(back, disk, now) : back
}

interface Edit {
  text: string
  view: unknown
  kind: ChangeKind
  now: number
}

function edited(document: Document, { text, view, kind, now }: Edit): Document {
  if (text === document.text) return { ...document, view }
  const facts = { kind, viewBefore: document.view, viewAfter: view, when: now }
  const past = withChange(document.past, document.text, text, facts)
  const one = next(document, { text, view, past, future: [], notice: undefined })
  return one.theirs ? settled(one, one.theirs, now) : one
}

function undone(document: Document): Document {
  const change = document.past.at(-1)
  if (!change) return document
  return next(document, {
    text: takeBack(document.text, change),
    view: change.viewBefore,
    past: document.past.slice(0, -1),
    future: [...document.future, change],
    notice: undefined,
  })
}

function redone(document: Document): Document {
  const change = document.future.at(-1)
  if (!change) return document
  return next(document, {
    text: doAgain(document.text, change),
    view: change.viewAfter,
    past: [...document.past, change],
    future: document.future.slice(0, -1),
    notice: undefined,
  })
}

function looked(document: Document, disk: Disk, now: number): Document {
  switch (disk.kind) {
    case 'gone':
      // It was never there, and so did not go.
      if (document.base === undefined && disk.gone !== 'workspace') return withoutFault(document)
      if (document.gone === disk.gone && !document.theirs && !document.readFault) return document
      return next(document, { gone: disk.gone, theirs: undefined, readFault: undefined })
    case 'unreadable':
      if (sameFault(document.readFault, disk.fault)) return document
      return next(document, { readFault: disk.fault })
    case 'there': {
      const here = document.gone ? next(document, { gone: undefined }) : document
      return settled(withoutFault(here), disk.snapshot, now)
    }
    default:
      return unreachable(disk)
  }
}

/** Brings what the disk holds and the author's text together, or leaves both for the author to choose. */
function settled(document: Document, disk: Snapshot, now: number): Document {
  const { base, text } = document
  if (disk.hash === base?.hash) return document.theirs ? next(document, { theirs: undefined }) : document
  const merge = mergeLines(base?.text ?? '', text, disk.text)
  if (!merge.isClean) return document.theirs?.hash === disk.hash ? document : next(document, { theirs: disk })
  const had = base === undefined ? '' : base.text
  // Only the ends of its lines are different, or both sides did the same.
  if (merge.text === text) return next(document, { base: disk, theirs: undefined })
  const notice = text === had ? takenUpNotice(document.file) : mergedNotice(document.file)
  const facts = { kind: 'disk', viewBefore: document.view, viewAfter: document.view, when: now } as const
  const one = next(document, {
    base: disk,
    theirs: undefined,
    text: merge.text,
    past: withChange(document.past, text, merge.text, facts),
    future: [],
    notice,
  })
  const record = { version: one.version, before: { ...document, takenUp: [] }, after: merge.text }
  return { ...one, takenUp: [...document.takenUp.slice(1 - mostTakenUp), record] }
}

function chosen(document: Document, choices: readonly Choice[], now: number): Document {
  const parts = conflictOf(document)
  if (!parts || !document.theirs) return document
  const left = [...choices]
  const text = joinParts(
    parts.flatMap((part) =>
      part.kind === 'settled' ? [part.text] : decided(part, left.shift() ?? 'mine-then-theirs'),
    ),
  )
  const resolved = next(document, { base: document.theirs, theirs: undefined })
  const one = edited(resolved, { text, view: document.view, kind: 'chosen', now })
  const record = { version: one.version, before: { ...document, takenUp: [] }, after: text }
  return { ...one, takenUp: [...document.takenUp.slice(1 - mostTakenUp), record] }
}

function decided({ mine, theirs }: Extract<Part, { kind: 'both' }>, choice: Choice): (string | undefined)[] {
  if (typeof choice === 'object') return [choice.text]
  switch (choice) {
    case 'mine':
      return [mine]
    case 'theirs':
      return [theirs]
    case 'mine-then-theirs':
      return [mine, theirs]
    case 'theirs-then-mine':
      return [theirs, mine]
    default:
      return unreachable(choice)
  }
}

/** What was written may be older than the text: its author went on typing. */
function written(document: Document, snapshot: Snapshot): Document {
  const isRecovered = document.isRecovered && document.text !== snapshot.text
  return next(document, {
    base: snapshot,
    theirs: undefined,
    gone: undefined,
    readFault: undefined,
    writeFault: undefined,
    notice: undefined,
    isRecovered,
  })
}

function withoutFault(document: Document): Document {
  return document.readFault ? next(document, { readFault: undefined }) : document
}

function next(document: Document, change: Partial<Document>): Document {
  return { ...document, ...change, version: document.version + 1 }
}

function sameFault(one: Diagnostic | undefined, other: Diagnostic): boolean {
  return one?.code === other.code && one.message === other.message
}
