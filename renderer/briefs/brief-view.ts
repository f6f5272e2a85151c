import { keepView, viewOf } from '../documents/hand-in.js'
import type { PagePlace } from '../page/page-stack.js'

export type WorkTab = 'settings' | 'text'

export interface Caret {
  section: string
  from: number
  to: number
}

/** Where the author is in a brief: kept with its document, and there again when it is opened. */
export interface BriefView {
  tab?: WorkTab
  caret?: Caret
  /** How far each tab is scrolled, in pixels. */
  scroll?: Partial<Record<WorkTab, number>>
  page?: PagePlace
}

/** What was kept comes from a file of an earlier start, so nothing in it is believed. */
export function briefView(file: string): BriefView {
  const { tab, caret, scroll, page } = group(viewOf(file))
  const { section, from, to } = group(caret)
  const { top, zoom } = group(page)
  return {
    tab: tab === 'settings' || tab === 'text' ? tab : undefined,
    caret: typeof section === 'string' && isNumber(from) && isNumber(to) ? { section, from, to } : undefined,
    scroll: {
      settings: numberIn(group(scroll)['settings']),
      text: numberIn(group(scroll)['text']),
    },
    page: isNumber(top) && (isNumber(zoom) || zoom === 'fit') ? { top, zoom } : undefined,
  }
}

export function noteView(file: string, part: Partial<BriefView>): void {
  keepView(file, { ...group(viewOf(file)), ...part })
}

export function noteScroll(file: string, tab: WorkTab, top: number): void {
  noteView(file, { scroll: { ...briefView(file).scroll, [tab]: top } })
}

function group(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function numberIn(value: unknown): number | undefined {
  return isNumber(value) ? value : undefined
}
