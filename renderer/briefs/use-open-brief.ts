import { create } from 'zustand'
import type { Diagnostic } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { goNowhere } from '../problems/go-to.js'

export interface OpenBrief {
  file: string
  brief: Brief
  /** As it is on the disk. The same object as `brief` while there is nothing to save. */
  saved: Brief
  /** Settings before each change, for undo. The narrative has an undo of its own, in its editors. */
  past: BriefSettings[]
  future: BriefSettings[]
}

export type BriefSettings = Omit<Brief, 'narrative'>

interface OpenBriefState {
  open: OpenBrief | undefined
  /** The last version that could be set; it stays while the next one is made or has errors. */
  page: RenderedPdf | undefined
  diagnostics: Diagnostic[]
  /** Whether `page` and `diagnostics` are behind the brief. */
  isUpdating: boolean
  /** The page is an earlier version's: the last one could not be made. */
  isStale: boolean
}

const empty: OpenBriefState = {
  open: undefined,
  page: undefined,
  diagnostics: [],
  isUpdating: false,
  isStale: false,
}

/** The brief that is open, and the page made from it. */
export const useOpenBrief = create<OpenBriefState>(() => empty)

/** Opens a brief in place of the one that was open. */
export function takeUp(file: string, brief: Brief): void {
  goNowhere()
  useOpenBrief.setState({ ...empty, open: { file, brief, saved: brief, past: [], future: [] } })
}

export function putAway(): void {
  goNowhere()
  useOpenBrief.setState(empty)
}

export function isUnsaved({ open }: OpenBriefState): boolean {
  return open !== undefined && open.brief !== open.saved
}

/** Changes settings. An empty text is left out of the brief, so that the template's own shows again. */
export function changeBrief(change: Partial<BriefSettings>): void {
  edit((open) => {
    const { narrative, ...before } = open.brief
    const after = Object.fromEntries(
      Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    ) as unknown as BriefSettings
    return { ...open, brief: { ...after, narrative }, past: [...open.past, before].slice(-200), future: [] }
  })
}

/** Gives a parameter a value; `undefined` gives it back to the template's default. */
export function changeParameter(name: string, value: Brief['parameters'][string] | undefined): void {
  const { open } = useOpenBrief.getState()
  if (!open) return
  const { [name]: _old, ...others } = open.brief.parameters
  changeBrief({ parameters: value === undefined ? others : { ...others, [name]: value } })
}

/** Puts Markdown into a section; none at all gives it back to the template's own text. */
export function changeNarrative(section: string, markdown: string): void {
  edit((open) => {
    const { [section]: old, ...others } = open.brief.narrative
    if ((old ?? '') === markdown) return open
    const narrative = markdown === '' ? others : { ...open.brief.narrative, [section]: markdown }
    return { ...open, brief: { ...open.brief, narrative } }
  })
}

export function undoSettings(): void {
  edit((open) => {
    const before = open.past.at(-1)
    if (!before) return open
    const { narrative, ...now } = open.brief
    const past = open.past.slice(0, -1)
    return { ...open, brief: { ...before, narrative }, past, future: [now, ...open.future] }
  })
}

export function redoSettings(): void {
  edit((open) => {
    const [after, ...future] = open.future
    if (!after) return open
    const { narrative, ...now } = open.brief
    return { ...open, brief: { ...after, narrative }, past: [...open.past, now], future }
  })
}

/** `brief` is what reached the disk; what was typed meanwhile stays unsaved. */
export function noteSaved(file: string, brief: Brief): void {
  edit((open) => (open.file === file ? { ...open, saved: brief } : open))
}

function edit(change: (open: OpenBrief) => OpenBrief): void {
  const { open } = useOpenBrief.getState()
  if (open) useOpenBrief.setState({ open: change(open) })
}
