import { Switch } from 'react-aria-components'

export function Flag({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange(value: boolean): void
}) {
  return (
    <Switch className="switch" isSelected={value} onChange={onChange}>
      <span className="switch-track" />
      {label}
    </Switch>
  )
}
