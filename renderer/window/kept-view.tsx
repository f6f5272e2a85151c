import { Activity, type ReactNode, useState } from 'react'

/**
 * A view that is made when it is first looked at and then stays as it was left: out of sight, of the way of Tab and of
 * screen readers, and hearing nothing, so that it costs nothing.
 */
export function KeptView({ isShown, children }: { isShown: boolean; children(): ReactNode }) {
  const [wasShown, setWasShown] = useState(isShown)
  if (isShown && !wasShown) setWasShown(true)
  if (!isShown && !wasShown) return null
  return <Activity mode={isShown ? 'visible' : 'hidden'}>{children()}</Activity>
}

/**
 * The same for a view whose parts live outside React: text editors and painted pages are thrown away where effects end,
 * as they do in a `KeptView`. They must see for themselves that nobody looks at them.
 */
export function AwakeView({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  return (
    <div className="awake-view" hidden={!isShown}>
      {children}
    </div>
  )
}
