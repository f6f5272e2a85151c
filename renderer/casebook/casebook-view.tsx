import { useDeferredValue, useState } from 'react'
import { Input, ListStateContext, SearchField } from 'react-aria-components'
import { useListState } from 'react-stately'
import type { Casebook, CollectionName } from '../../engine/casebook/types.js'
import { showView } from '../base/use-window.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Choice } from '../controls/choice.js'
import { Icon } from '../controls/icon.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { collectionLabels } from './collection-labels.js'
import { useFoundRecords } from './ready-index.js'
import { collectionsInOrder } from './record-index.js'
import { RecordList, useRecordCollection } from './record-list.js'
import { findIn } from './record-name.js'
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

function CasebookSearch({ casebook }: { casebook: Casebook }) {
  const say = useWords()
  const language = useLanguage()
  const [collection, setCollection] = useState<CollectionName | 'all'>('all')
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query)
  const { found, isReady } = useFoundRecords(casebook, sought, collection === 'all' ? undefined : collection)
  const [chosen, setChosen] = useState<string>()
  const list = useListState({
    collection: useRecordCollection(found, casebook, { areMixed: collection === 'all' }),
    children: [],
    selectionMode: 'single',
    selectedKeys: chosen ? [chosen] : [],
    onSelectionChange: (keys) => setChosen([...keys].map(String)[0]),
  })
  const record = chosen === undefined ? undefined : findIn(casebook, 'any', chosen)
  return (
    <ViewFrame title={say.casebook} note={isReady ? say.records(found.length) : say.gettingReady}>
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
                ...collectionsInOrder.map((name) => ({
                  value: name,
                  label: collectionLabels[language][name],
                })),
              ]}
              onChange={(name: CollectionName | 'all') => setCollection(name)}
            />
          </div>
          <ListStateContext.Provider value={list}>
            <RecordList
              query={`${collection} ${sought}`}
              aria-label={say.casebook}
              className="record-list"
              renderEmptyState={() => isReady && <p className="empty-option">{say.nothingFound}</p>}
            />
          </ListStateContext.Provider>
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
