import type { Bound, Unit } from '../vocabulary/index.js'
import type { Language } from './language.js'
import { type Figure, formatNumber, joinEnds } from './number.js'
import { boundWords } from './phrases.js'
import { isPlural } from './plural.js'
import { minus, narrowSpace, noBreakSpace } from './spaces.js'

/** A pattern around the figure `#`; the second one for a plural, where the words differ. */
type Pattern = string | readonly [one: string, many: string]

const n = narrowSpace
const b = noBreakSpace

const patterns: Record<Unit, Record<Language, Pattern>> = {
  g: { en: `#${n}g`, fr: `#${n}g` },
  kg: { en: `#${n}kg`, fr: `#${n}kg` },
  lb: { en: `#${n}lb`, fr: [`#${b}livre`, `#${b}livres`] },
  t: { en: `#${n}t`, fr: `#${n}t` },
  kt: { en: `#${b}thousand${b}t`, fr: [`#${b}millier de${b}t`, `#${b}milliers de${b}t`] },
  Mt: { en: `#${b}million${b}t`, fr: [`#${b}million de${b}t`, `#${b}millions de${b}t`] },
  'kg/year': { en: `#${n}kg a${b}year`, fr: `#${n}kg par${b}an` },
  't/month': { en: `#${n}t a${b}month`, fr: `#${n}t par${b}mois` },
  't/year': { en: `#${n}t a${b}year`, fr: `#${n}t par${b}an` },
  'kt/year': {
    en: `#${b}thousand${b}t a${b}year`,
    fr: [`#${b}millier de${b}t par${b}an`, `#${b}milliers de${b}t par${b}an`],
  },
  'Mt/year': {
    en: `#${b}million${b}t a${b}year`,
    fr: [`#${b}million de${b}t par${b}an`, `#${b}millions de${b}t par${b}an`],
  },
  percent: { en: '#%', fr: `#${n}%` },
  USD: { en: 'US$#', fr: [`#${b}dollar${b}US`, `#${b}dollars${b}US`] },
  'USD million': {
    en: `US$#${b}million`,
    fr: [`#${b}million de dollars${b}US`, `#${b}millions de dollars${b}US`],
  },
  'USD billion': {
    en: `US$#${b}billion`,
    fr: [`#${b}milliard de dollars${b}US`, `#${b}milliards de dollars${b}US`],
  },
  'USD/month': {
    en: `US$# a${b}month`,
    fr: [`#${b}dollar${b}US par${b}mois`, `#${b}dollars${b}US par${b}mois`],
  },
  'USD/year': { en: `US$# a${b}year`, fr: [`#${b}dollar${b}US par${b}an`, `#${b}dollars${b}US par${b}an`] },
  'USD/t': { en: `US$# per${b}t`, fr: [`#${b}dollar${b}US la${b}tonne`, `#${b}dollars${b}US la${b}tonne`] },
  'USD/kg': { en: `US$# per${b}kg`, fr: [`#${b}dollar${b}US le${b}kg`, `#${b}dollars${b}US le${b}kg`] },
  'USD/lb': { en: `US$# per${b}lb`, fr: [`#${b}dollar${b}US la${b}livre`, `#${b}dollars${b}US la${b}livre`] },
  'US cents/lb': {
    en: [`#${b}US cent per${b}lb`, `#${b}US cents per${b}lb`],
    fr: [`#${b}cent${b}US la${b}livre`, `#${b}cents${b}US la${b}livre`],
  },
  days: { en: [`#${b}day`, `#${b}days`], fr: [`#${b}jour`, `#${b}jours`] },
  months: { en: [`#${b}month`, `#${b}months`], fr: `#${b}mois` },
  years: { en: [`#${b}year`, `#${b}years`], fr: [`#${b}an`, `#${b}ans`] },
  m: { en: `#${n}m`, fr: `#${n}m` },
  km: { en: `#${n}km`, fr: `#${n}km` },
  MW: { en: `#${n}MW`, fr: `#${n}MW` },
  degrees: { en: '#°', fr: '#°' },
  people: { en: [`#${b}person`, `#${b}people`], fr: [`#${b}personne`, `#${b}personnes`] },
  minerals: { en: [`#${b}mineral`, `#${b}minerals`], fr: [`#${b}minéral`, `#${b}minéraux`] },
  count: { en: '#', fr: '#' },
}

