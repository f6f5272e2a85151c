import type { Look, Settings, SettingsChange } from '../contract/index.js'
import type { SettingsStore } from './settings-file.js'

export interface WindowSettings {
  current(): Settings
  change(change: SettingsChange): Settings
  keepLook(change: Partial<Look>): void
  /** A brief of the open workspace was opened: it is the first of the recent ones. */
  noteOpened(file: string): void
}

const recentAtMost = 10

/**
 * What the window remembers, as it concerns the open workspace, `folder`. `systemLanguage` is that of a window whose
 * language nobody has chosen. Knows no Electron.
 */
export function createWindowSettings(
  store: SettingsStore,
  { folder, systemLanguage }: { folder(): string; systemLanguage(): Settings['language'] },
  onChanged: (settings: Settings) => void,
): WindowSettings {
  function current(): Settings {
    const { language, theme, recent, savedByHand, look } = store.get()
    return {
      language: language ?? systemLanguage(),
      theme,
      recent: recent.filter((one) => one.folder === folder()).map(({ file }) => file),
      autosaves: !savedByHand.includes(folder()),
      look,
    }
  }
  function noteAutosaves(autosaves: boolean): void {
    const others = store.get().savedByHand.filter((one) => one !== folder())
    store.change({ savedByHand: autosaves ? others : [...others, folder()] })
  }
  return {
    current,
    change({ language, theme, autosaves }) {
      store.change({ ...(language && { language }), ...(theme && { theme }) })
      if (autosaves !== undefined) noteAutosaves(autosaves)
      onChanged(current())
      return current()
    },
    keepLook(change) {
      store.change({ look: { ...store.get().look, ...change } })
    },
    noteOpened(file) {
      const opened = { folder: folder(), file }
      const others = store.get().recent.filter((one) => one.folder !== opened.folder || one.file !== file)
      store.change({ recent: [opened, ...others].slice(0, recentAtMost) })
      onChanged(current())
    },
  }
}
