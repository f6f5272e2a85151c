import { expect, it } from 'vitest'
import { wordsOf } from '../../../renderer/casebook/words-of.js'

it.each([
  ['Électricité de Cœur-Ouest', ['electricite', 'de', 'coeur', 'ouest']],
  ["l’État (RDC), d'Ivoire", ['l', 'etat', 'rdc', 'd', 'ivoire']],
  ['US$1,500.5 or 2,5 %', ['us', '1.500.5', 'or', '2.5']],
  ['orion-glencore', ['orion', 'glencore']],
  ['Straße, Łódź. Ørsted', ['strasse', 'lodz', 'orsted']],
  ['E\u0301tat', ['etat']],
  ['– « » 40%.', ['40']],
  ['', []],
])('folds case, accents and what stands around words: %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})
