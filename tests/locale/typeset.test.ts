import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languages, typeset, typesetLine } from '../../engine/locale/index.js'

// Spaces that do not break: `~` for U+00A0 and `_` for U+202F, which cannot be told apart by eye.
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')
const english = (text: string) => seen(typeset(text, 'en'))
const french = (text: string) => seen(typeset(text, 'fr'))

/** Typeset with each `|` between two stretches, which is how bold text and links begin and end. */
const inStretches = (text: string, language: Language) =>
  seen(typesetLine(text.split('|').map((one) => ({ text: one, language }))).join('|'))

describe('S4 quotation marks and apostrophes', () => {
  it.each([
    ['He "agreed" to it.', 'He “agreed” to it.'],
    ['"Yes," she said. "No."', '“Yes,” she said. “No.”'],
    [`"'Yes,' he said", twice`, '“‘Yes,’ he said”, twice'],
    [`'A "b" c'`, '‘A “b” c’'],
    [`("quoted") ["x"]`, '(“quoted”) [“x”]'],
    ['the –"dash"', 'the –“dash”'],
    ['the -"dash"', 'the -“dash”'],
    ['a—"b"—c', 'a—“b”—c'],
    ['"I was—" he said', '“I was—” he said'],
    ['"…and then"', '“…and then”'],
    ['"a""b"', '“a”“b”'],
    [`don't, the workers' rights, Jean's`, 'don’t, the workers’ rights, Jean’s'],
    [`the '90s, class of '26, '90s'`, 'the ’90s, class of ’26, ’90s’'],
    [`'90 of them,' he said`, '‘90 of them,’ he said'],
    [`rock 'n' roll, 'tis so, get 'em`, 'rock ’n’ roll, ’tis so, get ’em'],
    [`'em' is a word`, '‘em’ is a word'],
    [`5' 6", 5'6", 12° 30' 15"`, '5′ 6″, 5′6″, 12° 30′ 15″'],
    ['a pipe of 6" and no more', 'a pipe of 6″ and no more'],
    ['"about 6"', '“about 6”'],
    ['“typed” and "straight"', '“typed” and “straight”'],
    [`the "x"'s end`, 'the “x”’s end'],
  ])('are right in English: %s', (typed, printed) => {
    expect(english(typed)).toBe(printed)
  })

  it.each([
    ['un "accord" signé', 'un «_accord_» signé'],
    ['« un "mot" ici »', '«_un “mot” ici_»'],
    [`l'"accord"`, 'l’«_accord_»'],
    [`"l'accord dit "non" encore"`, '«_l’accord dit “non” encore_»'],
    [`d'abord, aujourd'hui, les années '90s`, 'd’abord, aujourd’hui, les années ’90s'],
    ['un "accord": oui', 'un «_accord_»~: oui'],
  ])('are right in French: %s', (typed, printed) => {
    expect(french(typed)).toBe(printed)
  })

  it.each([
    ['Start |"quoted"| word, see |"linked"|, "|bold|".', 'Start |“quoted”| word, see |“linked”|, “|bold|”.'],
    [`"|'|Yes|,' he said|"`, '“|‘|Yes|,’ he said|”'],
    [`the |'|90s and rock '|n|' roll`, 'the |’|90s and rock ’|n|’ roll'],
  ])('do not mind where a stretch begins: %s', (typed, printed) => {
    expect(inStretches(typed, 'en')).toBe(printed)
  })

  it('leave code and addresses as they are, and set what is beside them', () => {
    const texts = typesetLine([
      { text: 'see "', language: 'en' },
      { text: `a["b"] = 'c'` },
      { text: `" and https://example.org/?a='b' it's`, language: 'en' },
    ])
    expect(texts).toEqual(['see “', `a["b"] = 'c'`, `” and https://example.org/?a='b' it’s`])
  })

  it('are those of the language of each stretch', () => {
    const texts = typesetLine([
      { text: 'He said "', language: 'en' },
      { text: 'un "accord" ?', language: 'fr' },
      { text: '" twice', language: 'en' },
    ])
    expect(texts.map(seen)).toEqual(['He said “', 'un «_accord_»_?', '” twice'])
  })
})

