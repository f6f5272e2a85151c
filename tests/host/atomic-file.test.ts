import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeAtomically } from '../../host/files/atomic-file.js'
import { exportFile } from '../../host/files/export-file.js'
import { freshFolder } from './fresh-folder.js'

describe('writing a file whole or not at all', () => {
  it('makes the folders it needs and leaves nothing beside the file', async () => {
    const folder = freshFolder()
    const written = await writeAtomically(join(folder, 'a', 'b', 'c.txt'), 'words')
    expect(written.ok).toBe(true)
    expect(readFileSync(join(folder, 'a', 'b', 'c.txt'), 'utf8')).toBe('words')
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c.txt'])
  })

  it('leaves an existing file as it was, and no part of the new one, when the path is a folder', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'there'))
    const written = await writeAtomically(join(folder, 'there'), 'words')
    expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/not-a-file' }] })
    expect(readdirSync(folder)).toEqual(['there'])
    expect(readdirSync(join(folder, 'there'))).toEqual([])
  })

  it('says so when a file stands where a folder is needed', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'file'), 'old')
    const path = join(folder, 'file', 'deeper', 'c.txt')
    const written = await writeAtomically(path, 'words')
    expect(written).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-a-folder', at: { file: path } }],
    })
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old')
  })

  it('removes the folders it made when the file cannot be written', async () => {
    const folder = freshFolder()
    const written = await writeAtomically(join(folder, 'new', 'x'.repeat(300)), 'words')
    expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/name-too-long' }] })
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes a name as long as a disk takes', async () => {
    const path = join(freshFolder(), `${'n'.repeat(251)}.pdf`)
    expect(await writeAtomically(path, 'whole')).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('whole')
  })

  it('sweeps what killed processes left there, and leaves what living ones write', async () => {
    const folder = freshFolder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(folder, `.bw-${pid}-0123456789ab.tmp`), 'left')
    const living = `.bw-${process.pid}-0123456789ab.tmp`
    writeFileSync(join(folder, living), 'under way')
    await writeAtomically(join(folder, 'one.pdf'), 'whole')
    expect(readdirSync(folder).sort()).toEqual([living, 'one.pdf'])
  })

  it('refuses a device', async () => {
    const written = await writeAtomically('/dev/full', 'words')
    expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/not-a-file' }] })
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  it('writes through a link and keeps it', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'real'), 'old')
    symlinkSync('real', join(folder, 'link'))
    await writeAtomically(join(folder, 'link'), 'new')
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new')
  })

  it('lets the last of many writes win', async () => {
    const path = join(freshFolder(), 'file')
    await Promise.all(Array.from({ length: 20 }, (_, index) => writeAtomically(path, `write ${index}`)))
    expect(readFileSync(path, 'utf8')).toBe('write 19')
  })
})

describe('exporting', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 new')

  it('replaces an earlier export', async () => {
    const path = join(freshFolder(), 'brief.pdf')
    writeFileSync(path, '%PDF-1.7 old')
    expect((await exportFile(path, pdf)).ok).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 new')
  })

  it('does not replace a file that holds something else', async () => {
    const path = join(freshFolder(), 'deals.yaml')
    writeFileSync(path, '- id: a-deal')
    expect(await exportFile(path, pdf)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/would-overwrite', at: { file: path } }],
    })
    expect(readFileSync(path, 'utf8')).toBe('- id: a-deal')
  })
})
