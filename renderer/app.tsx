import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { MenuCommand } from '../electron/contract.js'
import type { Language } from '../engine/locale/language.js'
import { bridge } from './bridge.js'
import { PushButton } from './controls/button.js'
import { DropTarget } from './drop-target.js'
import { redo, undo } from './editor/active-editor.js'
import { BriefEditor } from './editor/brief-editor.js'
import { ExportDialog } from './export/export-dialog.js'
import { Navigation } from './navigation.js'
import { NoticeBar } from './notice-bar.js'
import { ExportPackDialog } from './packs/export-pack-dialog.js'
import { ImportPackDialog } from './packs/import-pack-dialog.js'
import { PdfDialog } from './pdf-dialog.js'
import { SourceDialog } from './source-dialog.js'
import { chooseBrief, chooseWorkspace, openBrief, saveDraft } from './state/brief-actions.js'
import { askForNewBrief, readWorkspace, showView, useDesk } from './state/desk.js'
import { isUnsaved, useDraft } from './state/draft.js'
import { askForExport, useExport } from './state/export-actions.js'
import { usePacks } from './state/pack-actions.js'
import { choosePdf, usePdf } from './state/pdf-actions.js'
import { keepPageInStep } from './state/preview.js'
import { UnsavedDialog } from './unsaved-dialog.js'
import { BriefsView } from './views/briefs-view.js'
import { CasebookView } from './views/casebook-view.js'
import { ExportsView } from './views/exports-view.js'
import { NewBriefDialog } from './views/new-brief-dialog.js'
import { ProblemsView } from './views/problems-view.js'
import { TemplatesView } from './views/templates-view.js'
import { EmptyState, ViewFrame } from './views/view-frame.js'
import { useWords } from './words/index.js'

/** Days are written before months in both languages, as on the page. */
const dateOrder: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' }

export function App() {
  const { settings, workspace, source, newBrief } = useDesk()
  const onHand = usePdf((state) => state.onHand)
  const { importing, exporting } = usePacks()
  useEffect(listen, [])
  useEffect(() => {
    document.documentElement.lang = settings.language
  }, [settings.language])
  return (
    <I18nProvider locale={dateOrder[settings.language]}>
      <div className="window">
        <Navigation />
        {workspace ? <CurrentView /> : <NoWorkspace />}
      </div>
      <NoticeBar />
      {newBrief && <NewBriefDialog chosen={newBrief.template} />}
      {source && <SourceDialog source={source} />}
      {onHand && <PdfDialog onHand={onHand} />}
      {importing && <ImportPackDialog importing={importing} />}
      {exporting && <ExportPackDialog chosen={exporting} />}
      <CurrentExport />
      <UnsavedDialog />
      <DropTarget />
    </I18nProvider>
  )
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

function CurrentExport() {
  const isOpen = useExport((state) => state.isOpen)
  const brief = useDraft((state) => state.draft?.brief)
  return isOpen && brief ? <ExportDialog brief={brief} /> : null
}

function CurrentView() {
  const view = useDesk((desk) => desk.view)
  const draft = useDraft((state) => state.draft)
  switch (view) {
    case 'editor':
      return draft ? <BriefEditor draft={draft} /> : <BriefsView />
    case 'templates':
      return <TemplatesView />
    case 'casebook':
      return <CasebookView />
    case 'problems':
      return <ProblemsView />
    case 'exports':
      return <ExportsView />
    default:
      return <BriefsView />
  }
}

function listen(): () => void {
  const stops = [
    keepPageInStep(),
    bridge.onMenuChosen((command) => void obey(command)),
    bridge.onSettingsChanged((settings) => useDesk.setState({ settings })),
    bridge.onBriefChosen((file) => void openBrief(file)),
    bridge.onCopyStarted((copy) => useExport.setState({ copy })),
    bridge.onWorkspaceChanged(() => void readWorkspace()),
    useDraft.subscribe((now, before) => {
      if (isUnsaved(now) !== isUnsaved(before)) void bridge.noteUnsaved(isUnsaved(now))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

async function obey(command: MenuCommand): Promise<void> {
  switch (command) {
    case 'new-brief':
      return askForNewBrief()
    case 'open-brief':
      return chooseBrief()
    case 'open-pdf':
      return choosePdf('open')
    case 'verify-pdf':
      return choosePdf('verify')
    case 'open-workspace':
      return chooseWorkspace()
    case 'save':
      await saveDraft()
      return
    case 'save-and-close':
      if (await saveDraft()) await bridge.closeWindow()
      return
    case 'export':
      return askForExport()
    case 'undo':
      return undo()
    case 'redo':
      return redo()
    case 'show-briefs':
      return showView('briefs')
    case 'show-templates':
      return showView('templates')
    case 'show-casebook':
      return showView('casebook')
    case 'show-problems':
      return showView('problems')
    case 'show-exports':
      return showView('exports')
  }
}
