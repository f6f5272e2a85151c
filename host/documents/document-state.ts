import type { Diagnostic } from '../../engine/base/index.js'
import { conflictOf, type Document, type Gone, isUnsaved } from './document.js'
import { conflictFault, goneFault } from './document-faults.js'
import type { Part } from './merge-lines.js'

/** What a window shows of a document. Plain data. */
export interface DocumentState {
  /** Path in the workspace, with `/`. */
  file: string
  text: string
  /** As the view handed it in last. */
  view: unknown
  /** Its text is not on the disk: it was changed, was never saved, or the file went away. */
  isUnsaved: boolean
  /** It was not saved when the program ended before. */
  isRecovered: boolean
  /** What the author and another program both changed, and what lies between. Nothing is saved until it is resolved. */
  conflict?: Part[]
  gone?: Gone
  /** Why it could not be read or saved last. */
  fault?: Diagnostic
  /** What was taken up from another program, until the next change or save. */
  notice?: Diagnostic
  canUndo: boolean
  canRedo: boolean
  /** To be handed back with a change, so that one made before the text was merged does not undo the merge. */
  version: number
}

export function stateOf(document: Document): DocumentState {
  const { file, text, view, isRecovered, gone, readFault, writeFault, notice, past, future, version } =
    document
  return {
    file,
    text,
    view,
    isUnsaved: isUnsaved(document),
    isRecovered: isRecovered && isUnsaved(document),
    conflict: conflictOf(document),
    gone,
    fault: readFault ?? writeFault,
    notice,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    version,
  }
}

/** Why a document cannot be saved as things are; nothing when it can. */
export function hindranceOf({ file, gone, readFault, theirs }: Document): Diagnostic | undefined {
  if (readFault) return readFault
  if (gone) return goneFault(file, gone)
  return theirs ? conflictFault(file) : undefined
}
