import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/files/app-root.js'
import { locateOwnFile } from '../../host/files/locate-file.js'
import { pathWithin } from '../../host/files/path-within.js'
import { freshFolder } from './fresh-folder.js'

let dir: string
let elsewhere: string

beforeEach(() => {
  dir = join(freshFolder(), 'workspace')
  elsewhere = join(freshFolder(), 'elsewhere')
  for (const folder of [join(dir, 'casebook'), elsewhere]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(dir, 'casebook', 'deals.yaml'), '- id: a')
  writeFileSync(join(elsewhere, 'secret.yaml'), 'secret')
})

const outside = { ok: false, diagnostics: [{ code: 'file/outside' }] }

describe('a path that must stay within a folder', () => {
  it('is given as it really is, through links that stay', () => {
    symlinkSync('casebook', join(dir, 'facts'))
    expect(pathWithin(join(dir, 'facts', 'deals.yaml'), [dir])).toMatchObject({
      value: join(dir, 'casebook', 'deals.yaml'),
    })
  })

  it('may be one of a folder that is itself a link', () => {
    const link = join(freshFolder(), 'link')
    symlinkSync(dir, link)
    const value = join(dir, 'casebook', 'deals.yaml')
    expect(pathWithin(join(link, 'casebook', 'deals.yaml'), [link])).toMatchObject({ value })
    expect(pathWithin(value, [link])).toMatchObject({ value })
  })

  it('is found where the disk writes its accents in another way, and may not lead out by it', () => {
    const [one, other] = [join(dir, 'carte\u0301'), join(dir, 'fuite\u0301')]
    writeFileSync(one, 'map')
    symlinkSync(elsewhere, other)
    expect(pathWithin(one.normalize('NFC'), [dir])).toMatchObject({ ok: true, value: one })
    expect(pathWithin(join(other.normalize('NFC'), 'secret.yaml'), [dir])).toMatchObject(outside)
  })

  it('need not be there yet', () => {
    const path = join(dir, 'briefs', 'new.brief.yaml')
    expect(pathWithin(path, [dir])).toMatchObject({ ok: true, value: path })
  })

  it.each(['/etc/hostname', '/proc/self/environ', '//server/share/x', '', 'casebook/deals.yaml'])(
    'is refused elsewhere: %s',
    (path) => expect(pathWithin(path, [dir])).toMatchObject(outside),
  )

  it('is refused where it climbs out, is the folder itself, or only begins like it', () => {
    for (const path of ['/..', '', '/.', '/../elsewhere', '-2/x', '/casebook/../../x', '/a\0b'])
      expect(pathWithin(dir + path, [dir]), path).toMatchObject(outside)
  })

  it('is refused where a link leads out, also to what is not there yet', () => {
    symlinkSync(join(elsewhere, 'secret.yaml'), join(dir, 'casebook', 'file.yaml'))
    symlinkSync(elsewhere, join(dir, 'briefs'))
    for (const path of ['casebook/file.yaml', 'briefs/secret.yaml', 'briefs/new.brief.yaml'])
      expect(pathWithin(join(dir, path), [dir]), path).toMatchObject(outside)
    symlinkSync(join(elsewhere, 'nothing.yaml'), join(dir, 'casebook', 'nothing.yaml'))
    expect(pathWithin(join(dir, 'casebook', 'nothing.yaml'), [dir])).toMatchObject({
      diagnostics: [{ code: 'workspace/missing' }],
    })
  })
})

describe('a file that the window may see', () => {
  it('is one of the workspace or a built-in one', () => {
    const root = findAppRoot()
    const places = {
      'casebook/deals.yaml': join(dir, 'casebook/deals.yaml'),
      'templates/fact-sheet.hbs': join(root, 'templates/fact-sheet.hbs'),
    }
    for (const [file, value] of Object.entries(places))
      expect(locateOwnFile(file, { dir })).toMatchObject({ value })
    expect(locateOwnFile('casebook/deals.yaml')).toMatchObject({
      value: join(root, 'assets/casebook/deals.yaml'),
    })
  })

  it('is none of the program’s other files', () => {
    for (const file of ['templates/../package.json', 'templates/../../x'])
      expect(locateOwnFile(file, { dir: elsewhere }), file).toMatchObject({ ok: false })
    expect(locateOwnFile('package.json')).toMatchObject(outside)
    expect(locateOwnFile(join(findAppRoot(), 'package.json'), { dir })).toMatchObject(outside)
  })
})
