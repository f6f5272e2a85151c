import { useDeferredValue, useMemo, useState } from 'react'
import { Input, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components'
import {
  type Casebook,
  type CasebookRecord,
  type CollectionName,
  collectionNames,
} from '../../engine/casebook/types.js'
import { showView } from '../base/use-window.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Choice } from '../controls/choice.js'
import { Icon } from '../controls/icon.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { collectionLabels } from './collection-labels.js'
import { matches, recordDetail, recordName } from './record-name.js'
import { RecordSheet } from './record-sheet.js'
import { useWords } from './words.js'

/** Looks things up: every record with its claims, their status and their sources. */
export function CasebookView() {
  const say = useWords()
  const casebook = useWorkspace((state) => state.workspace?.casebook)
  if (casebook) return <CasebookSearch casebook={casebook} />
  return (
    <ViewFrame title={say.casebook}>
      <EmptyState title={say.noCasebook} hint={say.noCasebookHint}>
        <PushButton onPress={() => showView('problems')}>{say.showProblems}</PushButton>
      </EmptyState>
    </ViewFrame>
  )
}

interface Entry {
  key: string
  record: CasebookRecord
  name: string
  detail: string
}

function CasebookSearch({ casebook }: { casebook: Casebook }) {
  const say = useWords()
  const language = useLanguage()
  const [collection, setCollection] = useState<CollectionName | 'all'>('deals')
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query)
  const [chosen, setChosen] = useState<string>()
  const entries = useMemo(
    () =>
      collectionNames.flatMap((name) =>
        casebook.collections[name].map(
          (record): Entry => ({
            key: `${name}/${record.id}`,
            record,
            name: recordName(record, language),
            detail: recordDetail(record, casebook, language),
          }),
        ),
      ),
    [casebook, language],
  )
  const found = useMemo(
    () =>
      entries.filter(
        (entry) =>
          (collection === 'all' || entry.record.collection === collection) &&
          matches(sought, entry.name, entry.detail, entry.record.id),
      ),
    [entries, collection, sought],
  )
  const record = entries.find((entry) => entry.key === chosen)?.record
  return (
    <ViewFrame title={say.casebook} note={say.records(found.length)}>
      <div className="casebook">
        <div className="casebook-list">
          <div className="casebook-search">
            <SearchField
              aria-label={say.searchCasebook}
              value={query}
              onChange={setQuery}
              className="search-box"
            >
              <Icon name="search" />
              <Input className="input" placeholder={say.searchHint} />
            </SearchField>
            <Choice
              label={say.collection}
              value={collection}
              options={[
                { value: 'all' as const, label: say.everything },
                ...collectionNames.map((name) => ({ value: name, label: collectionLabels[language][name] })),
              ]}
              onChange={(name: CollectionName | 'all') => setCollection(name)}
            />
          </div>
          <ListBox
            aria-label={say.casebook}
            className="record-list"
            items={found}
            selectionMode="single"
            selectedKeys={chosen ? [chosen] : []}
            onSelectionChange={(keys) => setChosen([...keys].map(String)[0])}
            renderEmptyState={() => <p className="empty-option">{say.nothingFound}</p>}
          >
            {(entry) => (
              <ListBoxItem id={entry.key} textValue={entry.name} className="record-item">
                <Text slot="label">{entry.name}</Text>
                {entry.detail && (
                  <Text slot="description" className="hint">
                    {entry.detail}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </div>
        {record ? (
          <RecordSheet key={chosen} record={record} casebook={casebook} />
        ) : (
          <p className="record-none">{say.pickRecord}</p>
        )}
      </div>
    </ViewFrame>
  )
}
