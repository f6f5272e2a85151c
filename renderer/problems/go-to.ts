import { create } from 'zustand'

/** A place in the open brief. */
export type BriefPlace = { type: 'section'; id: string } | { type: 'field'; name: string }

/** Where the reader is taken in the open brief, told apart by time when asked for again. */
export const useGoTo = create<{ asked: { target: BriefPlace; at: number } | undefined }>(() => ({
  asked: undefined,
}))

/** What the place is called in the page, by `data-place`. */
export function placeName(place: BriefPlace): string {
  return place.type === 'section' ? `section:${place.id}` : `field:${place.name}`
}

export function goTo(target: BriefPlace): void {
  useGoTo.setState({ asked: { target, at: performance.now() } })
}

/** The brief that it was in is no longer open. */
export function goNowhere(): void {
  useGoTo.setState({ asked: undefined })
}
