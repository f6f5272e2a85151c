import { create } from 'zustand'

interface BriefDialogs {
  /** The dialog for a new brief is open, with this template chosen first. */
  newBrief: { template?: string } | undefined
}

/** What briefs ask over the window, while they do. */
export const useBriefDialogs = create<BriefDialogs>(() => ({ newBrief: undefined }))

export function askForNewBrief(template?: string): void {
  useBriefDialogs.setState({ newBrief: { template } })
}

export function putNewBriefAway(): void {
  useBriefDialogs.setState({ newBrief: undefined })
}
