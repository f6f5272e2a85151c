import { create } from 'zustand'

type DocumentDialog = 'history' | 'conflict' | 'news'

/** Which dialog on which file lies over the window, if one does. */
export const useDocumentDialogs = create<{ open: { dialog: DocumentDialog; file: string } | undefined }>(
  () => ({
    open: undefined,
  }),
)

export function showDocumentDialog(dialog: DocumentDialog, file: string): void {
  useDocumentDialogs.setState({ open: { dialog, file } })
}

export function putDocumentDialogAway(): void {
  useDocumentDialogs.setState({ open: undefined })
}
