import { readFileSync, writeFileSync } from 'node:fs'
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

  it.each(['', 'no json', '[]', 'null', '{"theme": 7, "recent": "x", "window": {"width": -1}}'])(
    'starts anew from a damaged file: %s',
    (text) => {
      const path = place()
      writeFileSync(path, text)
      expect(openSettings(path).get()).toMatchObject({ theme: 'system', recent: [] })
    },
  )

  it('keeps what can be read of a half damaged file', () => {
    const path = place()
    writeFileSync(path, '{"theme": "dark", "language": "de"}')
    expect(openSettings(path).get()).toMatchObject({ theme: 'dark' })
    openSettings(path).change({ language: 'en' })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark', language: 'en' })
  })
})
