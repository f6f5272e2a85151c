import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from './icon.js'

export interface Option<V extends string> {
  value: V
  label: string
}

interface ChoiceProps<V extends string> {
  label: string
  value: V
  options: Option<V>[]
  name?: string
  /** Already said by what stands around it; read out all the same. */
  isLabelHidden?: boolean
  onChange(value: V): void
}

/** One of a few. */
export function Choice<V extends string>({
  label,
  value,
  options,
  name,
  isLabelHidden,
  onChange,
}: ChoiceProps<V>) {
  return (
    <Select
      className="field"
      name={name}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label className={isLabelHidden ? 'hidden-text' : 'label'}>{label}</Label>
      <Button className="choice-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box" items={options}>
          {(option) => (
            <ListBoxItem className="option" id={option.value}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
