import { useMemo, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { Casebook, CollectionName } from '../../engine/casebook/types.js'
import { useLanguage } from '../base/words.js'
import { matches, recordDetail, recordName } from '../casebook/record-name.js'
import { IconButton } from '../controls/button.js'
import { Icon } from '../controls/icon.js'
import { useWords } from './words.js'

interface Candidate {
  id: string
  name: string
  detail: string
}

interface PickerProps {
  label: string
  hint?: string
  name: string
  casebook: Casebook | undefined
  collection: CollectionName
}

/** One record, found by typing any words of its name. */
export function RecordPicker({
  value,
  onChange,
  ...rest
}: PickerProps & { value: string | undefined; onChange(id: string | undefined): void }) {
  const candidates = useCandidates(rest.casebook, rest.collection)
  return (
    <FindRecord
      {...rest}
      candidates={candidates}
      selected={value ?? null}
      onSelect={(id) => id !== (value ?? null) && onChange(id ?? undefined)}
    />
  )
}

/** Several records, in the order that the document takes them. */
export function RecordsPicker({
  value,
  onChange,
  label,
  ...rest
}: PickerProps & { value: string[]; onChange(ids: string[]): void }) {
  const say = useWords()
  const candidates = useCandidates(rest.casebook, rest.collection)
  const names = new Map(candidates.map((candidate) => [candidate.id, candidate.name]))
  const free = candidates.filter((candidate) => !value.includes(candidate.id))
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
            const name = names.get(id) ?? id
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
        candidates={free}
        selected={null}
        onSelect={(id) => {
          if (id === null) return
          onChange([...value, id])
          setTurn(turn + 1)
        }}
      />
    </div>
  )
}

function FindRecord({
  label,
  hint,
  name,
  isLabelHidden,
  candidates,
  selected,
  onSelect,
}: PickerProps & {
  isLabelHidden?: boolean
  candidates: Candidate[]
  selected: string | null
  onSelect(id: string | null): void
}) {
  const say = useWords()
  const selectName = (input: HTMLInputElement) => {
    if (byName.get(input.value)?.id === selected) input.select()
  }
  const byName = useMemo(() => new Map(candidates.map((each) => [each.name, each])), [candidates])
  return (
    <ComboBox
      className="field"
      name={name}
      menuTrigger="focus"
      defaultItems={candidates}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key === null ? null : String(key))}
      defaultFilter={(text, query) => {
        const candidate = byName.get(text)
        return matches(query, text, candidate?.detail ?? '', candidate?.id ?? '')
      }}
      allowsEmptyCollection
    >
      <Label className={isLabelHidden ? 'hidden-text' : 'label'}>{label}</Label>
      <div className="combo">
        <Input
          className="input"
          placeholder={isLabelHidden ? say.add : say.find}
          // Typing looks for another record; it does not add to the name of this one.
          onFocus={(event) => selectName(event.currentTarget)}
          onClick={(event) => selectName(event.currentTarget)}
        />
        <Button className="icon-button">
          <Icon name="down" />
        </Button>
      </div>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="popover" offset={4}>
        <ListBox<Candidate>
          className="list-box"
          renderEmptyState={() => <div className="empty-option">{say.noMatch}</div>}
        >
          {(candidate) => (
            <ListBoxItem className="option" id={candidate.id} textValue={candidate.name}>
              <Text slot="label">{candidate.name}</Text>
              {candidate.detail && (
                <Text slot="description" className="hint">
                  {candidate.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function useCandidates(casebook: Casebook | undefined, collection: CollectionName): Candidate[] {
  const language = useLanguage()
  return useMemo(
    () =>
      (casebook?.collections[collection] ?? []).map((record) => ({
        id: record.id,
        name: recordName(record, language),
        detail: casebook ? recordDetail(record, casebook, language) : '',
      })),
    [casebook, collection, language],
  )
}
