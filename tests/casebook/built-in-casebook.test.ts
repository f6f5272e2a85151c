import { describe, expect, it } from 'vitest'
import { type Claim, collectionNames, parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { builtInCasebook, builtInFiles, claimsOf, textsOf } from '../built-in/casebook.js'
import { english, englishRecord } from './english-record.js'
import { expectedRecord, kebab } from './expected-record.js'
import { facts, knownConflictsAndGaps, unitWordings } from './original.js'

const casebook = builtInCasebook()

describe('the built-in casebook', () => {
  it('parses without any diagnostic', () => {
    expect(parseCasebook(builtInFiles())).toMatchObject({ ok: true, warnings: [] })
  })

  it('has no evidence that is old, missing or unclear', () => {
    expect(checkEvidence(casebook)).toEqual([])
  })

  it('begins each record with its id', () => {
    for (const { path, text } of builtInFiles())
      if (path !== 'casebook/casebook.yaml') expect(text.match(/^- (?!id: )/gm)).toBeNull()
  })

  it('is in English and French and known up to the end of February 2026', () => {
    expect(casebook.languages).toEqual(['en', 'fr'])
    // The facts speak for months up to 2026-02; the last dated source is of 23 February.
    expect(casebook.asOf).toBe('2026-02-28')
  })
})

describe.each(Object.keys(facts).filter((name) => name !== 'events'))('the original %s', (collection) => {
  const originals = facts[collection] ?? []
  const records = casebook.collections[collection as 'deals']

  it('are all there, in their order, and no others', () => {
    expect(records.map((record) => record.id)).toEqual(originals.map((original) => original.id))
  })

  it.each(originals.map((original) => [original.id, original] as const))(
    'keep every field of %s',
    (id, original) => {
      const { record, unused } = expectedRecord(collection, original)
      const found = records.find((candidate) => candidate.id === id)
      expect(unused).toEqual([])
      expect(found && englishRecord(found)).toEqual(record)
    },
  )
})

describe('the original events', () => {
  const originals = facts.events ?? []
  const records = casebook.collections.events

  it('are all there, and no others', () => {
    expect(records).toHaveLength(originals.length)
  })

  it.each(originals.map((original, index) => [original.event.value, original, index] as const))(
    'keep every field of: %s',
    (_, original, index) => {
      const { record, unused } = expectedRecord('events', original)
      const { id, ...fields } = englishRecord(records[index] as never)
      expect(unused).toEqual([])
      expect({ id: undefined, ...fields }).toEqual(record)
      expect(String(id).startsWith(`${original.date}-`)).toBe(true)
      expect(original.precision).toBe({ 4: 'year', 7: 'month', 10: 'day' }[String(original.date).length])
    },
  )
})

describe('the units', () => {
  it('say every word of the original wordings again', () => {
    for (const [original, wording] of Object.entries(unitWordings)) {
      const printed = [wording.unit, wording.bound, wording.measure].join(' ')
      const lost = wordsOf(original).filter(
        (word) => !wordsOf(printed).includes(word) && !unitWords.has(word),
      )
      expect({ original, lost }).toEqual({ original, lost: [] })
    }
  })

  it('have a wording for each of the original, and none besides', () => {
    expect(Object.keys(unitWordings).sort()).toEqual([...new Set(originalUnits(facts))].sort())
  })
})

describe('the terms', () => {
  it('keep the words of the original for kinds, modes, categories, sides and forms', () => {
    const words = [
      ...(facts.actors ?? []).map((actor) => actor.kind),
      ...(facts.flows ?? []).map((flow) => flow.mode),
      ...(facts.risks ?? []).map((risk) => risk.category),
      ...(facts.stakes ?? []).map((stake) => stake.side),
      ...(facts.statements ?? []).map((statement) => statement.form),
    ]
    for (const word of words) expect(english(casebook.terms[kebab(word)] ?? '')).toBe(word)
  })

  it('are all used', () => {
    const used = Object.values(casebook.collections)
      .flat()
      .flatMap((record) => Object.values(record.fields))
      .flatMap((field) => (field.kind === 'term' ? [field.term] : field.kind === 'terms' ? field.terms : []))
    expect([...new Set(used)].sort()).toEqual(Object.keys(casebook.terms).sort())
  })
})

describe('conflicts and gaps', () => {
  it('keep every conflict word for word', () => {
    const found = casebook.collections.conflicts
      .map(englishRecord)
      .map(({ topic, detail }) => ({ topic, detail }))
    expect(found).toEqual(knownConflictsAndGaps.conflicts)
  })

  it('keep every gap word for word, but for the remark on the clock', () => {
    const found = casebook.collections.gaps.map(englishRecord).map(({ text }) => text)
    expect(found).toEqual(knownConflictsAndGaps.gaps.map((gap) => gap.replace(/; the machine clock .*/, '')))
  })

  it('give a differing reading where its source is known', () => {
    expect(readings().map(({ path, sources }) => `${path}: ${sources.join(', ')}`)).toEqual([
      'assets/kipushi.guidance2026: reuters-kipushi',
      'assets/kcc.owners: spg-kcc',
      'deals/orion-glencore.stake: news-feature',
      'deals/orion-glencore.stake: glen-orion-pr',
      'deals/kipushi-us.guidance2026: reuters-kipushi',
      'deals/virtus-chemaf.price: mining-virtus',
      'instruments/project-vault.size: gtr-vault',
      'instruments/jsc.firstMeeting: jsc-statement',
      'flows/lobito.transit: mca-lobito',
      'flows/lobito.transit: sis-routes',
    ])
  })

  it('take no figure of a reading from elsewhere than the conflicts and notes of the original', () => {
    const said = numbersIn(JSON.stringify([knownConflictsAndGaps.conflicts, facts]), 'en')
    for (const { path, value } of readings())
      for (const number of numbersIn(JSON.stringify(value), 'en'))
        expect({ path, number, isSaid: said.includes(number) }).toEqual({ path, number, isSaid: true })
  })
})

describe('the languages', () => {
  const texts = textsOf(casebook)
  /** Published as they stand, whatever the language of the brief. */
  const asPublished = /^sources\/.*\.(publisher|title|language|url)$|^minerals\/.*\.symbol$/

  it('are both there in every text that is no name', () => {
    const oneForBoth = texts.filter(({ path, text }) => typeof text === 'string' && !asPublished.test(path))
    expect(oneForBoth.map(({ text }) => text).filter((name) => !properNames.has(name as string))).toEqual([])
    for (const { path, text } of texts)
      if (typeof text !== 'string')
        expect({ path, ...text }).toEqual({ path, en: expect.any(String), fr: expect.any(String) })
  })

  it('say the same numbers', () => {
    for (const { path, text } of texts) {
      if (typeof text === 'string') continue
      const [en, fr] = [numbersIn(text.en ?? '', 'en'), numbersIn(text.fr ?? '', 'fr')]
      expect({ path, numbers: fr.sort() }).toEqual({ path, numbers: en.sort() })
    }
  })

  it('are set as French is: accents, apostrophes, quotation marks and no-break spaces', () => {
    const slips = /'|"| [;:?!»]|\d %|« |\d \d{3}\b|Gecamines|Cominiere|Societe|\bDRC\b|(?<!\$\u00a0)\bUS\b/
    // What stands between braces is for the template language, not for a reader.
    const prose = (text: string | undefined) => text?.replace(/\{\{.*?\}\}/g, '') ?? ''
    const set = texts.flatMap(({ path, text }) =>
      typeof text === 'string' ? [] : [{ path, fr: prose(text.fr) }],
    )
    expect(set.filter(({ fr }) => slips.test(fr))).toEqual([])
  })
})

const properNames = new Set([
  ...[
    'AFC/M23',
    'ARECOMS',
    'AVZ Minerals',
    'Brunp (CATL)',
    'CITIC Metal',
    'CMOC',
    'Chemaf',
    'Christopher Landau',
  ],
  ...[
    'Crystal River Global',
    'Glencore',
    'Glencore (Kamoto Copper Company)',
    'Hartree Partners',
    'Haut-Katanga',
  ],
  ...[
    'Ivanhoe Mines',
    'Kamoa Copper SA',
    'Kamoa-Kakula',
    'Kamoto (KCC)',
    'Kipushi',
    'Kipushi Corporation (KICO)',
  ],
  ...[
    'Kisanfu (KFM)',
    'KoBold Metals',
    'Kolwezi',
    'Kolwezi / Lubumbashi',
    'Lualaba',
    'Luau',
    'Lubumbashi / Kolwezi',
  ],
  ...[
    'Manono',
    'Mercuria',
    'Mota-Engil',
    'Mutanda (Mumi)',
    'Mutoshi (Chemaf)',
    'Mutoshi (Lualaba)',
    'Rubaya',
  ],
  ...['Rwanda', 'Tenke Fungurume', 'Tenke Fungurume (TFM)', 'Trafigura', 'Traxys North America', 'Vecturis'],
  ...['Virtus Minerals', 'Zijin', 'Zijin Mining', '2020'],
])

/** Words of the original that the unit itself or the bound stands for. */
const unitWords = new Set(
  't t/year a about approximate around at billion cents day days decimal kg km lower million more most than thousand us us$ us$/kg us$/lb us$/month us$/t year years goal'.split(
    ' ',
  ),
)

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace('percent', '%')
    .split(/[\s,()]+/)
    .filter((word) => word !== '')
}

function originalUnits(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'unit' in node && typeof node.unit === 'string' ? [node.unit] : []
  return [...own, ...Object.values(node).flatMap(originalUnits)]
}

function readings(): { path: string; value: Claim['value']; sources: string[] }[] {
  return collectionNames
    .flatMap((name) => casebook.collections[name])
    .flatMap((record) =>
      claimsOf(record.fields).flatMap(({ name, claim }) =>
        (claim.alternatives ?? []).map(({ value, sources }) => ({
          path: `${record.collection}/${record.id}.${name}`,
          value,
          sources,
        })),
      ),
    )
}

/** Figures as they would be written in code, whichever language wrote them. */
function numbersIn(text: string, language: 'en' | 'fr'): string[] {
  const plain =
    language === 'en'
      ? text.replace(/(?<=\d),(?=\d{3}\b)/g, '')
      : text.replace(/(?<=\d)\u202f(?=\d{3}\b)/g, '').replace(/(?<=\d),(?=\d)/g, '.')
  return plain.match(/\d+(\.\d+)?/g) ?? []
}
