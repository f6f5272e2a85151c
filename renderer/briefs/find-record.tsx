import { useMemo, useRef, useState } from 'react'
import { useComboBox } from 'react-aria'
import {
  Button,
  ButtonContext,
  Input,
  InputContext,
  Label,
  LabelContext,
  ListBoxContext,
  ListStateContext,
  OverlayTriggerStateContext,
  Popover,
  PopoverContext,
  Provider,
  Text,
  TextContext,
} from 'react-aria-components'
import { useComboBoxState } from 'react-stately'
import { keyOfRecord } from '../../engine/casebook/index.js'
import type { Casebook, CollectionName } from '../../engine/casebook/types.js'
import { useLanguage } from '../base/words.js'
import { useFoundRecords } from '../casebook/ready-index.js'
import { RecordList, useRecordCollection } from '../casebook/record-list.js'
import { findIn, recordName } from '../casebook/record-name.js'
import { useWords as useCasebookWords } from '../casebook/words.js'
import { Icon } from '../controls/icon.js'
import { useWords } from './words.js'

export interface FindRecordProps {
  label: string
  hint?: string
  name: string
  casebook: Casebook | undefined
  collection: CollectionName
}

/**
 * A field that finds one record of a collection by any words that it says, among all but those of the ids `taken`.
 *
 * It is put together as react-aria's own `ComboBox` is, which renders every item that it might list.
 */
export function FindRecord({
  label,
  hint,
  name,
  casebook,
  collection: kind,
  isLabelHidden,
  taken,
  selected,
  onSelect,
}: FindRecordProps & {
  isLabelHidden?: boolean
  taken: readonly string[]
  selected: string | undefined
  onSelect(id: string | undefined): void
}) {
  const say = useWords()
  const sayOfCasebook = useCasebookWords()
  const language = useLanguage()
  const chosen = casebook && selected !== undefined ? findIn(casebook, kind, selected) : undefined
  const chosenName = chosen ? recordName(chosen, language) : ''
  // A name that stands there is what was chosen. Who opens the list looks for another one, and sees all.
  const [query, setQuery] = useState('')
  const { found, isReady } = useFoundRecords(casebook, query, kind)
  const free = useMemo(
    () => (taken.length > 0 ? found.filter(({ id }) => !taken.includes(id)) : found),
    [found, taken],
  )
  const collection = useRecordCollection(free, casebook, { known: chosen })
  const parts = {
    inputRef: useRef<HTMLInputElement>(null),
    buttonRef: useRef<HTMLButtonElement>(null),
    listBoxRef: useRef<HTMLDivElement>(null),
    popoverRef: useRef<HTMLElement>(null),
  }
  const means = {
    label,
    description: hint,
    menuTrigger: 'focus',
    selectedKey: chosen ? keyOfRecord(chosen) : null,
    onSelectionChange: (key: unknown) => onSelect(key === null ? undefined : idOf(String(key))),
    onInputChange: (text: string) => setQuery(text === chosenName ? '' : text),
  } as const
  const state = useComboBoxState({ ...means, items: free, collection, allowsEmptyCollection: true })
  const field = useComboBox({ ...means, ...parts }, state)
  const selectName = (input: HTMLInputElement) => {
    if (chosen && input.value === chosenName) input.select()
  }
  return (
    <Provider
      values={[
        [LabelContext, field.labelProps],
        [InputContext, { ...field.inputProps, ref: parts.inputRef }],
        [ButtonContext, { ...field.buttonProps, ref: parts.buttonRef }],
        [TextContext, { slots: { description: field.descriptionProps } }],
        [OverlayTriggerStateContext, state],
        [
          PopoverContext,
          {
            ref: parts.popoverRef,
            triggerRef: parts.inputRef,
            scrollRef: parts.listBoxRef,
            placement: 'bottom start',
            isNonModal: true,
            trigger: 'ComboBox',
          },
        ],
        [ListBoxContext, { ...field.listBoxProps, ref: parts.listBoxRef }],
        [ListStateContext, state],
      ]}
    >
      <div className="field">
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
        <Popover className="popover record-popover" offset={4}>
          <RecordList
            query={query}
            className="list-box"
            renderEmptyState={() => (
              <div className="empty-option">{isReady ? say.noMatch : sayOfCasebook.gettingReady}</div>
            )}
          />
        </Popover>
        <input type="hidden" name={name} value={selected ?? ''} />
      </div>
    </Provider>
  )
}

/** The id of a record, of its key `collection/id`. */
function idOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}
