import { create } from 'zustand'

/** A place in the open brief. */
export type BriefPlace = { type: 'section'; id: string } | { type: 'field'; name: string }

/** Where the reader is taken in the open brief, told apart by time when asked for again. */
export const useGoTo = create<{ asked: { target: BriefPlace; at: number } | undefined }>(() => ({
  asked: undefined,
}))

export function goTo(target: BriefPlace): void {
  useGoTo.setState({ asked: { target, at: performance.now() } })
}

/** The brief that it was in is no longer open. */
export function goNowhere(): void {
  useGoTo.setState({ asked: undefined })
}
