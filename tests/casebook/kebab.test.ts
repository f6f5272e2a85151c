import { describe, expect, it } from 'vitest'
import { kebab } from '../../engine/casebook/index.js'

describe('a name in kebab-case', () => {
  it.each([
    ['Project Vault', 'project-vault'],
    ['États-Unis', 'etats-unis'],
    ['Øyvind Berg', 'oyvind-berg'],
    ['Cœur de Kipushi', 'coeur-de-kipushi'],
    ['Straße', 'strasse'],
    ['orionGlencore', 'orion-glencore'],
    ['Кабинет', ''],
  ])('of %s is %s', (name, expected) => {
    expect(kebab(name)).toBe(expected)
  })
})
