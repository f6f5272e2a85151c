import type { ReactNode } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { type ThemeChoice, themeChoices } from '../../electron/contract.js'
import { changeSettings, showView, useDesk, type ViewName, viewNames } from '../base/use-window.js'
import { chooseWorkspace } from '../briefs/brief-actions.js'
import { briefName } from '../briefs/brief-name.js'
import { isUnsaved, useDraft } from '../briefs/use-open-brief.js'
import { Icon, type IconName } from '../controls/icon.js'
import { useWords } from '../words/index.js'

const icons: Record<ViewName, IconName> = {
  briefs: 'brief',
  templates: 'template',
  casebook: 'casebook',
  problems: 'problem',
  exports: 'exports',
}

export function Navigation() {
  const say = useWords()
  const view = useDesk((desk) => desk.view)
  const problems = useDesk((desk) => desk.workspace?.diagnostics.length ?? 0)
  const hasErrors = useDesk((desk) =>
    Boolean(desk.workspace?.diagnostics.some(({ severity }) => severity === 'error')),
  )
  const folder = useDesk((desk) => desk.workspace?.folder ?? '')
  const draft = useDraft((state) => state.draft)
  const unsaved = useDraft(isUnsaved)
  return (
    <nav className="navigation" aria-label={say.views}>
      <div className="brand">Briefwright</div>
      <ul>
        {viewNames.map((name) => (
          <li key={name}>
            <NavigationButton isCurrent={view === name} onPress={() => showView(name)}>
              <Icon name={icons[name]} />
              {say[name]}
              {name === 'problems' && problems > 0 && (
                <span className={hasErrors ? 'badge is-error' : 'badge'}>{problems}</span>
              )}
            </NavigationButton>
            {name === 'briefs' && draft && (
              <NavigationButton isCurrent={view === 'editor'} isNested onPress={() => showView('editor')}>
                <span className="open-brief">{draft.brief.title || briefName(draft.file)}</span>
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

function NavigationButton({
  isCurrent,
  isNested = false,
  children,
  onPress,
}: {
  isCurrent: boolean
  isNested?: boolean
  children: ReactNode
  onPress(): void
}) {
  return (
    <Button
      className={`navigation-button${isCurrent ? ' is-current' : ''}${isNested ? ' is-nested' : ''}`}
      aria-current={isCurrent ? 'page' : undefined}
      onPress={onPress}
    >
      {children}
    </Button>
  )
}

/** What is also in the menu bar, for those who look here. */
function SettingsMenu() {
  const say = useWords()
  const { language, theme } = useDesk((desk) => desk.settings)
  const themeNames: Record<ThemeChoice, string> = {
    system: say.themeSystem,
    light: say.themeLight,
    dark: say.themeDark,
  }
  return (
    <MenuTrigger>
      <Button className="navigation-button">
        <Icon name="settings" />
        {say.settings}
      </Button>
      <Popover className="popover" placement="top start" offset={4}>
        <Menu className="list-box" aria-label={say.settings}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themeChoices.find((choice) => keys !== 'all' && keys.has(choice))
              if (chosen) void changeSettings({ theme: chosen })
            }}
          >
            <Header className="menu-header">{say.theme}</Header>
            {themeChoices.map((choice) => (
              <MenuItem key={choice} id={choice} className="option">
                {themeNames[choice]}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              if (keys !== 'all') void changeSettings({ language: keys.has('fr') ? 'fr' : 'en' })
            }}
          >
            <Header className="menu-header">{say.windowLanguage}</Header>
            <MenuItem id="en" className="option">
              English
            </MenuItem>
            <MenuItem id="fr" className="option">
              Français
            </MenuItem>
          </MenuSection>
          <MenuSection>
            <Header className="menu-header">{say.workspace}</Header>
            <MenuItem id="workspace" className="option" onAction={() => void chooseWorkspace()}>
              {say.changeWorkspace}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
