import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { type ThemeChoice, themeChoices } from '../../electron/contract/index.js'
import { changeSettings, useWindow } from '../base/use-window.js'
import { beginCasebook, chooseWorkspace } from '../briefs/brief-actions.js'
import { Icon } from '../controls/icon.js'
import { NavigationButton } from './navigation-button.js'
import { useWords } from './words.js'

/** What is also in the menu bar, for those who look here. */
export function SettingsMenu() {
  const say = useWords()
  const { language, theme, autosaves } = useWindow((state) => state.settings)
  const themeNames: Record<ThemeChoice, string> = {
    system: say.themeSystem,
    light: say.themeLight,
    dark: say.themeDark,
  }
  return (
    <MenuTrigger>
      <NavigationButton name={say.settings}>
        <Icon name="settings" />
        <span className="navigation-name">{say.settings}</span>
      </NavigationButton>
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
          <MenuSection
            selectionMode="multiple"
            selectedKeys={autosaves ? ['autosaves'] : []}
            onSelectionChange={(keys) =>
              void changeSettings({ autosaves: keys === 'all' || keys.has('autosaves') })
            }
          >
            <Header className="menu-header">{say.workspace}</Header>
            <MenuItem id="autosaves" className="option">
              {say.autosaves}
            </MenuItem>
          </MenuSection>
          <MenuSection aria-label={say.workspace}>
            <MenuItem id="workspace" className="option" onAction={() => void chooseWorkspace()}>
              {say.changeWorkspace}
            </MenuItem>
            <MenuItem id="casebook" className="option" onAction={() => void beginCasebook()}>
              {say.beginCasebook}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
