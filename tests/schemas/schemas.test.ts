import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { schemaFiles } from './schema-files.js'

const folder = 'assets/schemas/'

it('the schemas for editors are those of the shapes that the program reads', () => {
  const made = schemaFiles()
  if (process.env.UPDATE) {
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of made) writeFileSync(folder + name, text)
  }
  const kept = new Map(readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')]))
  const out =
    'out of date: run UPDATE=1 npx vitest run tests/schemas/schemas.test.ts, and review the difference'
  expect([...kept.keys()].sort(), out).toEqual([...made.keys()].sort())
  for (const [name, text] of made) expect(kept.get(name), `${name} is ${out}`).toBe(text)
})

function accepts(kind: string, written: unknown): boolean {
  return shapeOf(kind).safeParse(written).success
}

/** What a schema's file says, and nothing of the shape that it was made of. */
function shapeOf(kind: string): z.ZodType {
  return z.fromJSONSchema(JSON.parse(readFileSync(`${folder}${kind}.schema.json`, 'utf8')))
}

describe.each(['assets/casebook', 'assets/starter/casebook', 'tests/other-subject/casebook'])(
  '%s',
  (casebook) => {
    it.each(readdirSync(casebook))('%s is as its schema says', (file) => {
      const result = shapeOf(file.replace('.yaml', '')).safeParse(
        parse(readFileSync(`${casebook}/${file}`, 'utf8')),
      )
      expect(result.error?.issues ?? []).toEqual([])
    })
  },
)

describe('what comes with the program', () => {
  it.each(readdirSync('templates').filter((name) => name.endsWith('.hbs')))(
    '%s has a front matter of its schema',
    (file) => {
      const head = readFileSync(`templates/${file}`, 'utf8').split(/^---$/m)[1] ?? ''
      expect(accepts('template', parse(head))).toBe(true)
    },
  )

  it.each(readdirSync('templates/themes'))('the theme %s is as its schema says', (file) => {
    expect(accepts('theme', parse(readFileSync(`templates/themes/${file}`, 'utf8')))).toBe(true)
  })

  it.each(readdirSync('assets/starter/briefs'))('the brief %s is as its schema says', (file) => {
    expect(accepts('brief', parse(readFileSync(`assets/starter/briefs/${file}`, 'utf8')))).toBe(true)
  })
})

const claim = '{ value: 3, status: reported, sources: [one] }'

describe('a schema', () => {
  it.each([
    ['assets', `[{ id: pier, name: Pier, length: ${claim} }]`],
    ['gaps', ''],
    ['events', `[{ id: e, date: 2026, event: ${claim} }]`],
    [
      'minerals',
      '[{ id: m, name: M, price: { value: [1, 2], unit: USD/t, asOf: 2023/2025, status: unknown } }]',
    ],
    [
      'casebook',
      'title: T\ndescription: D\nlanguages: [en]\nasOf: 2026-01-31\nstaleAfterDays: { deals: 30 }',
    ],
    ['brief', 'template: issue-brief\nparameters: { deals: [one], long: true }'],
  ])('of %s takes %s', (kind, text) => {
    expect(accepts(kind, parse(text))).toBe(true)
  })

  it.each([
    ['assets', '[{ name: Pier }]', 'a record without id'],
    ['assets', '[{ id: The Pier, name: Pier }]', 'an id that is none'],
    ['assets', '[{ id: pier, name: Pier, length: 310 }]', 'a bare value for a claim'],
    [
      'assets',
      '[{ id: pier, name: Pier, length: { value: 3, status: sure } }]',
      'a status that there is none of',
    ],
    [
      'assets',
      '[{ id: pier, name: Pier, length: { value: 3, unit: ft, status: reported } }]',
      'a unit that there is none of',
    ],
    [
      'assets',
      '[{ id: pier, name: Pier, length: { value: 3, bound: circa, status: reported } }]',
      'a bound that there is none of',
    ],
    ['assets', '[{ id: pier, name: Pier, length: { status: reported } }]', 'a claim without value'],
    [
      'assets',
      '[{ id: pier, name: Pier, length: { value: 3, status: reported, source: [one] } }]',
      'a part that no claim has',
    ],
    [
      'assets',
      '[{ id: pier, name: Pier, spot: { value: { latitude: 99, longitude: 1 }, status: reported } }]',
      'a place beyond the pole',
    ],
    ['deals', '[{ id: loan, name: Loan, parties: acme, kind: loan, status: reported }]', 'one id for a list'],
    ['events', '[{ id: e, date: soon, event: { value: X, status: reported } }]', 'a date that is none'],
    [
      'casebook',
      'title: T\ndescription: D\nlanguages: [de]\nasOf: 2026-01-31',
      'a language that there is none of',
    ],
    ['casebook', 'title: T\ndescription: D\nlanguages: [en]\nasOf: 2026-01', 'a month for a day'],
    [
      'casebook',
      'title: T\ndescription: D\nlanguages: [en]\nasOf: 2026-01-31\nfeatured: { deal: [one] }',
      'a collection that there is none of',
    ],
    [
      'casebook',
      'title: T\ndescription: D\nlanguages: [en]\nasOf: 2026-01-31\nevidence: { stale-claim: fatal }',
      'a severity that there is none of',
    ],
    ['brief', 'template: issue-brief\nlanguges: en', 'a field that no brief has'],
    ['brief', 'language: en', 'a brief without template'],
    ['theme', 'id: mine\ntitle: Mine', 'a theme without colours'],
    [
      'template',
      'id: mine\ntitle: Mine\ndescription: D\nkind: k\nlanguages: [en]\nversion: "1"\nparameters: [{ name: a, type: number, label: A }]',
      'a parameter of no type',
    ],
  ])('of %s refuses %s: %s', (kind, text) => {
    expect(accepts(kind, parse(text))).toBe(false)
  })
})

it.each(['casebook', 'briefs'])(
  'every file of the starter’s %s names the schema that comes beside it',
  (shelf) => {
    for (const file of readdirSync(`assets/starter/${shelf}`)) {
      const [first = ''] = readFileSync(`assets/starter/${shelf}/${file}`, 'utf8').split('\n')
      const kind = shelf === 'briefs' ? 'brief' : file.replace('.yaml', '')
      expect(first).toBe(`# yaml-language-server: $schema=../.schemas/${kind}.schema.json`)
      expect(existsSync(`${folder}${kind}.schema.json`)).toBe(true)
    }
  },
)
