import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeLicences, isCompatible, shippedPackages } from '../../scripts/licences.mjs'
import { packagesNeededBy } from '../../scripts/lock-file.mjs'
import { rootFolder } from '../../scripts/root-folder.mjs'

it('ships nothing whose licence does not go with MIT', () => {
  const others = shippedPackages().filter(({ licence }) => !isCompatible(licence))
  expect(others).toEqual([])
})

it('lists every shipped package in THIRD-PARTY-LICENSES.md (else run `npm run licences`)', async () => {
  const written = await readFile(join(rootFolder, 'THIRD-PARTY-LICENSES.md'), 'utf8')
  expect(written === describeLicences(), 'out of date: run `npm run licences`').toBe(true)
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND Zlib', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN FILE', false],
])('judges %s', (expression, expected) => {
  expect(isCompatible(expression)).toBe(expected)
})

it('finds a package where Node would', () => {
  const lock = {
    '': { version: '1' },
    'node_modules/a': { version: '1', dependencies: { b: '1', c: '1' } },
    'node_modules/a/node_modules/b': { version: '1' },
    'node_modules/b': { version: '2' },
    'node_modules/c': { version: '3', optionalDependencies: { native: '1' } },
    'node_modules/native': { version: '1' },
  }
  expect(packagesNeededBy(lock, ['a']).map(({ path }) => path)).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ])
})
