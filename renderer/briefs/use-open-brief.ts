import { create } from 'zustand'
import type { Brief } from '../../engine/brief/types.js'
import type { Diagnostic } from '../../engine/diagnostic.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'

export interface Draft {
  file: string
  brief: Brief
  /** As it is on the disk. The same object as `brief` while there is nothing to save. */
  saved: Brief
  /** Settings before each change, for undo. The narrative has an undo of its own, in its editors. */
  past: BriefSettings[]
  future: BriefSettings[]
}

export type BriefSettings = Omit<Brief, 'narrative'>

export interface DraftState {
  draft: Draft | undefined
  /** The last version that could be set; it stays while the next one is made or has errors. */
  page: RenderedPdf | undefined
  diagnostics: Diagnostic[]
  /** Whether `page` and `diagnostics` are behind the draft. */
  isUpdating: boolean
  /** The page is an earlier version's: the last one could not be made. */
  isStale: boolean
  isExporting: boolean
  /** Where the reader is taken: a field or section of the brief, told apart by time when asked for again. */
  goTo: { target: BriefPlace; at: number } | undefined
}

export type BriefPlace = { type: 'section'; id: string } | { type: 'field'; name: string }

const empty: DraftState = {
  draft: undefined,
  page: undefined,
  diagnostics: [],
  isUpdating: false,
  isStale: false,
  isExporting: false,
  goTo: undefined,
}

/** The brief that is open, and the page made from it. */
export const useDraft = create<DraftState>(() => empty)

/** Puts a brief on the desk in place of the one that was there. */
export function takeUp(file: string, brief: Brief): void {
  useDraft.setState({ ...empty, draft: { file, brief, saved: brief, past: [], future: [] } })
}

export function putAway(): void {
  useDraft.setState(empty)
}

export function isUnsaved({ draft }: DraftState): boolean {
  return draft !== undefined && draft.brief !== draft.saved
}

/** Changes settings. An empty text is left out of the brief, so that the template's own shows again. */
export function changeBrief(change: Partial<BriefSettings>): void {
  edit((draft) => {
    const { narrative, ...before } = draft.brief
    const after = Object.fromEntries(
      Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    ) as unknown as BriefSettings
    return { ...draft, brief: { ...after, narrative }, past: [...draft.past, before].slice(-200), future: [] }
  })
}

/** Gives a parameter a value; `undefined` gives it back to the template's default. */
export function changeParameter(name: string, value: Brief['parameters'][string] | undefined): void {
  const { draft } = useDraft.getState()
  if (!draft) return
  const { [name]: _old, ...others } = draft.brief.parameters
  changeBrief({ parameters: value === undefined ? others : { ...others, [name]: value } })
}

/** Puts Markdown into a section; none at all gives it back to the template's own text. */
export function changeNarrative(section: string, markdown: string): void {
  edit((draft) => {
    const { [section]: old, ...others } = draft.brief.narrative
    if ((old ?? '') === markdown) return draft
    const narrative = markdown === '' ? others : { ...draft.brief.narrative, [section]: markdown }
    return { ...draft, brief: { ...draft.brief, narrative } }
  })
}

export function undoSettings(): void {
  edit((draft) => {
    const before = draft.past.at(-1)
    if (!before) return draft
    const { narrative, ...now } = draft.brief
    const past = draft.past.slice(0, -1)
    return { ...draft, brief: { ...before, narrative }, past, future: [now, ...draft.future] }
  })
}

export function redoSettings(): void {
  edit((draft) => {
    const [after, ...future] = draft.future
    if (!after) return draft
    const { narrative, ...now } = draft.brief
    return { ...draft, brief: { ...after, narrative }, past: [...draft.past, now], future }
  })
}

/** `brief` is what reached the disk; what was typed meanwhile stays unsaved. */
export function noteSaved(file: string, brief: Brief): void {
  edit((draft) => (draft.file === file ? { ...draft, saved: brief } : draft))
}

export function goTo(target: BriefPlace): void {
  useDraft.setState({ goTo: { target, at: performance.now() } })
}

function edit(change: (draft: Draft) => Draft): void {
  const { draft } = useDraft.getState()
  if (draft) useDraft.setState({ draft: change(draft) })
}
