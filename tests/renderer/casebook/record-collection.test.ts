import { createElement } from 'react'
import { expect, it } from 'vitest'
import type { CasebookRecord } from '../../../engine/casebook/types.js'
import { RecordCollection } from '../../../renderer/casebook/record-collection.js'

const record = (id: string): CasebookRecord => ({
  id,
  collection: 'deals',
  fields: {},
  at: { file: 'casebook/deals.yaml', line: 1, column: 1 },
})
const records = ['a', 'b', 'c'].map(record)
const means = {
  nameOf: ({ id }: CasebookRecord) => `Deal ${id}`,
  render: () => createElement('div'),
}
const collection = new RecordCollection(records, record('chosen'), means)

it('lists records in their order, by collection and id', () => {
  expect(collection.size).toBe(3)
  expect([...collection.getKeys()]).toEqual(['deals/a', 'deals/b', 'deals/c'])
  expect([...collection].map(({ index, value, textValue }) => [index, value, textValue])).toEqual([
    [0, records[0], 'Deal a'],
    [1, records[1], 'Deal b'],
    [2, records[2], 'Deal c'],
  ])
})

it('goes from one to the next and the one before, and no further', () => {
  expect([collection.getFirstKey(), collection.getLastKey()]).toEqual(['deals/a', 'deals/c'])
  expect([collection.getKeyAfter('deals/a'), collection.getKeyBefore('deals/c')]).toEqual([
    'deals/b',
    'deals/b',
  ])
  expect([collection.getKeyBefore('deals/a'), collection.getKeyAfter('deals/c')]).toEqual([null, null])
  expect([collection.getKeyBefore('deals/none'), collection.getKeyAfter('deals/none')]).toEqual([null, null])
  expect([collection.at(-1), collection.at(3)]).toEqual([null, null])
})

it('gives the same item whenever it is asked for, so that what is laid out of it holds', () => {
  expect(collection.getItem('deals/b')).toBe(collection.at(1))
  expect(collection.getItem('deals/none')).toBeNull()
})

it('knows the record that is chosen, and does not list it', () => {
  expect(collection.getItem('deals/chosen')?.textValue).toBe('Deal chosen')
  expect([...collection.getKeys()]).not.toContain('deals/chosen')
  expect(collection.getKeyAfter('deals/chosen')).toBeNull()
})

it('is empty where nothing is found', () => {
  const nothing = new RecordCollection([], undefined, means)
  expect([nothing.size, nothing.getFirstKey(), nothing.getLastKey(), [...nothing]]).toEqual([
    0,
    null,
    null,
    [],
  ])
})
