import { showView, useWindow, type ViewName, viewNames } from '../base/use-window.js'
import { briefName } from '../briefs/brief-name.js'
import { fileInFront, useOpenBrief } from '../briefs/use-open-brief.js'
import { Icon, type IconName } from '../controls/icon.js'
import { isUnsaved, useDocuments } from '../documents/use-documents.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { NavigationButton } from './navigation-button.js'
import { SettingsMenu } from './settings-menu.js'
import { useWords } from './words.js'

const icons: Record<ViewName, IconName> = {
  briefs: 'brief',
  templates: 'template',
  casebook: 'casebook',
  problems: 'problem',
  exports: 'exports',
}

export function Navigation() {
  const say = useWords()
  const view = useWindow((state) => state.view)
  const problems = useWorkspace((state) => state.workspace?.diagnostics.length ?? 0)
  const hasErrors = useWorkspace((state) =>
    Boolean(state.workspace?.diagnostics.some(({ severity }) => severity === 'error')),
  )
  const folder = useWorkspace((state) => state.workspace?.folder ?? '')
  const open = useOpenBrief((state) => state.open)
  const file = useOpenBrief(fileInFront)
  const unsaved = useDocuments(({ byFile }) => file !== undefined && isUnsaved(byFile[file]))
  return (
    <nav className="navigation" aria-label={say.views}>
      <div className="brand">Briefwright</div>
      <ul>
        {viewNames.map((name) => (
          <li key={name}>
            <NavigationButton name={say[name]} isCurrent={view === name} onPress={() => showView(name)}>
              <Icon name={icons[name]} />
              <span className="navigation-name">{say[name]}</span>
              {name === 'problems' && problems > 0 && (
                <span className={hasErrors ? 'badge is-error' : 'badge'}>{problems}</span>
              )}
            </NavigationButton>
            {name === 'briefs' && file !== undefined && (
              <NavigationButton
                name={open?.brief.title || briefName(file)}
                isCurrent={view === 'editor'}
                isNested
                onPress={() => showView('editor')}
              >
                <Icon name="source" />
                <span className="navigation-name open-brief">{open?.brief.title || briefName(file)}</span>
                {unsaved && <span className="unsaved-dot" role="img" aria-label={say.unsaved} />}
              </NavigationButton>
            )}
          </li>
        ))}
      </ul>
      <div className="navigation-foot">
        <SettingsMenu />
        <p className="hint folder" title={folder}>
          {say.offline} · {folder.replace(/^.*[/\\]/, '')}
        </p>
      </div>
    </nav>
  )
}
