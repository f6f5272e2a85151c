import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { areDependenciesCurrent } from '../../scripts/dependencies.mjs'
import { rootFolder } from '../../scripts/root-folder.mjs'
import { freshFolder } from '../host/fresh-folder.js'

type Packages = Record<string, { version?: string; optional?: boolean }>

async function checkout(wanted: Packages, installed?: Packages): Promise<string> {
  const folder = freshFolder()
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
  if (!installed) return folder
  await mkdir(join(folder, 'node_modules'))
  const record = join(folder, 'node_modules', '.package-lock.json')
  await writeFile(record, JSON.stringify({ packages: installed }))
  // Older than the lock file, so that both are compared.
  await utimes(record, 1, 1)
  return folder
}

it('installs where nothing is installed', async () => {
  expect(areDependenciesCurrent(await checkout({ 'node_modules/yaml': { version: '2.9.1' } }))).toBe(false)
})

it('installs again when the lock file names another version', async () => {
  const folder = await checkout(
    { 'node_modules/yaml': { version: '2.9.2' } },
    { 'node_modules/yaml': { version: '2.9.1' } },
  )
  expect(areDependenciesCurrent(folder)).toBe(false)
})

it('installs again when a package is missing', async () => {
  const yaml = { 'node_modules/yaml': { version: '2.9.1' } }
  const folder = await checkout({ ...yaml, 'node_modules/zod': { version: '4.6.7' } }, yaml)
  expect(areDependenciesCurrent(folder)).toBe(false)
})

it('is content without the optional packages of other systems', async () => {
  const yaml = { 'node_modules/yaml': { version: '2.9.1' } }
  const folder = await checkout(
    { ...yaml, 'node_modules/mac-only': { version: '1.0.0', optional: true } },
    yaml,
  )
  expect(areDependenciesCurrent(folder)).toBe(true)
})

it('leaves alone a folder that `node_modules` is only linked to, and says so', async () => {
  const folder = await checkout(
    { 'node_modules/yaml': { version: '2.9.2' } },
    { 'node_modules/yaml': { version: '2.9.1' } },
  )
  const elsewhere = join(freshFolder(), 'node_modules')
  await rename(join(folder, 'node_modules'), elsewhere)
  await symlink(elsewhere, join(folder, 'node_modules'), 'junction')
  const script = pathToFileURL(join(rootFolder, 'scripts/dependencies.mjs'))
  const install = `const { installDependencies } = await import(${JSON.stringify(script)}); installDependencies(${JSON.stringify(folder)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', install], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('is a link')
  expect(existsSync(join(elsewhere, '.package-lock.json'))).toBe(true)
})
