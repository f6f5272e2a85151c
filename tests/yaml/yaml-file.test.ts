import { expect, it } from 'vitest'
import { readYamlFile } from '../../engine/yaml/index.js'

const read = (text: string) => readYamlFile({ path: 'casebook/gaps.yaml', text }, 'casebook')

it.each([
  ['[', ']'],
  ['{ a: ', '}'],
  ['- ', ''],
  ['? ', ''],
])('a hundred times %s within each other is read, and is a fault where it is more', (open, close) => {
  const nested = (depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}\n`
  expect(read(nested(100)).diagnostics).toEqual([])
  const tooDeep = {
    severity: 'error',
    code: 'casebook/yaml-syntax',
    message: 'found lists or groups more than 100 deep within each other',
    hints: ['check where this file comes from'],
    at: { file: 'casebook/gaps.yaml', line: 1, column: 1 },
  }
  // Where calls nested too deep, the program ended at some of these depths, and read others, as warm as it was.
  for (const depth of [101, 1000, 5000, 20_000]) {
    expect(read(nested(depth)).diagnostics).toEqual([tooDeep])
    expect(read(open.repeat(depth)).diagnostics).toEqual([tooDeep])
  }
})
