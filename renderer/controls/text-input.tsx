import { Input, Label, Text, TextField } from 'react-aria-components'

interface TextInputProps {
  label: string
  value: string
  hint?: string
  placeholder?: string
  maxLength?: number
  /** Name of the brief's field, by which diagnostics find it. */
  name?: string
  autoFocus?: boolean
  isRequired?: boolean
  onChange(value: string): void
}

export function TextInput({ label, hint, placeholder, onChange, ...rest }: TextInputProps) {
  return (
    <TextField className="field" onChange={onChange} {...rest}>
      <Label className="label">{label}</Label>
      <Input className="input" placeholder={placeholder} />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </TextField>
  )
}

/** A day as `2026-02-03`; empty while there is none. The calendar is the system's. */
export function DayInput({
  label,
  hint,
  onChange,
  ...rest
}: Omit<TextInputProps, 'placeholder' | 'maxLength'>) {
  return (
    <TextField className="field" onChange={onChange} {...rest}>
      <Label className="label">{label}</Label>
      <Input className="input" type="date" min="1900-01-01" max="2199-12-31" />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </TextField>
  )
}
