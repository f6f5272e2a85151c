/**
 * The room in which every edited text file of a workspace lives, whichever view shows it.
 *
 * A document has a base (what the disk held when it was last read or written), a text (what the author has now) and
 * the disk (what is there now). It promises that
 *
 * - a save writes in place of the base and of nothing else. What another program wrote meanwhile is merged by lines and
 *   said (`notice`), or shown on both sides (`conflict`) and written only after `resolve`;
 * - a file or folder that went away (`gone`) is not made again unless `putBack` or `saveElsewhere` says so;
 * - what is not saved is in `dataFolder` half a second after it was typed, and open again at the next start
 *   (`isRecovered`), through the same merge; `end` makes closing a window a matter of no question;
 * - undo and redo go through all changes of a document in their order, merges and restored states among them;
 * - each saved state, and each that another program left, is in the history, by content and within limits;
 * - what a disk or file gets wrong is a diagnostic (`fault`, or the failed outcome) that says what was tried.
 *
 * `openDocuments({ workspace, dataFolder })` gives the room. A view calls `open` or `create`, shows the state, hands in
 * whole texts with `change` and the `version` it shows, and puts the text on screen whenever `onChanged` brings one of a
 * later version that it did not make itself. Every state is plain data. Two windows, or two programs, on one folder need
 * no lock: all go through the same compare, merge and ask. Only for the moment between the last look and the rename do
 * processes of this program take turns.
 */
export type { ChangeKind } from './changes.js'
export type { Clock } from './clock.js'
export type { Choice, Gone } from './document.js'
export type { DocumentState } from './document-state.js'
export type { HistoryEntry, HistoryLimits } from './history.js'
export type { Part } from './merge-lines.js'
export { type Documents, type DocumentsOptions, openDocuments, type TextChange } from './open-documents.js'
