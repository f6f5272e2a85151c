import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back to where it was in a view, when the view comes in front by a key and takes the focus from what
 * goes out of sight with the one before. Whoever pressed a button of the navigation stays there. `frame` holds all
 * views, of which `shown` is in front.
 */
export function useFocusKept(frame: RefObject<HTMLElement | null>, shown: string): void {
  const last = useRef(new Map<string, HTMLElement>())
  useLayoutEffect(() => {
    const focused = document.activeElement
    const isAdrift = focused === document.body || (frame.current?.contains(focused) && !isInSight(focused))
    if (isAdrift) last.current.get(shown)?.focus({ preventScroll: true })
  }, [frame, shown])
  useEffect(() => {
    const views = frame.current
    const onFocus = ({ target }: FocusEvent) =>
      target instanceof HTMLElement && last.current.set(shown, target)
    views?.addEventListener('focusin', onFocus)
    return () => views?.removeEventListener('focusin', onFocus)
  }, [frame, shown])
}

function isInSight(element: Element | null): boolean {
  return element?.checkVisibility() ?? false
}
