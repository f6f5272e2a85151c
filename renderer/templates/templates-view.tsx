import type { TemplateListing } from '../../electron/contract/index.js'
import { textIn } from '../../engine/locale/index.js'
import { showView } from '../base/use-window.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { askForPack, chooseToImport } from '../packs/use-packs.js'
import { showSource, useWorkspace } from '../workspace/use-workspace.js'
import { PaperShape } from './paper-shape.js'
import { templateFacts } from './template-facts.js'
import { useWords } from './words.js'

export function TemplatesView({ onNewBrief }: { onNewBrief(template: string): void }) {
  const say = useWords()
  const language = useLanguage()
  const templates = useWorkspace((state) => state.workspace?.templates ?? noTemplates)
  return (
    <ViewFrame
      title={say.templates}
      actions={
        <>
          <PushButton onPress={() => void chooseToImport()}>{say.importPackAsk}</PushButton>
          <PushButton isDisabled={templates.length === 0} onPress={() => askForPack([])}>
            {say.exportPackAsk}
          </PushButton>
        </>
      }
    >
      {templates.length === 0 && (
        <EmptyState title={say.noTemplates} hint={say.noCasebookHint}>
          <PushButton onPress={() => showView('problems')}>{say.showProblems}</PushButton>
        </EmptyState>
      )}
      <ul className="template-list">
        {templates.map(({ template, origin, overrides }) => {
          const title = textIn(template.title, language)
          return (
            <li key={template.id} className="template-row" aria-label={title}>
              <PaperShape size={template.page} />
              <div>
                <h2>{title}</h2>
                <p>{textIn(template.description, language)}</p>
                <p className="hint">
                  {templateFacts(template, say)} ·{' '}
                  {overrides ? say.overridesBuiltIn : origin === 'built-in' ? say.builtIn : say.ownTemplate}
                </p>
              </div>
              <div className="row-actions">
                <PushButton look="quiet" onPress={() => void showSource(template.file.path, 1)}>
                  {say.openSource}
                </PushButton>
                <PushButton look="quiet" onPress={() => askForPack([template.id])}>
                  {say.exportPackAsk}
                </PushButton>
                <PushButton onPress={() => onNewBrief(template.id)}>{say.newBrief}</PushButton>
              </div>
            </li>
          )
        })}
      </ul>
    </ViewFrame>
  )
}

const noTemplates: TemplateListing[] = []
