import type { ReactNode } from 'react'
import { showNotice } from '../base/notices.js'
import { IconButton } from './button.js'
import { useWords } from './words.js'

/** A message that floats over the window until it is dismissed. `label` is its name, and `children` what it says. */
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
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule does not see which it is
    <div
      className={isAlert ? 'notice is-failed' : 'notice'}
      role={isAlert ? 'alert' : 'status'}
      aria-label={label}
    >
      <div className="notice-text">{children}</div>
      {actions}
      <IconButton icon="cross" label={say.dismiss} onPress={() => showNotice(undefined)} />
    </div>
  )
}
