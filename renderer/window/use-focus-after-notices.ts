import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { dismissNotice, type StandingNotice } from '../base/notices.js'

/**
 * Where the focus goes when a notice that had it goes: to the next notice, and after the last one back to where it was
 * before, or to the navigation if that is out of sight. Escape dismisses the notice that has the focus, or the latest
 * from anywhere that has no other use for it. `bar` holds them.
 */
export function useFocusAfterNotices(bar: RefObject<HTMLElement | null>, notices: StandingNotice[]): void {
  const before = useRef<HTMLElement>(undefined)
  const isWithin = useRef(false)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      isWithin.current = target instanceof Node && (bar.current?.contains(target) ?? false)
      if (!isWithin.current && target instanceof HTMLElement) before.current = target
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [bar])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented } = event
      // A text editor holds back every Escape, and does nothing with it.
      const isWriting = target instanceof HTMLElement && target.isContentEditable
      if (key !== 'Escape' || (defaultPrevented && !isWriting)) return
      const frames = [...(bar.current?.children ?? [])]
      const index = frames.findIndex((frame) => target instanceof Node && frame.contains(target))
      const notice = notices[index] ?? notices.at(-1)
      if (notice) dismissNotice(notice.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [bar, notices])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice that goes may take the focus with it
  useLayoutEffect(() => {
    if (!isWithin.current || document.activeElement !== document.body) return
    const next = bar.current?.querySelector<HTMLElement>('.notice button')
    const current = document.querySelector<HTMLElement>('.navigation-button.is-current')
    const target = next ?? (before.current?.checkVisibility() ? before.current : current)
    target?.focus()
  }, [bar, notices])
}
