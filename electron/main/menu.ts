import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../engine/locale/index.js'
import type { MenuCommand, Settings, SettingsChange, ThemeChoice } from '../contract/index.js'
import type { ZoomStep } from './window-zoom.js'
import { words } from './words.js'

export interface MenuActions {
  choose(command: MenuCommand): void
  openRecent(file: string): void
  changeSettings(change: SettingsChange): void
  zoom(step: ZoomStep): void
}

/** Puts the menu in place, in the language of `settings`. Called again whenever those change. */
export function showMenu(settings: Settings, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(settings, actions)))
}

function menuTemplate(settings: Settings, actions: MenuActions): MenuItemConstructorOptions[] {
  const say = words[settings.language]
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.choose(name),
    accelerator,
  })
  const theme = (label: string, choice: ThemeChoice): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings.theme === choice,
    click: () => actions.changeSettings({ theme: choice }),
  })
  const language = (label: string, choice: Language): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings.language === choice,
    click: () => actions.changeSettings({ language: choice }),
  })
  const zoom = (label: string, step: ZoomStep, accelerator: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.zoom(step),
    accelerator,
  })
  return [
    {
      label: say.file,
      submenu: [
        command(say.newBrief, 'new-brief', 'CmdOrCtrl+N'),
        command(say.openBrief, 'open-brief', 'CmdOrCtrl+O'),
        {
          label: say.openRecent,
          enabled: settings.recent.length > 0,
          submenu: settings.recent.map((file) => ({ label: file, click: () => actions.openRecent(file) })),
        },
        command(say.openPdf, 'open-pdf'),
        command(say.openWorkspace, 'open-workspace', 'CmdOrCtrl+Shift+O'),
        { type: 'separator' },
        command(say.save, 'save', 'CmdOrCtrl+S'),
        command(say.history, 'history'),
        command(say.exportPdf, 'export', 'CmdOrCtrl+E'),
        command(say.verifyPdf, 'verify-pdf'),
        { type: 'separator' },
        { role: 'close', label: say.close },
        { role: 'quit', label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        command(say.undo, 'undo', 'CmdOrCtrl+Z'),
        command(say.redo, 'redo', process.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        command(say.briefs, 'show-briefs', 'CmdOrCtrl+1'),
        command(say.templates, 'show-templates', 'CmdOrCtrl+2'),
        command(say.casebook, 'show-casebook', 'CmdOrCtrl+3'),
        command(say.problems, 'show-problems', 'CmdOrCtrl+4'),
        command(say.exports, 'show-exports', 'CmdOrCtrl+5'),
        { type: 'separator' },
        zoom(say.zoomIn, 'in', 'CmdOrCtrl+Plus'),
        // The same key without Shift, and that of the number pad.
        { ...zoom(say.zoomIn, 'in', 'CmdOrCtrl+='), visible: false },
        { ...zoom(say.zoomIn, 'in', 'CmdOrCtrl+numadd'), visible: false },
        zoom(say.zoomOut, 'out', 'CmdOrCtrl+-'),
        { ...zoom(say.zoomOut, 'out', 'CmdOrCtrl+numsub'), visible: false },
        zoom(say.actualSize, 'reset', 'CmdOrCtrl+0'),
        { role: 'togglefullscreen', label: say.fullScreen },
        { type: 'separator' },
        {
          label: say.theme,
          submenu: [theme(say.system, 'system'), theme(say.light, 'light'), theme(say.dark, 'dark')],
        },
        { label: say.language, submenu: [language('English', 'en'), language('Français', 'fr')] },
        ...(app.isPackaged
          ? []
          : [{ role: 'toggleDevTools', label: say.developerTools } as MenuItemConstructorOptions]),
      ],
    },
    { label: say.window, submenu: [{ role: 'minimize', label: say.minimize }] },
    { label: say.help, submenu: [{ label: say.about(app.getName()), click: showAbout }] },
  ]
}

/** Name and version are those of the package: one for tests says so in both. */
function showAbout(): void {
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: '© 2026 The Briefwright authors',
  })
  app.showAboutPanel()
}
