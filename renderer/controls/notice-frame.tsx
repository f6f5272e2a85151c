import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { IconButton } from './button.js'
import { useWords } from './words.js'

/** How the notice goes that a frame is around. */
export const DismissNotice = createContext<() => void>(() => undefined)

/** How long, in milliseconds, a screen reader has to find out that there is something to listen to. */
const hearing = 100

/**
 * A message that has room of its own in the window until it goes. `label` is its name, and `children` what it says.
 * Screen readers tell of what comes into a place that they know already, so the place comes first, and empty.
 */
export function NoticeFrame({
  label,
  isAlert = false,
  actions,
  children,
}: {
  label: string
  isAlert?: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  const say = useWords()
  const dismiss = useContext(DismissNotice)
  const [isHeard, setHeard] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHeard(true), hearing)
    return () => clearTimeout(timer)
  }, [])
  const role = isAlert ? 'alert' : 'status'
  if (!isHeard) return <div role={role} />
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule does not see which it is
    <div className={isAlert ? 'notice is-failed' : 'notice'} role={role} aria-label={label}>
      <div className="notice-text">{children}</div>
      <div className="notice-actions">
        {actions}
        <IconButton icon="cross" label={say.dismiss} onPress={dismiss} />
      </div>
    </div>
  )
}
