import type { JSONContent } from '@tiptap/core'

/** What a clipboard holds, as blocks of the editor and notes that their marks (`footnoteMark`) call by label. */
export interface Pasted {
  blocks: JSONContent[]
  /** In the order of their first marks, labelled from 1. */
  notes: JSONContent[]
  leftOut: LeftOut
}

/** What a section has no place for, by number. */
export interface LeftOut {
  /** Pictures and drawings; what describes one stands in its place. */
  pictures: number
  /** Remarks of reviewers, which are no part of the text. */
  comments: number
}

/** The programs whose HTML is put right before it is read like any other. */
export type Program = 'word' | 'word-online' | 'google-docs' | 'libre-office'

/** Puts a document right in place: what looks like a list becomes one, and what nobody sees goes. */
export type Clean = (document: Document, leftOut: LeftOut) => void
