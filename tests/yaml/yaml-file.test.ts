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

it('finds a field that is said twice, in a group of any size, in about as long as it takes to read it', () => {
  const group = Array.from({ length: 100_000 }, (_, index) => `a${index}: b`)
  const start = performance.now()
  const { diagnostics } = read([...group, 'a7: c', 'c: { d: 1, d: 2 }'].join('\n'))
  expect(diagnostics).toEqual([
    expect.objectContaining({
      code: 'casebook/yaml-syntax',
      message: 'found a field twice, expected it once',
      at: { file: 'casebook/gaps.yaml', line: 100_001, column: 1, endLine: 100_001, endColumn: 2 },
    }),
    expect.objectContaining({ at: expect.objectContaining({ line: 100_002, column: 12 }) }),
  ])
  // Where each was compared with all before it this took minutes.
  expect(performance.now() - start).toBeLessThan(60_000)
})

it('refuses more values than a file can have before it looks at them', () => {
  const start = performance.now()
  for (const text of ['- a\n'.repeat(4_000_001), `[${'a,'.repeat(7_000_000)}a]`, '"'.repeat(8_000_000)]) {
    expect(read(text).diagnostics).toMatchObject([{ code: 'casebook/too-many-values' }])
  }
  expect(performance.now() - start).toBeLessThan(15_000)
})

it('tells the first thousand faults, and how many more there are', () => {
  const { diagnostics } = read('- *a\n'.repeat(5000))
  expect(diagnostics).toHaveLength(1001)
  expect(diagnostics.at(-1)).toMatchObject({
    severity: 'error',
    code: 'casebook/more-faults',
    message: 'there are 4000 more faults from here on',
    at: { line: 1001 },
  })
})

it.each([
  '!!omap [a: 1]',
  '!!pairs [a: 1]',
  '!!set { a, b }',
  '!!binary aGk=',
  '!!timestamp 2026-02-03',
  '!mine [a]',
])('refuses a tag that makes something else of a value, where it stands: %s', (value) => {
  for (const text of [
    `${value}\n`,
    `- id: a\n  list: [x, ${value}]\n`,
    `- id: a\n  field:\n    - ${value}\n`,
  ]) {
    const [fault, ...more] = read(text).diagnostics
    expect(more).toEqual([])
    expect(fault).toMatchObject({ code: 'casebook/yaml-syntax', hints: ['remove the tag'] })
    expect(fault?.message).toBe(`found the tag \`${value.split(' ')[0]}\`, expected the value itself`)
  }
})

it('reads values whose tags say what they are by themselves', () => {
  const { file, diagnostics } = read('- !!str 2026\n- !!map { a: !!int 1 }\n- !!seq [!!null null]\n')
  expect(file).toBeDefined()
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})
