import { beforeAll, describe, expect, it } from 'vitest'
import { readDossier, type StoredFile } from '../../engine/dossier/index.js'
import { isSafePath } from '../../engine/dossier/safe-path.js'
import { decodeUtf8, encodeUtf8 } from '../../engine/utf8.js'
import { attachmentsOf, bytesOf, host } from './built-in.js'

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
    expect(['nul', 'assets/con.png', 'x.', 'x ', 'a\u0000b'].some(isSafePath)).toBe(false)
    expect(['assets/carte é.png', 'casebook/deals.yaml'].every(isSafePath)).toBe(true)
  })
})
