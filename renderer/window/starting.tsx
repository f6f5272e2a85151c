import { useEffect } from 'react'
import { useLanguage } from '../base/words.js'
import { useWords } from './words.js'

/** What the window shows until the workspace is read: with a large casebook that takes a while. */
export function Starting() {
  const say = useWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <main className="starting" aria-label="Briefwright">
      <p className="brand">Briefwright</p>
      <p className="hint" role="status">
        {say.readingWorkspace}
      </p>
    </main>
  )
}
