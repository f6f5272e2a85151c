import { useState } from 'react'
import { useLanguage } from '../base/words.js'
import { findIn, recordName } from '../casebook/record-name.js'
import { IconButton } from '../controls/button.js'
import { FindRecord, type FindRecordProps } from './find-record.js'
import { useWords } from './words.js'

/** One record, found by typing any words of it. */
export function RecordPicker({
  value,
  onChange,
  ...rest
}: FindRecordProps & { value: string | undefined; onChange(id: string | undefined): void }) {
  return (
    <FindRecord {...rest} taken={none} selected={value} onSelect={(id) => id !== value && onChange(id)} />
  )
}

const none: readonly string[] = []

/** Several records, in the order that the document takes them. */
export function RecordsPicker({
  value,
  onChange,
  label,
  ...rest
}: FindRecordProps & { value: string[]; onChange(ids: string[]): void }) {
  const say = useWords()
  const language = useLanguage()
  const { casebook, collection } = rest
  // The field empties itself after each choice by starting anew.
  const [turn, setTurn] = useState(0)
  return (
    <div className="records-picker">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {value.length > 0 && (
        <ul className="chosen-records" aria-label={say.chosen(label)}>
          {value.map((id, index) => {
            const record = casebook && findIn(casebook, collection, id)
            const name = record ? recordName(record, language) : id
            return (
              <li key={id}>
                <span>{name}</span>
                {index > 0 && (
                  <IconButton
                    icon="up"
                    label={say.moveUp(name)}
                    onPress={() =>
                      onChange(value.with(index, value[index - 1] as string).with(index - 1, id))
                    }
                  />
                )}
                <IconButton
                  icon="cross"
                  label={say.remove(name)}
                  onPress={() => onChange(value.filter((other) => other !== id))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <FindRecord
        key={turn}
        {...rest}
        label={label}
        isLabelHidden
        taken={value}
        selected={undefined}
        onSelect={(id) => {
          if (id === undefined) return
          onChange([...value, id])
          setTurn(turn + 1)
        }}
      />
    </div>
  )
}
