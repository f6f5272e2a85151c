import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from './icon.js'

interface SuggestProps {
  label: string
  value: string
  suggestions: string[]
  name?: string
  onChange(value: string): void
}

/** A line of text with usual answers at hand. */
export function Suggest({ label, value, suggestions, name, onChange }: SuggestProps) {
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      name={name}
      // All answers are shown, whatever stands in the field: it is for choosing another.
      defaultFilter={() => true}
    >
      <Label className="label">{label}</Label>
      <div className="combo">
        <Input className="input" />
        <Button className="icon-button">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box">
          {suggestions.map((suggestion) => (
            <ListBoxItem key={suggestion} className="option" id={suggestion} textValue={suggestion}>
              {suggestion}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
