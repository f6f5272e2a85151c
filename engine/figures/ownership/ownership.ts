import type { FigureKind } from '../figure-kind.js'
import { buildOwnership, type OwnershipOptions } from './build-ownership.js'
import { describeOwnership } from './describe-ownership.js'
import { drawOwnership } from './draw-ownership.js'
import type { OwnershipSpec } from './spec.js'

export const ownership: FigureKind<OwnershipSpec, OwnershipOptions> = {
  signature: 'ownership assets field="owners" caption="…"',
  docs: 'Who holds how much: one bar for each record whose `field` is parts of a whole.',
  options: { field: 'field' },
  build: buildOwnership,
  draw: drawOwnership,
  describe: describeOwnership,
}
