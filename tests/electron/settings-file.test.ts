import { closeSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSettings } from '../../electron/main/settings-file.js'
import { freshFolder } from '../host/fresh-folder.js'

const place = () => join(freshFolder(), 'settings.json')

describe('what the window remembers', () => {
  it('is there at the next start', () => {
    const path = place()
    openSettings(path).change({ language: 'fr', theme: 'dark' })
    expect(openSettings(path).get()).toMatchObject({ language: 'fr', theme: 'dark' })
  })

  it.each([
    '',
    'no json',
    '[]',
    'null',
    '{"theme": 7, "recent": "x", "window": {"width": -1}}',
    '{"look": {"view": "x", "share": 7, "pageZoom": 0}, "zoom": "x"}',
  ])('starts anew from a damaged file: %s', (text) => {
    const path = place()
    writeFileSync(path, text)
    const look = { view: 'briefs', share: 0.46, pageZoom: 'fit' }
    expect(openSettings(path).get()).toMatchObject({ theme: 'system', recent: [], look, zoom: 1 })
  })

  it('is as it was or as it is to be, whenever it is read, and leaves nothing beside it', () => {
    const path = place()
    const stray = join(path, '..', '.bw-99999999-0123456789ab.tmp')
    writeFileSync(path, '{"theme": "dark"}')
    writeFileSync(stray, 'half')
    const before = openSync(path, 'r')
    openSettings(path).change({ language: 'fr' })
    // Who has the old file open still reads the old one: nothing is written in place.
    expect(readFileSync(before, 'utf8')).toBe('{"theme": "dark"}')
    closeSync(before)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark', language: 'fr' })
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json'])
  })

  it('keeps what can be read of a half damaged file', () => {
    const path = place()
    writeFileSync(path, '{"theme": "dark", "language": "de"}')
    expect(openSettings(path).get()).toMatchObject({ theme: 'dark' })
    openSettings(path).change({ language: 'en' })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark', language: 'en' })
  })
})
