import { type ComponentProps, useContext, useEffect, useMemo, useRef } from 'react'
import { mergeProps, useHover, useOption } from 'react-aria'
import { ListBox, ListStateContext, Virtualizer } from 'react-aria-components'
import type { Node } from 'react-stately'
import type { Casebook, CasebookRecord } from '../../engine/casebook/types.js'
import { useLanguage } from '../base/words.js'
import { collectionLabels } from './collection-labels.js'
import { RecordCollection } from './record-collection.js'
import { recordDetail, recordName } from './record-name.js'
import { RowLayout } from './row-layout.js'

type RecordNode = Node<CasebookRecord>

/**
 * Records as the collection of a list. With `areMixed` each says what it is, a deal or an event; `known` is one that is
 * chosen, whether it is listed or not.
 */
export function useRecordCollection(
  records: readonly CasebookRecord[],
  casebook: Casebook | undefined,
  { areMixed = false, known }: { areMixed?: boolean; known?: CasebookRecord },
): RecordCollection {
  const language = useLanguage()
  return useMemo(
    () =>
      new RecordCollection(records, known, {
        nameOf: (record) => recordName(record, language),
        render: (node) => <RecordOption key={node.key} node={node} casebook={casebook} areMixed={areMixed} />,
      }),
    [records, known, casebook, language, areMixed],
  )
}

/**
 * The records of the list around it, of which only those in sight are in the page. It begins anew at its top with
 * another `query`.
 */
export function RecordList({
  query,
  ...rest
}: { query: string } & Pick<
  ComponentProps<typeof ListBox>,
  'aria-label' | 'className' | 'renderEmptyState'
>) {
  const list = useRef<HTMLDivElement>(null)
  const asked = useRef(query)
  // Another query is another list, of which the top is read first. The same one comes in sight again where it was.
  useEffect(() => {
    if (list.current && asked.current !== query) list.current.scrollTop = 0
    asked.current = query
  }, [query])
  return (
    <Virtualizer layout={RowLayout}>
      <ListBox ref={list} {...rest} />
    </Virtualizer>
  )
}

function RecordOption({
  node,
  casebook,
  areMixed,
}: {
  node: RecordNode
  casebook: Casebook | undefined
  areMixed: boolean
}) {
  const language = useLanguage()
  const state = useContext(ListStateContext)
  if (!state) throw new Error('a record is shown outside a list')
  const row = useRef<HTMLDivElement>(null)
  const option = useOption({ key: node.key }, state, row)
  const { hoverProps, isHovered } = useHover({})
  const record = node.value as CasebookRecord
  const detail = casebook ? recordDetail(record, casebook, language) : ''
  const described = areMixed
    ? [collectionLabels[language][record.collection], detail].filter(Boolean).join(' · ')
    : detail
  return (
    <div
      {...mergeProps(option.optionProps, hoverProps)}
      ref={row}
      className="record-item"
      data-selected={option.isSelected || undefined}
      data-focused={option.isFocused || undefined}
      data-focus-visible={option.isFocusVisible || undefined}
      data-hovered={isHovered || undefined}
    >
      <span {...option.labelProps}>{node.textValue}</span>
      {described && (
        <span {...option.descriptionProps} className="hint">
          {described}
        </span>
      )}
    </div>
  )
}
