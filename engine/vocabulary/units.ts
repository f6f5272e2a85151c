import { type Decimal, decimalOf, digitsOfDouble, scaleDecimal } from '../base/index.js'

/**
 * The units that a figure in a casebook may have: a closed list, so that figures can be compared and mixing
 * them is seen. A figure times `toBase`, divided by `over`, is in the dimension's base unit, whose own factor is 1.
 *
 * A rate and a plain amount are different dimensions: 5 t and 5 t/year cannot be set side by side.
 */
const table = {
  g: { dimension: 'mass', toBase: '0.000001' },
  kg: { dimension: 'mass', toBase: '0.001' },
  lb: { dimension: 'mass', toBase: '0.00045359237' },
  t: { dimension: 'mass', toBase: '1' },
  kt: { dimension: 'mass', toBase: '1000' },
  Mt: { dimension: 'mass', toBase: '1000000' },
  'kg/year': { dimension: 'mass per time', toBase: '0.001' },
  't/month': { dimension: 'mass per time', toBase: '12' },
  't/year': { dimension: 'mass per time', toBase: '1' },
  'kt/year': { dimension: 'mass per time', toBase: '1000' },
  'Mt/year': { dimension: 'mass per time', toBase: '1000000' },
  percent: { dimension: 'ratio', toBase: '1' },
  USD: { dimension: 'money', toBase: '1' },
  'USD million': { dimension: 'money', toBase: '1000000' },
  'USD billion': { dimension: 'money', toBase: '1000000000' },
  'USD/month': { dimension: 'money per time', toBase: '12' },
  'USD/year': { dimension: 'money per time', toBase: '1' },
  'USD/t': { dimension: 'price', toBase: '1' },
  'USD/kg': { dimension: 'price', toBase: '1000' },
  // A pound is 0.45359237 kg by definition (1959), so a tonne has 2204.62… of them.
  'USD/lb': { dimension: 'price', toBase: '1', over: '0.00045359237' },
  'US cents/lb': { dimension: 'price', toBase: '0.01', over: '0.00045359237' },
  days: { dimension: 'time', toBase: '1' },
  months: { dimension: 'time', toBase: '30.4375' },
  years: { dimension: 'time', toBase: '365.25' },
  m: { dimension: 'length', toBase: '0.001' },
  km: { dimension: 'length', toBase: '1' },
  MW: { dimension: 'power', toBase: '1' },
  degrees: { dimension: 'angle', toBase: '1' },
  people: { dimension: 'people', toBase: '1' },
  minerals: { dimension: 'minerals', toBase: '1' },
  count: { dimension: 'count', toBase: '1' },
} as const satisfies Record<string, { dimension: string; toBase: Decimal; over?: Decimal }>

export type Unit = keyof typeof table
export type Dimension = (typeof table)[Unit]['dimension']

export const units = Object.keys(table) as Unit[]

export function isUnit(word: string): word is Unit {
  return Object.hasOwn(table, word)
}

export function dimensionOf(unit: Unit): Dimension {
  return table[unit].dimension
}

/** Whether figures in the two units can be compared. */
export function sameDimension(one: Unit, other: Unit): boolean {
  return dimensionOf(one) === dimensionOf(other)
}

/** `figure` of `from` expressed in `to`; `undefined` where the two measure different things. */
export function convert(figure: number, from: Unit, to: Unit): number | undefined {
  if (from === to) return figure
  const scaled = convertDecimal(decimalOf(figure), from, to, digitsOfDouble)
  return scaled === undefined ? undefined : Number(scaled)
}

/** The same of digits: as many of them as `figure` has are kept, and at least `digits`. */
export function convertDecimal(figure: Decimal, from: Unit, to: Unit, digits = 6): Decimal | undefined {
  if (from === to) return figure
  if (!sameDimension(from, to)) return undefined
  const [own, other] = [factorOf(from), factorOf(to)]
  return scaleDecimal(figure, [own.toBase, other.over], [own.over, other.toBase], digits)
}

function factorOf(unit: Unit): { toBase: Decimal; over: Decimal } {
  return { over: '1', ...table[unit] }
}