/** What stands in the head of a column whose cells are bare figures of `unit`. */
const headings: Partial<Record<Unit, Record<Language, string>>> = {
  kt: { en: 'thousand t', fr: 'milliers de t' },
  Mt: { en: 'million t', fr: 'millions de t' },
  'kg/year': { en: 'kg a year', fr: 'kg par an' },
  't/month': { en: 't a month', fr: 't par mois' },
  't/year': { en: 't a year', fr: 't par an' },
  'kt/year': { en: 'thousand t a year', fr: 'milliers de t par an' },
  'Mt/year': { en: 'million t a year', fr: 'millions de t par an' },
  percent: { en: '%', fr: '%' },
  USD: { en: 'US$', fr: 'dollars US' },
  'USD million': { en: 'US$ million', fr: 'millions de dollars US' },
  'USD billion': { en: 'US$ billion', fr: 'milliards de dollars US' },
  'USD/month': { en: 'US$ a month', fr: 'dollars US par mois' },
  'USD/year': { en: 'US$ a year', fr: 'dollars US par an' },
  'USD/t': { en: 'US$ per t', fr: 'dollars US la tonne' },
  'USD/kg': { en: 'US$ per kg', fr: 'dollars US le kg' },
  'USD/lb': { en: 'US$ per lb', fr: 'dollars US la livre' },
  'US cents/lb': { en: 'US cents per lb', fr: 'cents US la livre' },
  days: { en: 'days', fr: 'jours' },
  months: { en: 'months', fr: 'mois' },
  years: { en: 'years', fr: 'ans' },
  degrees: { en: '°', fr: '°' },
  people: { en: 'people', fr: 'personnes' },
  minerals: { en: 'minerals', fr: 'minéraux' },
  count: { en: '', fr: '' },
}

export interface QuantityStyle {
  /** Decimals; left out, those that the figure has. */
  precision?: number
  bound?: Bound
}

/**
 * `100,000 t a year`, `up to US$9 billion`, `6 days`, `−US$5 million`; a bare figure where there is no unit. The unit is
 * in the plural where the figure as it is printed asks for it, of a range its high end.
 */
export function formatQuantity(
  value: Figure | readonly [low: Figure, high: Figure],
  unit: Unit | undefined,
  language: Language,
  style: QuantityStyle = {},
): string {
  const [low, high] = typeof value === 'object' ? value : [value, value]
  const pattern = patterns[unit ?? 'count'][language]
  const words =
    typeof pattern === 'string' ? pattern : pattern[isPlural(high, language, style.precision) ? 1 : 0]
  const [before = '', after = ''] = words.split('#')
  const [from, to] = [low, high].map((end) => formatNumber(end, language, style.precision)) as [
    string,
    string,
  ]
  const amount = withCurrency(before, from, to, language) + after
  return style.bound ? `${boundWords[style.bound][language]}${noBreakSpace}${amount}` : amount
}

/** The sign stands before the currency, which each end of a range has where one is negative. */
function withCurrency(currency: string, low: string, high: string, language: Language): string {
  const hasSign = low.startsWith(minus) || high.startsWith(minus)
  if (currency === '' || !hasSign) return currency + joinEnds([low, high], language)
  const signed = (end: string) =>
    end.startsWith(minus) ? minus + currency + end.slice(minus.length) : currency + end
  return joinEnds([signed(low), signed(high)], language)
}

/** The unit alone, for the head of a column: `t a year`, `US$ million`. */
export function unitHeading(unit: Unit, language: Language): string {
  return headings[unit]?.[language] ?? unit
}
