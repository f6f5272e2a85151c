import { create } from 'zustand'

type Answer = 'save' | 'discard' | 'cancel'

interface BriefDialogs {
  /** Answers the question whether to save, while it is asked. */
  answer: ((answer: Answer) => void) | undefined
  /** The dialog for a new brief is open, with this template chosen first. */
  newBrief: { template?: string } | undefined
}

/** What briefs ask over the window, while they do. */
export const useBriefDialogs = create<BriefDialogs>(() => ({ answer: undefined, newBrief: undefined }))

export function askForNewBrief(template?: string): void {
  useBriefDialogs.setState({ newBrief: { template } })
}

export function putNewBriefAway(): void {
  useBriefDialogs.setState({ newBrief: undefined })
}

/** Whether the changes to the open brief are kept. Only one question is asked at a time. */
export function askWhetherToSave(): Promise<Answer> {
  // The menu still works while the question is asked; what was asked for first is given up then.
  useBriefDialogs.getState().answer?.('cancel')
  return new Promise((resolve) => {
    useBriefDialogs.setState({
      answer(given) {
        useBriefDialogs.setState({ answer: undefined })
        resolve(given)
      },
    })
  })
}
