import { useBriefDialogs } from '../briefs/brief-dialogs.js'
import { NewBriefDialog } from '../briefs/new-brief-dialog.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'
import { DocumentDialog } from '../documents/document-dialog.js'
import { ExportDialog } from '../exports/export-dialog.js'
import { PdfDialog } from '../exports/pdf-dialog.js'
import { useExports } from '../exports/use-exports.js'
import { usePdf } from '../exports/use-pdf.js'
import { ExportPackDialog } from '../packs/export-pack-dialog.js'
import { ImportPackDialog } from '../packs/import-pack-dialog.js'
import { usePacks } from '../packs/use-packs.js'
import { SourceDialog } from '../workspace/source-dialog.js'
import { useWorkspace } from '../workspace/use-workspace.js'

/** Whatever lies over the window now. */
export function Dialogs() {
  const newBrief = useBriefDialogs((state) => state.newBrief)
  const source = useWorkspace((state) => state.source)
  const onHand = usePdf((state) => state.onHand)
  const { importing, exporting } = usePacks()
  const isExporting = useExports((state) => state.isOpen)
  const brief = useOpenBrief((state) => state.open?.brief)
  return (
    <>
      {newBrief && <NewBriefDialog chosen={newBrief.template} />}
      {source && <SourceDialog source={source} />}
      {onHand && <PdfDialog onHand={onHand} />}
      {importing && <ImportPackDialog importing={importing} />}
      {exporting && <ExportPackDialog chosen={exporting} />}
      {isExporting && brief && <ExportDialog brief={brief} />}
      <DocumentDialog />
    </>
  )
}