describe('S5 French spacing', () => {
  it('puts spaces that do not break before high punctuation and inside quotation marks', () => {
    expect(french('Objet: « vente »; oui ?')).toBe('Objet~: «_vente_»_; oui_?')
    expect(french('Objet : vente ; oui !')).toBe('Objet~: vente_; oui_!')
    expect(french('Quoi ?! (oui !) 40 %')).toBe('Quoi_?! (oui_!) 40_%')
    expect(inStretches('Prix| :| |oui|;', 'fr')).toBe('Prix|~:| |oui|_;')
  })
  it('leaves times and addresses as they are', () => {
    expect(typeset('à 14:30, https://example.org/?a=b;c', 'fr')).toBe('à 14:30, https://example.org/?a=b;c')
  })
})

describe('S6 what holds together', () => {
  it.each([
    [
      'Mr. Doe, Mr Doe, Dr Doe, Prof. Doe, St. Mary, Gen. Doe',
      'Mr.~Doe, Mr~Doe, Dr~Doe, Prof.~Doe, St.~Mary, Gen.~Doe',
    ],
    ['M. Ilunga, Mme Ilunga, Mlle Ilunga', 'M.~Ilunga, Mme~Ilunga, Mlle~Ilunga'],
    ['no. 4, No. 4, n° 4, nos. 4–6, № 4', 'no.~4, No.~4, n°~4, nos.~4–6, №~4'],
    [
      'p. 12, pp. 12–14, art. 3, fig. 2, vol. IV, ch. 2, § 7, p. xii',
      'p.~12, pp.~12–14, art.~3, fig.~2, vol.~IV, ch.~2, §~7, p.~xii',
    ],
    ['21 January 2025, January 21, 1st May', '21~January 2025, January~21, 1st~May'],
    ['21 janvier 2025, 1er mars', '21~janvier 2025, 1er~mars'],
    ['J. Doe, J. R. R. Doe, J.-P. Doe', 'J.~Doe, J.~R.~R.~Doe, J.-P.~Doe'],
  ])('%s', (typed, printed) => {
    expect(english(typed)).toBe(printed)
    expect(french(typed)).toBe(printed)
  })
  it('leaves words alone that only look like it', () => {
    const text = 'Stop. Ask me 2 times, art 3, 45 January, the Gen group, 12,5 mai'
    expect(english(text)).toBe(text)
  })
  it('takes titles of one language for words in the other', () => {
    expect(french('Me Ilunga')).toBe('Me~Ilunga')
    expect(english('Me Ilunga')).toBe('Me Ilunga')
  })
  it('knows an article after an elision', () => {
    expect(french('l’art. 3')).toBe('l’art.~3')
  })
})

describe('S1 white space', () => {
  it('is a space, whatever was typed', () => {
    expect(english('a\tb\u2028c\u2029d\u0085e\vf\fg')).toBe('a b c d e f g')
  })
})

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", ' ', ' - ', ';', ':', '?', '«', '»', '%', '\t', '\n', '—', '’', '“', '”'),
      fc.constantFrom('oui', 'M.', 'no.', '4', "'90s", '12', 'janvier', 'J.', 'Doe', '(', ')', '.', ','),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const anyLanguage = fc.constantFrom(...languages)

describe('whatever is typed', () => {
  it('is the same in one stretch and in many', () => {
    fc.assert(
      fc.property(prose, anyLanguage, fc.array(fc.nat(60), { maxLength: 5 }), (text, language, cuts) => {
        const letters = [...text]
        const at = [...new Set([0, ...cuts.filter((cut) => cut < letters.length)])].sort((a, b) => a - b)
        const stretches = at.map((from, index) => letters.slice(from, at[index + 1]).join(''))
        const texts = typesetLine(stretches.map((one) => ({ text: one, language })))
        expect(texts.join('')).toBe(typeset(text, language))
      }),
    )
  })
  it('keeps its words, and changes no more the second time', () => {
    const words = (text: string) => text.replace(/[\s\u0085"'‘’“”«»′″–-]/g, '')
    fc.assert(
      fc.property(prose, anyLanguage, (text, language) => {
        const once = typeset(text, language)
        expect(words(once)).toBe(words(text))
        expect(typeset(once, language)).toBe(once)
      }),
    )
  })
})
