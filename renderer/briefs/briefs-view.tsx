import { Button } from 'react-aria-components'
import type { BriefListing } from '../../electron/contract/index.js'
import { textIn } from '../../engine/locale/index.js'
import { useWindow } from '../base/use-window.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { isUnsaved, useDocuments } from '../documents/use-documents.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { chooseBrief, openBrief } from './brief-actions.js'
import { askForNewBrief } from './brief-dialogs.js'
import { when } from './when.js'
import { useWords } from './words.js'

export function BriefsView({ onOpenPdf }: { onOpenPdf(): void }) {
  const say = useWords()
  const briefs = useWorkspace((state) => state.workspace?.briefs ?? noBriefs)
  const recent = useWindow((state) => state.settings.recent)
  const recentBriefs = recent.flatMap((file) => briefs.find((brief) => brief.file === file) ?? []).slice(0, 4)
  return (
    <ViewFrame
      title={say.briefs}
      actions={
        <>
          <PushButton onPress={onOpenPdf}>{say.openBriefFromPdf}</PushButton>
          <PushButton onPress={() => void chooseBrief()}>{say.openBrief}</PushButton>
          <PushButton look="main" icon="plus" onPress={() => askForNewBrief()}>
            {say.newBrief}
          </PushButton>
        </>
      }
    >
      {briefs.length === 0 ? (
        <EmptyState title={say.noBriefs} hint={say.noBriefsHint}>
          <PushButton look="main" icon="plus" onPress={() => askForNewBrief()}>
            {say.newBrief}
          </PushButton>
        </EmptyState>
      ) : (
        <>
          {recentBriefs.length > 0 && recentBriefs.length < briefs.length && (
            <BriefTable title={say.recentBriefs} briefs={recentBriefs} />
          )}
          <BriefTable title={say.allBriefs} briefs={briefs} />
        </>
      )}
    </ViewFrame>
  )
}

const noBriefs: BriefListing[] = []

function BriefTable({ title, briefs }: { title: string; briefs: BriefListing[] }) {
  const say = useWords()
  const language = useLanguage()
  const templates = useWorkspace((state) => state.workspace?.templates)
  const byFile = useDocuments((state) => state.byFile)
  const templateTitle = (id: string) => {
    const template = templates?.find((listing) => listing.template.id === id)?.template
    return template ? textIn(template.title, language) : id
  }
  return (
    <section className="list" aria-label={title}>
      <h2>{title}</h2>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.template}</th>
            <th scope="col">{say.language}</th>
            <th scope="col">{say.changed}</th>
          </tr>
        </thead>
        <tbody>
          {briefs.map((brief) => (
            <tr key={brief.file}>
              <th scope="row">
                <Button className="row-button" onPress={() => void openBrief(brief.file)}>
                  {brief.title}
                </Button>
                {isUnsaved(byFile[brief.file]) && <span className="is-unsaved hint"> {say.unsaved}</span>}
              </th>
              <td>
                {brief.template ? (
                  templateTitle(brief.template)
                ) : (
                  <span className="is-danger">{say.unreadable}</span>
                )}
              </td>
              <td>
                {brief.language && (brief.language === 'en' ? say.languageEnglish : say.languageFrench)}
              </td>
              <td>{when(brief.changed, Date.now(), say, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
