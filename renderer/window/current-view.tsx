import { unreachable } from '../../engine/base/index.js'
import { useWindow } from '../base/use-window.js'
import { chooseWorkspace } from '../briefs/brief-actions.js'
import { askForNewBrief } from '../briefs/brief-dialogs.js'
import { BriefEditor } from '../briefs/brief-editor.js'
import { BriefsView } from '../briefs/briefs-view.js'
import { UnreadableBriefView } from '../briefs/unreadable-brief.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'
import { CasebookView } from '../casebook/casebook-view.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { ExportsView } from '../exports/exports-view.js'
import { askForExport, useExports } from '../exports/use-exports.js'
import { choosePdf } from '../exports/use-pdf.js'
import { ProblemsView } from '../problems/problems-view.js'
import { TemplatesView } from '../templates/templates-view.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { useWords } from './words.js'

/** What is looked at, joined to what the other views can do for it. */
export function CurrentView() {
  const view = useWindow((state) => state.view)
  const isKnown = useWorkspace((state) => state.workspace !== undefined)
  const { open, unreadable } = useOpenBrief()
  const isExporting = useExports((state) => state.isExporting)
  if (!isKnown) return <NoWorkspace />
  const briefs = <BriefsView onOpenPdf={() => void choosePdf('open')} />
  switch (view) {
    case 'editor':
      if (unreadable) return <UnreadableBriefView brief={unreadable} />
      return open ? <BriefEditor open={open} isExporting={isExporting} onExport={askForExport} /> : briefs
    case 'briefs':
      return briefs
    case 'templates':
      return <TemplatesView onNewBrief={askForNewBrief} />
    case 'casebook':
      return <CasebookView />
    case 'problems':
      return <ProblemsView />
    case 'exports':
      return <ExportsView />
    default:
      return unreachable(view)
  }
}

/** Only where main itself could not say what is in the folder. */
function NoWorkspace() {
  const say = useWords()
  return (
    <ViewFrame title={say.workspace}>
      <EmptyState title={say.noWorkspace} hint={say.noWorkspaceHint}>
        <PushButton look="main" icon="refresh" onPress={() => void readWorkspace()}>
          {say.readAgain}
        </PushButton>
        <PushButton onPress={() => void chooseWorkspace()}>{say.changeWorkspace}</PushButton>
      </EmptyState>
    </ViewFrame>
  )
}
