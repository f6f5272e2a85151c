import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '../../engine/locale/index.js'
import { useWindow } from '../base/use-window.js'
import { CurrentView } from './current-view.js'
import { Dialogs } from './dialogs.js'
import { DropTarget } from './drop-target.js'
import { GoneWorkspace } from './gone-workspace.js'
import { listen } from './listen.js'
import { Navigation } from './navigation.js'
import { NoticeBar } from './notice-bar.js'

/** Days are written before months in both languages, as on the page. */
const dateOrder: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' }

export function App() {
  const language = useWindow((state) => state.settings.language)
  useEffect(listen, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={dateOrder[language]}>
      <div className="frame">
        <GoneWorkspace />
        <div className="window">
          <Navigation />
          <div className="desk">
            <CurrentView />
            <NoticeBar />
          </div>
        </div>
      </div>
      <Dialogs />
      <DropTarget />
    </I18nProvider>
  )
}
