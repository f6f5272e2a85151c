import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

interface TextInputProps {
  label: string
  value: string
  hint?: string
  type?: 'password'
  /** What is wrong with it. */
  error?: string
  placeholder?: string
  maxLength?: number
  /** Name of the brief's field, by which diagnostics find it. */
  name?: string
  autoFocus?: boolean
  isRequired?: boolean
  onChange(value: string): void
}

export function TextInput({ label, hint, placeholder, error, onChange, ...rest }: TextInputProps) {
  return (
    <TextField className="field" onChange={onChange} isInvalid={error !== undefined} {...rest}>
      <Label className="label">{label}</Label>
      <Input className="input" placeholder={placeholder} />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
