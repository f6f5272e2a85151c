/**
 * How much `values` grow from one to the next, by the straight line that lies closest to them (least squares). The
 * first tenth is left out: until then the app fills what it keeps on purpose.
 */
export function slopeAfterFirstTenth(values: readonly number[]): number {
  const settled = values.slice(Math.ceil(values.length / 10))
  const middle = (settled.length - 1) / 2
  const mean = settled.reduce((sum, value) => sum + value, 0) / settled.length
  const [over, under] = settled.reduce(
    ([over, under], value, at) => [over + (at - middle) * (value - mean), under + (at - middle) ** 2],
    [0, 0],
  )
  return under === 0 ? 0 : over / under
}
