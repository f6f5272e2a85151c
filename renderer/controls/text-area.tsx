import { TextArea as Area, Label, Text, TextField } from 'react-aria-components'

/** Several lines of plain text. */
export function TextArea({
  label,
  hint,
  rows,
  value,
  onChange,
}: {
  label: string
  hint?: string
  rows: number
  value: string
  onChange(value: string): void
}) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label className="label">{label}</Label>
      <Area className="input text-area" rows={rows} />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </TextField>
  )
}
