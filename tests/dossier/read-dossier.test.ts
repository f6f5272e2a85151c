import { beforeAll, describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8, isSafePath } from '../../engine/base/index.js'
import { readDossier, type StoredFile } from '../../engine/dossier/index.js'
import { bytesOf, host } from '../built-in/workspace.js'
import { attachmentsOf } from './dossier-of.js'

let files: StoredFile[]

beforeAll(async () => {
  files = await attachmentsOf(await bytesOf({ template: 'fact-sheet' }))
})

function codesOf(changed: StoredFile[]): string[] {
  const read = readDossier(changed, host)
  return read.ok ? [] : read.diagnostics.map(({ code }) => code)
}

/** With `text` in place of `path`'s own, and with a manifest that agrees, if asked for. */
function withText(path: string, edit: (text: string) => string): StoredFile[] {
  return files.map((file) =>
    file.path === path ? { path, bytes: encodeUtf8(edit(decodeUtf8(file.bytes))) } : file,
  )
}

describe('a dossier that is read', () => {
  it('is taken as it was made', () => {
    expect(codesOf(files)).toEqual([])
  })

  it('is refused where a file is not the one that the manifest names', () => {
    expect(codesOf(withText('casebook/deals.yaml', (text) => `${text}\n`))).toEqual(['dossier/changed'])
    expect(codesOf(files.filter(({ path }) => path !== 'casebook/deals.yaml'))).toEqual(['dossier/missing'])
    const more = { path: 'casebook/more.yaml', bytes: encodeUtf8('[]') }
    expect(codesOf([...files, more])).toEqual(['dossier/unlisted'])
    const again = { path: 'Casebook/deals.yaml', bytes: encodeUtf8('[]') }
    expect(codesOf([...files, again])).toEqual(['dossier/unlisted', 'dossier/repeated'])
  })

  it('is refused where the manifest lies', () => {
    expect(
      codesOf(withText('manifest.json', (text) => text.replace(/"sha256": "./, '"sha256": "x'))),
    ).toEqual(['dossier/changed'])
  })

  it('is refused without a manifest that we know', () => {
    expect(codesOf([])).toEqual(['dossier/not-ours'])
    expect(codesOf(withText('manifest.json', () => '{'))).toEqual(['dossier/not-ours'])
    expect(codesOf(withText('manifest.json', (text) => text.replace('dossier/1', 'dossier/9')))).toEqual([
      'dossier/not-ours',
    ])
  })

  it('is refused where a name leads out of the folder', () => {
    for (const path of ['../up.yaml', '/etc/x', 'C:\\x', 'a/../../b', 'assets/./x.png', '.git/config', '']) {
      expect({ path, codes: codesOf([...files, { path, bytes: encodeUtf8('x') }]) }).toEqual({
        path,
        codes: ['dossier/outside'],
      })
      expect(isSafePath(path)).toBe(false)
    }
    for (const path of [
      ...['nul', 'assets/con.png', 'assets/COM1', 'lpt².png', 'CONOUT$', 'aux.tar.gz'],
      ...['x.', 'x ', 'assets/x./y', 'a\u0000b', 'a:b', 'assets/x?.png'],
    ]) {
      expect({ path, isSafe: isSafePath(path) }).toEqual({ path, isSafe: false })
    }
    expect(['assets/console.png', 'assets/com10.png', 'assets/nul-set.png'].every(isSafePath)).toBe(true)
    expect(['assets/carte é.png', 'casebook/deals.yaml'].every(isSafePath)).toBe(true)
  })

  it('is refused where two names are one on a disk that does not tell capitals or accents apart', () => {
    const listed = [
      { path: 'assets/Carte é.png', bytes: encodeUtf8('x') },
      { path: 'assets/carte e\u0301.png', bytes: encodeUtf8('x') },
    ]
    expect(codesOf([...files, ...listed]).filter((code) => code === 'dossier/repeated')).toHaveLength(1)
  })

  it('is looked at a few times a file, however many files there are', () => {
    let looks = 0
    const many = Array.from({ length: 5000 }, (_, n) => ({
      get path() {
        looks += 1
        return `assets/${n}.png`
      },
      bytes: encodeUtf8('x'),
    }))
    expect(codesOf([...files, ...many])).toHaveLength(5000)
    expect(looks / many.length).toBeLessThan(20)
  })

  it('is refused where its brief names a template that is not in it', () => {
    const brief = files.find(({ path }) => path.startsWith('briefs/'))?.path ?? ''
    const renamed = withText(brief, (text) => text.replace('template: fact-sheet', 'template: elsewhere'))
    const digests = [files, renamed].map((all) => {
      const file = all.find(({ path }) => path === brief)
      return file ? host.digest(file.bytes) : ''
    })
    const agreeing = renamed.map((file) =>
      file.path === 'manifest.json'
        ? {
            ...file,
            bytes: encodeUtf8(decodeUtf8(file.bytes).replace(digests[0] as string, digests[1] as string)),
          }
        : file,
    )
    const read = readDossier(agreeing, host)
    expect(read.ok || read.diagnostics).toMatchObject([
      { code: 'dossier/missing', message: 'the brief names the template `elsewhere`, which is not attached' },
    ])
  })
})
