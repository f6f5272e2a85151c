import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findAppRoot } from '../../host/files/app-root.js'
import { freshFolder } from './fresh-folder.js'

it('finds the nearest folder upwards that holds both assets and templates', () => {
  const folder = freshFolder()
  for (const path of ['assets', 'templates', 'dist/cli', 'dist/assets']) {
    mkdirSync(join(folder, path), { recursive: true })
  }
  expect(findAppRoot(undefined, join(folder, 'dist', 'cli', 'briefwright.js'))).toBe(folder)
})

it('takes the folder that it is given', () => {
  expect(findAppRoot('/elsewhere')).toBe('/elsewhere')
})

it('throws when the program was installed without its data', () => {
  expect(() => findAppRoot(undefined, join(freshFolder(), 'main.js'))).toThrow('assets/ and templates/')
})
