import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../electron/contract/index.js'
import { openSettings } from '../../electron/main/settings-file.js'
import { createWindowSettings } from '../../electron/main/window-settings.js'
import { freshFolder } from '../host/fresh-folder.js'

function settingsIn(path = join(freshFolder(), 'settings.json')) {
  let folder = '/minerals'
  const told: Settings[] = []
  const settings = createWindowSettings(
    openSettings(path),
    { folder: () => folder, systemLanguage: () => 'fr' },
    (current) => told.push(current),
  )
  return { path, settings, told, open: (other: string) => (folder = other) }
}

describe('the settings of the window', () => {
  it('are in the language of the system until another is chosen', () => {
    const { settings, told, path } = settingsIn()
    expect(settings.current().language).toBe('fr')
    settings.change({ language: 'en' })
    expect(told.map(({ language }) => language)).toEqual(['en'])
    settings.change({ theme: 'dark', language: undefined } as object)
    expect(settings.current()).toMatchObject({ language: 'en', theme: 'dark' })
    expect(settingsIn(path).settings.current()).toMatchObject({ language: 'en', theme: 'dark' })
  })

  it('save the files of a workspace by themselves unless its author does not want it', () => {
    const { settings, open, path, told } = settingsIn()
    expect(settings.current().autosaves).toBe(true)
    settings.change({ autosaves: false })
    expect(told.at(-1)).toMatchObject({ autosaves: false })
    open('/other')
    expect(settings.current().autosaves).toBe(true)
    expect(settingsIn(path).settings.current().autosaves).toBe(false)
    open('/minerals')
    settings.change({ autosaves: true })
    expect(settingsIn(path).settings.current().autosaves).toBe(true)
  })

  it('keep how the window was left, and tell nobody', () => {
    const { settings, told, path } = settingsIn()
    settings.keepLook({ share: 0.6, view: 'casebook' })
    settings.keepLook({ pageZoom: 1.25 })
    expect(told).toEqual([])
    expect(settingsIn(path).settings.current().look).toEqual({ share: 0.6, view: 'casebook', pageZoom: 1.25 })
  })

  it('name the briefs opened in this workspace, the last one first and each once, at most ten in all', () => {
    const { settings, open } = settingsIn()
    for (const file of ['a', 'b', 'a']) settings.noteOpened(file)
    expect(settings.current().recent).toEqual(['a', 'b'])
    open('/other')
    expect(settings.current().recent).toEqual([])
    for (let count = 1; count <= 12; count += 1) settings.noteOpened(`brief-${count}`)
    expect(settings.current().recent).toHaveLength(10)
    expect(settings.current().recent[0]).toBe('brief-12')
  })
})
