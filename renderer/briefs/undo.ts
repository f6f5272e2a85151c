import type { Brief } from '../../engine/brief/types.js'
import { redoDocument, undoDocument } from '../documents/document-actions.js'
import { documentOf } from '../documents/use-documents.js'
import { followNextChange } from '../editor/take-over.js'
import { type BriefPlace, goTo, placeName } from '../problems/go-to.js'
import { fileInFront, useOpenBrief } from './use-open-brief.js'

type Way = 'undo' | 'redo'

/** The menu's undo: of the document in front, whatever in it was changed last, and shows where that was. */
export function undo(): void {
  turn = inTurn('undo', turn)
}

export function redo(): void {
  turn = inTurn('redo', turn)
}

/** The last one that was asked for: each shows what it changed itself, however fast the keys are pressed. */
let turn: Promise<void> = Promise.resolve()

async function inTurn(way: Way, before: Promise<void>): Promise<void> {
  await before
  await go(way)
}

async function go(way: Way): Promise<void> {
  // A field of a dialog is no part of the document, and has an undo of its own, which the browser keeps.
  if (document.activeElement?.closest('[role="dialog"], [role="alertdialog"]')) {
    document.execCommand(way)
    return
  }
  const file = fileInFront(useOpenBrief.getState())
  const state = documentOf(file)?.state
  if (file === undefined || !state) return
  const before = useOpenBrief.getState().open?.brief
  followNextChange(true)
  await (way === 'undo' ? undoDocument(file) : redoDocument(file))
  followNextChange(false)
  const after = useOpenBrief.getState().open?.brief
  const place = before && after && placeOfChange(before, after)
  if (place && !isWhereTheCursorIs(place)) goTo(place)
}

/** Where two versions of a brief differ first. */
function placeOfChange(before: Brief, after: Brief): BriefPlace | undefined {
  const id = differing(before.narrative, after.narrative)
  if (id !== undefined) return { type: 'section', id }
  const parameter = differing(before.parameters, after.parameters)
  if (parameter !== undefined) return { type: 'field', name: `parameter:${parameter}` }
  const { narrative: _n, parameters: _p, ...rest } = before
  const { narrative: _an, parameters: _ap, ...others } = after
  const name = differing(rest, others)
  return name === undefined ? undefined : { type: 'field', name }
}

function differing(before: object, after: object): string | undefined {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].find(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  )
}

function isWhereTheCursorIs(place: BriefPlace): boolean {
  return document.activeElement?.closest(`[data-place="${CSS.escape(placeName(place))}"]`) != null
}
