/**
 * The units that a figure in a casebook may have: a closed list, so that figures can be compared and mixing
 * them is seen. `toBase` times a figure gives the dimension's base unit, whose own factor is 1.
 *
 * A rate and a plain amount are different dimensions: 5 t and 5 t/year cannot be set side by side.
 */
const table = {
  g: { dimension: 'mass', toBase: 1e-6 },
  kg: { dimension: 'mass', toBase: 1e-3 },
  lb: { dimension: 'mass', toBase: 4.5359237e-4 },
  t: { dimension: 'mass', toBase: 1 },
  kt: { dimension: 'mass', toBase: 1e3 },
  Mt: { dimension: 'mass', toBase: 1e6 },
  'kg/year': { dimension: 'mass per time', toBase: 1e-3 },
  't/month': { dimension: 'mass per time', toBase: 12 },
  't/year': { dimension: 'mass per time', toBase: 1 },
  'kt/year': { dimension: 'mass per time', toBase: 1e3 },
  'Mt/year': { dimension: 'mass per time', toBase: 1e6 },
  percent: { dimension: 'ratio', toBase: 1 },
  USD: { dimension: 'money', toBase: 1 },
  'USD million': { dimension: 'money', toBase: 1e6 },
  'USD billion': { dimension: 'money', toBase: 1e9 },
  'USD/month': { dimension: 'money per time', toBase: 12 },
  'USD/year': { dimension: 'money per time', toBase: 1 },
  'USD/t': { dimension: 'price', toBase: 1 },
  'USD/kg': { dimension: 'price', toBase: 1e3 },
  // A pound is 0.45359237 kg by definition (1959), so a tonne has 2204.62… of them.
  'USD/lb': { dimension: 'price', toBase: 1 / 4.5359237e-4 },
  'US cents/lb': { dimension: 'price', toBase: 0.01 / 4.5359237e-4 },
  days: { dimension: 'time', toBase: 1 },
  months: { dimension: 'time', toBase: 365.25 / 12 },
  years: { dimension: 'time', toBase: 365.25 },
  m: { dimension: 'length', toBase: 1e-3 },
  km: { dimension: 'length', toBase: 1 },
  MW: { dimension: 'power', toBase: 1 },
  degrees: { dimension: 'angle', toBase: 1 },
  people: { dimension: 'people', toBase: 1 },
  minerals: { dimension: 'minerals', toBase: 1 },
  count: { dimension: 'count', toBase: 1 },
} as const satisfies Record<string, { dimension: string; toBase: number }>

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
  return sameDimension(from, to) ? (figure * table[from].toBase) / table[to].toBase : undefined
}
