import { unreachable } from '../../engine/base/index.js'
import { ConflictDialog } from './conflict-dialog.js'
import { useDocumentDialogs } from './document-dialogs.js'
import { HistoryDialog } from './history-dialog.js'
import { NewsDialog } from './news-dialog.js'
import { useDocument } from './use-documents.js'

/** The dialog on an edited file that lies over the window, as long as the file is open. */
export function DocumentDialog() {
  const open = useDocumentDialogs((state) => state.open)
  const document = useDocument(open?.file)
  if (!open || !document) return null
  switch (open.dialog) {
    case 'history':
      return <HistoryDialog file={open.file} />
    case 'conflict':
      return <ConflictDialog state={document.state} />
    case 'news':
      return document.news ? <NewsDialog file={open.file} document={document} news={document.news} /> : null
    default:
      return unreachable(open.dialog)
  }
}
