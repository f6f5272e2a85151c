import type { Claim } from '../casebook/types.js'
import { dimensionOf } from '../vocabulary/index.js'

/** What keeps figures from standing together: `kt` (mass) beside `percent` (ratio); nothing where they can. */
export function mixOf(claims: readonly Claim[]): string | undefined {
  const [first, ...rest] = claims.filter(isFigure)
  const other = first && rest.find((claim) => measureOf(claim) !== measureOf(first))
  return other && `${unitInWords(first)} beside ${unitInWords(other)}`
}

export function isFigure({ value, status }: Claim): boolean {
  return status !== 'unknown' && (value.kind === 'number' || value.kind === 'range')
}

/** Tonnes and kilotonnes measure the same; a figure without unit measures nothing that others do. */
function measureOf({ unit }: Claim): string | undefined {
  return unit && dimensionOf(unit)
}

function unitInWords({ unit }: Claim): string {
  return unit ? `\`${unit}\` (${dimensionOf(unit)})` : 'a figure without unit'
}
