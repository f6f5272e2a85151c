import { isAbsolute, join, relative, sep } from 'node:path'
import * as z from 'zod'
import { type Outcome, success } from '../../../engine/base/index.js'
import { compareWords } from '../../../engine/compare/index.js'
import type { Choice, DocumentCalls, TextChange } from '../../contract/index.js'
import { name, nothing, textFile } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

/** In characters. As much as a file may have that is opened. */
const text = z.string().max(16 * 1024 * 1024)

/** In characters of JSON. It is written again with each change. */
const largestView = 100_000

const view = z.unknown().refine(isSmall)

const version = z.int().min(1)

const change: z.ZodType<TextChange> = z.strictObject({
  text,
  view: view.optional(),
  kind: z.enum(['narrative', 'setting', 'structured']),
  version,
})

const choice: z.ZodType<Choice> = z.union([
  z.enum(['mine', 'theirs', 'mine-then-theirs', 'theirs-then-mine']),
  z.strictObject({ text }),
])

const justFile = z.tuple([textFile])
const stateOfFile = z.tuple([textFile, name])

export const documentInputs: Inputs<DocumentCalls> = {
  openDocument: justFile,
  listDocuments: nothing,
  changeDocument: z.tuple([textFile, change]),
  keepView: z.tuple([textFile, view]),
  undoDocument: justFile,
  redoDocument: justFile,
  saveDocument: justFile,
  resolveDocument: z.tuple([textFile, z.array(choice).max(10_000), version]),
  putBackDocument: justFile,
  saveDocumentElsewhere: justFile,
  letDocumentGo: justFile,
  closeDocument: justFile,
  documentHistory: justFile,
  compareWithHistory: stateOfFile,
  restoreDocument: stateOfFile,
}

export function documentHandlers({ workspace, settings, ask, say }: Main): Handlers<DocumentCalls> {
  const { documents, session } = workspace
  return {
    async openDocument(file) {
      const opened = await documents().open(file)
      if (opened.ok && file.startsWith('briefs/')) settings.noteOpened(file)
      return opened
    },
    listDocuments: () => success(documents().list(), workspace.recoveryFaults()),
    changeDocument: (file, change) => documents().change(file, change),
    keepView: (file, view) => done(documents().keepView(file, view)),
    undoDocument: (file) => documents().undo(file),
    redoDocument: (file) => documents().redo(file),
    saveDocument: (file) => documents().save(file),
    resolveDocument: (file, choices, version) => documents().resolve(file, choices, version),
    putBackDocument: (file) => documents().putBack(file),
    async saveDocumentElsewhere(file) {
      const state = documents().state(file)
      if (!state.ok) return state
      const { folder } = session()
      const chosen = await ask.whereToSave({ title: say().saveElsewhere, defaultPath: join(folder, file) })
      if (!chosen) return success(null)
      const written = await documents().saveElsewhere(file, chosen)
      if (!written.ok) return written
      const inside = fileIn(folder, written.value)
      const opened = inside === undefined ? undefined : await documents().open(inside)
      return success({ path: written.value, opened: opened?.ok ? opened.value : undefined }, written.warnings)
    },
    letDocumentGo: (file) => documents().letGo(file),
    closeDocument: (file) => documents().close(file),
    documentHistory: (file) => success(documents().history(file)),
    compareWithHistory(file, id) {
      const now = documents().state(file)
      if (!now.ok) return now
      const earlier = documents().readHistory(file, id)
      return earlier.ok ? success(compareWords(earlier.value, now.value.text)) : earlier
    },
    restoreDocument: (file, id) => documents().restore(file, id),
  }
}

function done(outcome: Outcome<unknown>): Outcome<true> {
  return outcome.ok ? success(true as const, outcome.warnings) : outcome
}

/** The path in the workspace of a text file that lies in one of its own folders. */
function fileIn(folder: string, path: string): string | undefined {
  const way = relative(folder, path)
  const file = way.split(sep).join('/')
  return !isAbsolute(way) && textFile.safeParse(file).success ? file : undefined
}

/** What goes round in a circle cannot be kept either. */
function isSmall(view: unknown): boolean {
  try {
    return (JSON.stringify(view) ?? '').length <= largestView
  } catch {
    return false
  }
}
