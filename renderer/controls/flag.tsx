import { useId } from 'react'
import { Switch } from 'react-aria-components'

export function Flag({
  label,
  value,
  hint,
  isDisabled = false,
  onChange,
}: {
  label: string
  value: boolean
  hint?: string
  isDisabled?: boolean
  onChange(value: boolean): void
}) {
  const id = useId()
  const flag = (
    <Switch
      className="switch"
      isSelected={value}
      isDisabled={isDisabled}
      onChange={onChange}
      aria-describedby={hint && id}
    >
      <span className="switch-track" />
      {label}
    </Switch>
  )
  if (!hint) return flag
  return (
    <div className="flag">
      {flag}
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  )
}
