import { type ReactNode, useSyncExternalStore } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'

/** Where marks stand alone; `window.css` says the same. */
const narrow = window.matchMedia('(max-width: 860px)')

/** A button of the navigation. Where only its mark has room, its name comes up when the pointer rests. */
export function NavigationButton({
  name,
  isCurrent = false,
  isNested = false,
  children,
  onPress,
}: {
  name: string
  isCurrent?: boolean
  isNested?: boolean
  children: ReactNode
  onPress?(): void
}) {
  const isNarrow = useSyncExternalStore(onNarrow, () => narrow.matches)
  return (
    <TooltipTrigger delay={400} isDisabled={!isNarrow}>
      <Button
        className={`navigation-button${isCurrent ? ' is-current' : ''}${isNested ? ' is-nested' : ''}`}
        aria-current={isCurrent ? 'page' : undefined}
        onPress={onPress}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" placement="right" offset={6}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  )
}

function onNarrow(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}
