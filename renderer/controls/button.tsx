import type { ReactNode } from 'react'
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icon, type IconName } from './icon.js'

interface PushButtonProps {
  children: ReactNode
  icon?: IconName
  look?: 'main' | 'plain' | 'quiet'
  isSmall?: boolean
  type?: 'submit'
  isDisabled?: boolean
  autoFocus?: boolean
  onPress?(): void
}

export function PushButton({ children, icon, look = 'plain', isSmall, ...rest }: PushButtonProps) {
  return (
    <Button className={`button is-${look}${isSmall ? ' is-small' : ''}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Button>
  )
}

interface IconButtonProps {
  icon: IconName
  /** Read out, and shown when the pointer rests. */
  label: string
  isDisabled?: boolean
  onPress(): void
}

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <Button className="icon-button" aria-label={label} {...rest}>
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}

export function IconToggle({
  icon,
  label,
  isSelected,
  isDisabled = false,
  onChange,
}: Omit<IconButtonProps, 'onPress'> & { isSelected: boolean; onChange(): void }) {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton
        className="icon-button"
        aria-label={label}
        isSelected={isSelected}
        isDisabled={isDisabled}
        onChange={onChange}
        // The text stays selected while its look is changed.
        preventFocusOnPress
      >
        <Icon name={icon} />
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
