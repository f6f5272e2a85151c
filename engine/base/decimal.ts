/**
 * An exact decimal number, as digits: `-1250000`, `4.60`. No exponent, no `+`, no zero before another digit. Text and not
 * a number, since 4.60 is not 4.6 to a reader, and a double holds neither 1.005 nor more than 15 digits for sure.
 */
export type Decimal = string

/** Digits of the longest number that is written out; no figure of a brief has a tenth of them. */
const longest = 400

/** Digits that a double keeps whatever they are. */
export const digitsOfDouble = 15

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/

/** What a number says that is written in any manner that YAML and JSON know: `+5`, `.5`, `1.2e6`; `undefined` for what is none. */
export function readDecimal(written: string): Decimal | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = form.exec(written) ?? []
  if (sign === undefined || whole + fraction === '') return undefined
  const scale = fraction.length - Number(exponent)
  if (Math.abs(scale) > longest || whole.length > longest) return undefined
  return toText({ digits: BigInt(sign + whole + fraction), scale })
}

/** What a double means by its digits, without the noise that reckoning with doubles brings: 0.1 + 0.2 is 0.3. */
export function decimalOf(value: number): Decimal {
  const shortest = String(value)
  const digits = shortest.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '')
  const isNoisy = digits.length > digitsOfDouble
  const read = readDecimal(isNoisy ? value.toPrecision(digitsOfDouble) : shortest) ?? '0'
  return isNoisy ? withoutEndZeros(read) : read
}

/**
 * To so many decimals, half away from zero. What is not zero does not become zero: it keeps its first digit instead,
 * however far down that stands.
 */
export function roundedDecimal(value: Decimal, decimals: number): Decimal {
  const found = parts(value)
  const rounded = cut(found, decimals)
  if (rounded.digits !== 0n || found.digits === 0n) return toText(rounded)
  return toText(cut(found, found.scale - countDigits(found) + 1))
}

export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [parts(one), parts(other)]
  const scale = Math.max(a.scale, b.scale)
  return toText({ digits: at(a, scale) + at(b, scale), scale })
}

/**
 * `value` times `factors`, divided by `divisors`. As many digits as `value` has are kept, at least `digits` of them, and all
 * before the point; zeros at the end are not.
 */
export function scaleDecimal(
  value: Decimal,
  factors: readonly Decimal[],
  divisors: readonly Decimal[],
  digits: number,
): Decimal {
  const figure = parts(value)
  if (figure.digits === 0n) return '0'
  const [times, by] = [product([value, ...factors]), product(divisors)]
  const kept = Math.max(countDigits(figure), digits)
  const room = countDigits(by) + kept + 2
  const quotient = {
    digits: (times.digits * 10n ** BigInt(room)) / by.digits,
    scale: times.scale - by.scale + room,
  }
  const decimals = quotient.scale - countDigits(quotient) + kept
  return withoutEndZeros(toText(cut(quotient, Math.max(0, decimals))))
}

function product(factors: readonly Decimal[]): Parts {
  return factors.map(parts).reduce((one, other) => ({
    digits: one.digits * other.digits,
    scale: one.scale + other.scale,
  }))
}

export function isZeroDecimal(value: Decimal): boolean {
  return !/[1-9]/.test(value)
}

interface Parts {
  digits: bigint
  /** How many of them are decimals. */
  scale: number
}

function parts(value: Decimal): Parts {
  const [whole = '0', fraction = ''] = value.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

function at({ digits, scale }: Parts, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale)
}

function countDigits({ digits }: Parts): number {
  return String(digits < 0n ? -digits : digits).length
}

/** Half away from zero. */
function cut(value: Parts, decimals: number): Parts {
  const dropped = value.scale - decimals
  if (dropped <= 0) return { digits: at(value, decimals), scale: decimals }
  const unit = 10n ** BigInt(dropped)
  const size = value.digits < 0n ? -value.digits : value.digits
  const rounded = (size + unit / 2n) / unit
  return { digits: value.digits < 0n ? -rounded : rounded, scale: decimals }
}

function toText(value: Parts): Decimal {
  const { digits, scale } = value.scale < 0 ? cut(value, 0) : value
  const size = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const point = size.length - scale
  return `${digits < 0n ? '-' : ''}${size.slice(0, point)}${scale > 0 ? `.${size.slice(point)}` : ''}`
}

function withoutEndZeros(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
