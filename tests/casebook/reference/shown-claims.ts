import { type Casebook, parseCasebook } from '../../../engine/casebook/index.js'
import type { Language } from '../../../engine/locale/index.js'
import { printed } from '../../small/trial.js'
import { starterFiles } from './starter.js'

/** Values of every kind, as claims in one line. */
export const shownValues: [kind: string, claim: string][] = [
  ['a number', '{ value: 4.60, unit: USD million, status: reported, sources: [bank-notice] }'],
  [
    'a range, the lower end first',
    '{ value: [88, 95], unit: USD/t, status: reported, sources: [bank-notice] }',
  ],
  ['a day, a month', '{ value: 2026-03, status: announced, sources: [bank-notice] }'],
  [
    'a year; between quotation marks, or it is a number',
    '{ value: "2027", status: announced, sources: [bank-notice] }',
  ],
  ['text', '{ value: no ceiling, status: confirmed, sources: [bank-notice] }'],
  ['text by language', '{ value: { en: dredging, fr: dragage }, status: confirmed, sources: [bank-notice] }'],
  ['a list of texts', '{ value: [sand, gravel], status: confirmed, sources: [bank-notice] }'],
  [
    'parts of a whole, in percent; one without `percent` is not published',
    '{ value: [{ name: Town, percent: 80 }, { name: Others }], status: confirmed, sources: [bank-notice] }',
  ],
  [
    'a place, in degrees north and east',
    '{ value: { latitude: -47.5, longitude: 28.25 }, status: confirmed, sources: [bank-notice] }',
  ],
  ['yes or no', '{ value: true, status: confirmed, sources: [bank-notice] }'],
  ['what nobody has said', '{ value: not published, status: unknown }'],
]

/** Claims in which one part is shown. */
export const shownParts: [part: string, claim: string][] = [
  ['bound', '{ value: 60, unit: days, bound: at-most, status: announced, sources: [bank-notice] }'],
  ['measure', '{ value: 12, unit: percent, measure: of all fees, status: reported, sources: [bank-notice] }'],
  [
    'asOf, a period',
    '{ value: 5, unit: t/year, asOf: 2023/2025, status: estimated, sources: [bank-notice] }',
  ],
  ['derived', '{ value: 40, unit: percent, derived: true, status: estimated, sources: [bank-notice] }'],
  [
    'alternatives',
    '{ value: 4, unit: km, status: disputed, sources: [bank-notice], alternatives: [{ value: 4, sources: [bank-notice] }, { value: 6, sources: [town-minutes] }] }',
  ],
]

/** The starter's casebook with claims of one deal, `shown0`, `shown1`…, and what is said of it. */
export function casebookShowing(claims: readonly string[]): ReturnType<typeof parseCasebook> {
  const declared = claims.map((_, index) => `    shown${index}: Shown ${index}\n`).join('')
  const deal = claims.map((claim, index) => `  shown${index}: ${claim}\n`).join('')
  return parseCasebook(
    starterFiles().map((file) => {
      if (file.path === 'casebook/casebook.yaml')
        return { ...file, text: file.text.replace(/^ {2}deals:\n(?= {4}signed)/m, (line) => line + declared) }
      if (file.path !== 'casebook/deals.yaml') return file
      const head = '- id: shown\n  name: Shown\n  parties: []\n  kind: example\n  status: confirmed\n'
      return { ...file, text: `${file.text}\n${head}${deal}` }
    }),
  )
}

/** How each of the claims is printed. */
export function printedClaims(claims: readonly string[], language: Language, style = ''): string[] {
  const casebook = casebookShowing(claims)
  if (!casebook.ok) throw new Error(JSON.stringify(casebook.diagnostics, undefined, 1))
  return claims.map((_, index) => printedClaim(casebook.value, index, language, style))
}

function printedClaim(casebook: Casebook, index: number, language: Language, style: string): string {
  const body = `{{#with (record "deals" "shown") as |one|}}{{show one.shown${index} ${style}}}{{/with}}`
  const head = 'parameters: []\nsections: []\n'
  return printed(body, { casebook, head, brief: { language } }).trim()
}
