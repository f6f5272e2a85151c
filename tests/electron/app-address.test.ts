import { describe, expect, it } from 'vitest'
import { fileForAddress, isOwnAddress } from '../../electron/main/app-address.js'

const folders = { renderer: '/app/dist/renderer', fonts: '/app/assets/fonts' }

describe('addresses of the window', () => {
  it('serves the page, its parts and the fonts', () => {
    expect(fileForAddress('briefwright://app/', folders)).toBe('/app/dist/renderer/index.html')
    expect(fileForAddress('briefwright://app/assets/index.js?v=1#x', folders)).toBe(
      '/app/dist/renderer/assets/index.js',
    )
    expect(fileForAddress('briefwright://app/fonts/source-sans-3/normal.ttf', folders)).toBe(
      '/app/assets/fonts/source-sans-3/normal.ttf',
    )
  })

  it.each([
    'briefwright://app/..%2f..%2fetc/passwd',
    'briefwright://app/assets/..%2f..%2f..%2fpackage.json',
    'briefwright://app/%2e%2e/%2e%2e/package.json',
    'briefwright://app/fonts/..%2f..%2fpackage.json',
    'briefwright://app/fonts/..%2ffonts-of-others/x.ttf',
    'briefwright://app/..%5c..%5cpackage.json',
    'briefwright://app/index.html%00.png',
    'briefwright://app/%ff',
    'briefwright://app/fonts/',
  ])('gives no file outside its folders: %s', (address) => {
    const file = fileForAddress(address, folders)
    if (file !== undefined) expect(file.startsWith('/app/dist/renderer/')).toBe(true)
  })

  it.each(['briefwright://other/', 'https://app/', 'file:///app/index.html', 'app', ''])(
    'does not take %s for its own',
    (address) => {
      expect(isOwnAddress(address)).toBe(false)
      expect(fileForAddress(address, folders)).toBeUndefined()
    },
  )
})
