import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeAtomically } from '../../host/files/atomic-file.js'
import { ownershipOf, putFile, putFileNow, putNewFile } from '../../host/files/put-file.js'
import { writeTogether } from '../../host/files/write-together.js'
import { freshFolder } from './fresh-folder.js'

const bytes = new TextEncoder().encode('new')

/** Every way by which a file of an author's is replaced. */
const ways: [string, (folder: string, name: string) => unknown][] = [
  ['an export', (folder, name) => writeAtomically(join(folder, name), 'new')],
  [
    'the import of a pack',
    (folder, path) =>
      writeTogether(folder, [{ path, bytes, before: readFileSync(join(folder, path)) }], 'kept'),
  ],
  ['a save', (folder, name) => putFile(join(folder, name), 'new', { old: ownershipOf(join(folder, name)) })],
]

describe.each(ways)('a file that is replaced by %s', (_, replace) => {
  // A mask takes the right to write from others; Windows knows of no such rights.
  it.skipIf(process.platform === 'win32')('keeps its mode', async () => {
    const folder = freshFolder()
    const path = join(folder, 'shared.yaml')
    writeFileSync(path, 'old')
    for (const mode of [0o666, 0o620, 0o755]) {
      chmodSync(path, mode)
      await replace(folder, 'shared.yaml')
      expect(readFileSync(path, 'utf8')).toBe('new')
      expect(statSync(path).mode & 0o777).toBe(mode)
    }
  })

  it.runIf(process.getuid?.() === 0)('keeps its owner', async () => {
    const folder = freshFolder()
    const path = join(folder, 'theirs.yaml')
    writeFileSync(path, 'old')
    chownSync(path, 4711, 815)
    await replace(folder, 'theirs.yaml')
    expect(statSync(path)).toMatchObject({ uid: 4711, gid: 815 })
  })

  it('stays as it is where it may not be written', async () => {
    const folder = freshFolder()
    const path = join(folder, 'kept.yaml')
    writeFileSync(path, 'old')
    chmodSync(path, 0o444)
    const outcome = await new Promise((done) => done(replace(folder, 'kept.yaml'))).catch((error) => error)
    expect(outcome).toSatisfy(
      (one) => one.code === 'EACCES' || one.diagnostics?.[0]?.code === 'workspace/no-permission',
    )
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['kept.yaml'])
  })
})

describe('a name as long as a disk takes', () => {
  const name = 'é'.repeat(127)

  it.each<[string, (path: string) => unknown]>([
    ['a file', (path) => putFile(path, 'words')],
    ['a new file', (path) => putNewFile(path, 'words')],
    ['a file that is there before it returns', (path) => putFileNow(path, 'words')],
  ])('is no hindrance to %s', async (_, put) => {
    const folder = freshFolder()
    await put(join(folder, name))
    expect(readdirSync(folder)).toEqual([name])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('words')
  })
})

it('leaves a file alone that stands where a new one was to be', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'there'), 'old')
  expect(await putNewFile(join(folder, 'there'), 'new')).toBe(false)
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['there'])
})
