import { expect, it } from 'vitest'
import { findMissingOptionals, readLockFile } from '../../scripts/lock-file.mjs'

it('is complete for every system (else run `npm run lock`)', () => {
  expect(findMissingOptionals(readLockFile()).map(({ name }) => name)).toEqual([])
})

it('notices an optional package that npm left out', () => {
  const lock = {
    '': { version: '1' },
    'node_modules/a': {
      version: '1',
      optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-arm64': '1.0.0' },
    },
    'node_modules/a-linux-x64': { version: '1.0.0' },
  }
  expect(findMissingOptionals(lock).map(({ name }) => name)).toEqual(['a-darwin-arm64'])
})
