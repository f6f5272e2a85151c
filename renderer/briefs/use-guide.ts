import { type RefObject, useEffect } from 'react'
import { showView } from '../base/use-window.js'
import { placeName, useGoTo } from '../problems/go-to.js'
import type { WorkTab } from './brief-view.js'

/** Takes the reader to the field or section that a diagnostic named, and puts the cursor there. */
export function useGuide(pane: RefObject<HTMLElement | null>, setTab: (tab: WorkTab) => void): void {
  const asked = useGoTo((state) => state.asked)
  useEffect(() => {
    if (!asked) return
    const { target } = asked
    const place = pane.current?.querySelector(`[data-place="${CSS.escape(placeName(target))}"]`)
    if (!place) return
    showView('editor')
    setTab(target.type === 'section' ? 'text' : 'settings')
    const fold = place.closest('.fold')
    const button = fold?.querySelector<HTMLButtonElement>('.fold-button[aria-expanded="false"]')
    button?.click()
    requestAnimationFrame(() => {
      place.scrollIntoView({ block: 'center' })
      place.querySelector<HTMLElement>('input, button, textarea, [contenteditable]')?.focus()
    })
  }, [asked, pane, setTab])
}
