import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../engine/base/index.js'
import { readPackFile } from '../../host/packs/read-pack-file.js'
import { renamed, withHeaders, zipOf } from '../pack/hostile-zips.js'
import { packOf } from '../pack/made-packs.js'
import { freshFolder } from './fresh-folder.js'

const good = zipOf(packOf())

function written(bytes: Uint8Array): string {
  const path = join(freshFolder(), 'house.briefpack')
  writeFileSync(path, bytes)
  return path
}

async function faultIn(bytes: Uint8Array): Promise<Diagnostic | undefined> {
  const path = written(bytes)
  const files = await readPackFile(path)
  if (files.ok) return undefined
  expect(files.diagnostics).toHaveLength(1)
  const [fault] = files.diagnostics
  expect(fault?.hints).not.toEqual([])
  expect(fault?.at).toEqual({ file: path })
  return fault
}

const codeIn = async (bytes: Uint8Array) => (await faultIn(bytes))?.code

describe('reading the zip of a pack', () => {
  it('T16: gives the names and bytes that were put in', async () => {
    const files = await readPackFile(written(good))
    if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
    expect(files.value).toEqual(packOf())
  })

  it('T16: reads what other zip programs write: folders, stored files', async () => {
    const folders = ['templates/', 'templates/partials/'].map((path) => ({ path, bytes: new Uint8Array() }))
    const files = await readPackFile(written(zipOf([...folders, ...packOf()], 0o100644)))
    expect(files.ok && files.value).toEqual(packOf())
  })

  it('T16: says what is no zip, or is one no longer', async () => {
    expect(await codeIn(new Uint8Array())).toBe('pack/not-a-pack')
    expect(await codeIn(Buffer.from('%PDF-1.7 and so on'))).toBe('pack/not-a-pack')
    for (const length of [40, Math.floor(good.length / 2), good.length - 1]) {
      expect(await codeIn(good.subarray(0, length))).toBe('pack/truncated')
    }
    expect(await codeIn(good.subarray(200))).toMatch(/^pack\/(damaged|truncated)$/)
  })

  it('T16: refuses a zip with a password', async () => {
    const encrypted = withHeaders(good, (view, { flags }) => view.setUint16(flags, 1, true))
    expect(await codeIn(encrypted)).toBe('pack/encrypted')
    const strongly = withHeaders(good, (view, { flags }) => view.setUint16(flags, 0x41, true))
    expect(await codeIn(strongly)).toBe('pack/encrypted')
  })

  it('T16: refuses links and devices', async () => {
    for (const type of [0o120777, 0o060660, 0o020660, 0o010660]) {
      const link = { path: 'templates/house-note.hbs', bytes: Buffer.from('/etc/passwd') }
      expect(await codeIn(zipOf([link], type))).toBe('pack/link')
    }
  })

  it('T16: refuses a bomb at its first byte too many, whatever size it claims', async () => {
    const bomb = zipOf([{ path: 'templates/x.hbs', bytes: new Uint8Array(48 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeIn(bomb)).toBe('pack/too-big')
    const lying = withHeaders(bomb, (view, { size }) => view.setUint32(size, 10, true))
    expect(await faultIn(lying)).toMatchObject({
      code: 'pack/too-big',
      message: '`templates/x.hbs` holds more than the 16 MB that are read',
    })
  })

  it('T16: refuses a bomb of many files that are each small enough', async () => {
    const files = Array.from({ length: 6 }, (_, index) => ({
      path: `templates/x${index}.hbs`,
      bytes: new Uint8Array(15 * 1024 * 1024),
    }))
    expect(await codeIn(zipOf(files))).toBe('pack/too-big')
  })

  it('T16: refuses files that share their bytes, over and over', async () => {
    // Every entry of the directory leads to the first file: the bomb of David Fifield (2019), in small.
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)
    const files = Array.from({ length: 30 }, (_, index) => ({
      path: `assets/${index + 10}.png`,
      bytes: index ? bytes.subarray(0, 1) : bytes,
    }))
    const zip = zipOf(files)
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    let first: { packed: number; size: number } | undefined
    for (let at = 0; at + 46 <= zip.length; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      first ??= { packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) }
      view.setUint32(at + 20, first.packed, true)
      view.setUint32(at + 24, first.size, true)
      view.setUint16(at + 10, 8, true)
      view.setUint32(at + 42, 0, true)
    }
    expect(await codeIn(zip)).toBe('pack/damaged')
  })

  it('T16: refuses thousands of files, and a pack of gigabytes, without reading them', async () => {
    const files = Array.from({ length: 3000 }, (_, index) => ({
      path: `assets/${index}.png`,
      bytes: new Uint8Array(1),
    }))
    expect(await codeIn(zipOf(files))).toBe('pack/too-many-files')
    const path = written(good)
    // More than Node reads into memory at all: who tried would be told of that.
    truncateSync(path, 4096 * 1024 * 1024)
    expect(await readPackFile(path)).toMatchObject({ ok: false, diagnostics: [{ code: 'pack/too-big' }] })
  })

  it('T16: says what is damaged inside', async () => {
    const method = withHeaders(good, (view, { method }) => view.setUint16(method, 12, true))
    expect(await codeIn(method)).toBe('pack/damaged')
    const size = withHeaders(good, (view, { size }) => view.setUint32(size, 7, true))
    expect(await codeIn(size)).toBe('pack/damaged')
  })

  it('T16: gives names as they are written, for what reads packs to judge', async () => {
    const names = ['../../../../house-note.hbs', 'C:\\Windows\\\\house-note.hbs']
    for (const name of names) {
      const from = `templates/${'x'.repeat(name.length - 10)}`
      const zip = renamed(zipOf([{ path: from, bytes: Buffer.from('x') }]), from, name)
      const files = await readPackFile(written(zip))
      expect(files.ok && files.value.map(({ path }) => path)).toEqual([name])
    }
    const two = zipOf(['assets/a.png', 'assets/b.png'].map((path) => ({ path, bytes: Buffer.from(path) })))
    const twice = await readPackFile(written(renamed(two, 'assets/b.png', 'assets/a.png')))
    expect(twice.ok && twice.value.map(({ path }) => path)).toEqual(['assets/a.png', 'assets/a.png'])
  })

  it('T16: says what the disk says of a pack that is gone, or a folder', async () => {
    const folder = freshFolder()
    expect(await readPackFile(join(folder, 'gone.briefpack'))).toMatchObject({
      diagnostics: [{ code: 'workspace/missing' }],
    })
    mkdirSync(join(folder, 'a.briefpack'))
    expect(await readPackFile(join(folder, 'a.briefpack'))).toMatchObject({
      diagnostics: [{ code: 'workspace/not-a-file' }],
    })
  })

  it('T16: ends with a diagnostic wherever bytes of a pack are changed', async () => {
    const folder = freshFolder()
    const path = join(folder, 'x.briefpack')
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = good.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        writeFileSync(path, bytes)
        const files = await readPackFile(path)
        if (!files.ok) expect(files.diagnostics[0]?.code).toMatch(/^pack\//)
      }),
      { numRuns: 400 },
    )
  })
})
