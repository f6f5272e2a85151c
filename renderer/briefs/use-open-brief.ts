import { create } from 'zustand'
import type { DocumentState } from '../../electron/contract/index.js'
import type { Diagnostic } from '../../engine/base/index.js'
import { editBrief, parseBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { dropNoticesAbout } from '../base/notices.js'
import { handIn } from '../documents/hand-in.js'
import { documentOf, useDocuments } from '../documents/use-documents.js'
import { goNowhere } from '../problems/go-to.js'

export interface OpenBrief {
  file: string
  brief: Brief
}

/** A brief's file that cannot be read as one. */
export interface UnreadableBrief {
  file: string
  text: string
  diagnostics: Diagnostic[]
}

interface OpenBriefState {
  /** What the document in front says. */
  open: OpenBrief | undefined
  /** The document in front, where it says nothing that is a brief. */
  unreadable: UnreadableBrief | undefined
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
  unreadable: undefined,
  page: undefined,
  diagnostics: [],
  isUpdating: false,
  isStale: false,
}

/** The brief that is in front, a face on its document, and the page made from it. */
export const useOpenBrief = create<OpenBriefState>(() => empty)

/** The text that `open` was read from, or was written to. */
let known = ''

/** Puts a brief in front, in place of the one that was. Its document is open. */
export function takeUp({ file, text }: Pick<DocumentState, 'file' | 'text'>): void {
  leaveBehind(file)
  useOpenBrief.setState({ ...empty, ...readIn(file, text) })
}

export function putAway(): void {
  leaveBehind(undefined)
  useOpenBrief.setState(empty)
}

/** What leads into the brief in front, or was said of it, goes when `next` takes its place. */
function leaveBehind(next: string | undefined): void {
  goNowhere()
  const file = fileInFront(useOpenBrief.getState())
  if (file !== undefined && file !== next) dropNoticesAbout(file)
}

export function fileInFront({ open, unreadable }: Pick<OpenBriefState, 'open' | 'unreadable'>) {
  return open?.file ?? unreadable?.file
}

/** Follows what becomes of the text in front other than by what is changed here, until the result is called. */
export function followDocument(): () => void {
  return useDocuments.subscribe(({ byFile }) => {
    const file = fileInFront(useOpenBrief.getState())
    const document = file === undefined ? undefined : byFile[file]
    if (file !== undefined && document && document.text !== known)
      useOpenBrief.setState(readIn(file, document.text))
  })
}

function readIn(file: string, text: string): Pick<OpenBriefState, 'open' | 'unreadable'> {
  known = text
  const brief = parseBrief({ path: file, text })
  if (brief.ok) return { open: { file, brief: brief.value }, unreadable: undefined }
  return { open: undefined, unreadable: { file, text, diagnostics: brief.diagnostics } }
}

export type BriefSettings = Omit<Brief, 'narrative'>

/** A line that is typed is taken back as text is, a choice by itself. */
export type Manner = 'typed' | 'chosen'

/** Changes settings. An empty text is left out of the brief, so that the template's own shows again. */
export function changeBrief(change: Partial<BriefSettings>, manner: Manner = 'chosen'): void {
  edit(manner, ({ narrative, ...before }) => {
    const after = Object.fromEntries(
      Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    ) as unknown as BriefSettings
    return { ...after, narrative }
  })
}

/** Gives a parameter a value; `undefined` gives it back to the template's default. */
export function changeParameter(
  name: string,
  value: Brief['parameters'][string] | undefined,
  manner: Manner = 'chosen',
): void {
  const { open } = useOpenBrief.getState()
  if (!open) return
  const { [name]: _old, ...others } = open.brief.parameters
  changeBrief(
    { parameters: value === undefined ? others : { ...open.brief.parameters, [name]: value } },
    manner,
  )
}

/** Puts Markdown into a section; none at all gives it back to the template's own text. */
export function changeNarrative(section: string, markdown: string, manner: Manner = 'typed'): void {
  edit(manner, (brief) => {
    const { [section]: old = '', ...others } = brief.narrative
    if (old === markdown) return brief
    return { ...brief, narrative: markdown === '' ? others : { ...brief.narrative, [section]: markdown } }
  })
}

/** Shows the changed brief at once, and hands in the text that it is in its file. */
function edit(manner: Manner, change: (brief: Brief) => Brief): void {
  const { open } = useOpenBrief.getState()
  const document = documentOf(open?.file)
  if (!open || !document) return
  const brief = change(open.brief)
  if (brief === open.brief) return
  known = editBrief(document.text, brief)
  useOpenBrief.setState({ open: { ...open, brief } })
  handIn(open.file, known, manner === 'typed' ? 'narrative' : 'setting')
}
